// Typesets any number of documents in one process: the compiler and the typeface are loaded once.
//
// Standard input: lines of JSON, of which the second and later ones may come while others are being typeset
//   {"workers": 2,                                                  threads at the most, 1 or more
//    "templates": {"pdf/style.typ": "…", …, "words.json": "…"}}     what Typst may read
//   {"template": "pdf/protocol.typ", "data": "{…}"}                 a job; data: JSON text, read by json("data.json")
//   …
//
// Standard output: one frame a job, in the order in which they are done
//   {"job": 0, "bytes": 48213, "messages": [{"text": "…", "clause": "5.4.ii"}],
//    "places": [["5.4.ii", 7, 70.9, 312.4], …]}⏎              (on one line)
// and then that many bytes of PDF (none where it failed). A message names the clause it speaks of, or null.
// Places are the template's <places>: identifier, page from 1, points from the left and the top edge.
//
// Exit status: 0 when every job has its frame, 3 where the Typst package or the typeface is missing.

import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const missing = 3;
const workspace = '/concord';  // a name, not a folder: every file that Typst may read is given here
const faces = ['Regular', 'It', 'Semibold', 'SemiboldIt'];

async function compiler(templates) {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const face = (name) =>
    readFileSync(new URL(`node_modules/source-sans/TTF/SourceSans3-${name}.ttf`, import.meta.url));
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: faces.map(face) }] });
  for (const [path, text] of Object.entries(templates)) {
    if (path.endsWith('.typ')) typst.addSource(`${workspace}/${path}`, text);
    else typst.mapShadow(`${workspace}/${path}`, Buffer.from(text));
  }
  return typst;
}

// What Typst has to say, one line each: the message, then its hints. Severities above 2 (warning) tell
// where in the templates it happened, which is nothing to an author.
function diagnostics(typst, error) {
  if (!error) return [];
  return typst.fetchDiagnostics(error).filter(({ severity }) => severity <= 2).map(
    ({ message, hints = [] }) => ({ text: in_plain_words(message, hints), clause: null }));
}

function in_plain_words(message, hints) {
  if (/maximum .* depth exceeded/.test(message)) return 'lists stand too deep inside one another to be typeset';
  return [message, ...hints].join('; ');
}

// The first clause with that character in its text.
function clause_with(character, clauses = []) {
  for (const clause of clauses) {
    if (clause.text?.includes(character)) return clause.id;
    const below = clause_with(character, clause.children);
    if (below) return below;
  }
  return null;
}

const code_point = (character) =>
  `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

// The export speaks in one string that lists its messages; a missing letter is put in an author's words.
function export_messages(error, data) {
  const said = String(error.message ?? error);
  const found = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(
    ([, text]) => text.replace(/\\(["\\])/g, '$1'));
  if (found.length === 0) return [{ text: said, clause: null }];
  const { clauses, footnotes } = JSON.parse(data);
  return found.map((text) => {
    const letters = text.match(/the text `"(.+)"` could not be displayed/)?.[1];
    if (!letters) return { text: text.replace(/^PDF\/UA-1 error: /, ''), clause: null };
    const codes = [...letters].map(code_point).join(' ');
    return {
      text: `the typeface has no letter for "${letters}" (${codes})`,
      clause: clause_with(letters, clauses) ?? clause_with(letters, footnotes),
    };
  });
}

const refusal = (messages) => ({ pdf: null, messages, places: [] });

function typeset(typst, { template, data }) {
  const folder = template.slice(0, template.lastIndexOf('/') + 1);
  typst.mapShadow(`${workspace}/${folder}data.json`, Buffer.from(data));
  const compiled = typst.compile({ mainFilePath: `${workspace}/${template}` });
  const warnings = diagnostics(typst, compiled.takeWarnings());
  if (compiled.hasError()) {
    return refusal([...diagnostics(typst, compiled.takeDiagnostics()), ...warnings]);
  }
  try {
    const pdf = typst.pdf(compiled.result, { pdfStandard: 'ua-1' });
    const [places = []] = typst.query(compiled.result, { selector: '<places>', field: 'value' });
    return { pdf, messages: warnings, places };
  } catch (error) {
    return refusal([...export_messages(error, data), ...warnings]);
  } finally {
    typst.evictCache(2);  // what two documents in a row did not need, a third will not: memory stays flat
  }
}

function write(job, { pdf, messages, places }) {
  const bytes = pdf ? pdf.byteLength : 0;
  process.stdout.write(`${JSON.stringify({ job, bytes, messages, places })}\n`);
  if (pdf) process.stdout.write(pdf);
}

// The lines of a stream, each as text. A line may be many megabytes: its chunks are joined once.
async function* lines(stream) {
  let chunks = [];
  for await (const chunk of stream) {
    let begin = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, begin)) {
      yield Buffer.concat([...chunks, chunk.subarray(begin, end)]).toString('utf8');
      chunks = [];
      begin = end + 1;
    }
    chunks.push(chunk.subarray(begin));
  }
}

function fail(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(['ERR_MODULE_NOT_FOUND', 'ENOENT', 'MODULE_NOT_FOUND'].includes(error.code) ? missing : 1);
}

// Threads that share the jobs: each asks for the next when it has done one.
class Team {
  constructor({ workers, templates }) {
    this.most = workers;
    this.templates = templates;
    this.threads = 0;
    this.starting = 0;
    this.idle = [];
    this.waiting = [];
    this.given = 0;
    this.complete = false;
    this.start();  // its compiler is loaded while the first job is on its way
  }

  start() {
    this.threads += 1;
    this.starting += 1;
    const worker = new Worker(new URL(import.meta.url), { workerData: { templates: this.templates } });
    worker.on('message', (result) => {
      if (result) write(result.index, result);
      else this.starting -= 1;
      this.feed(worker);
    });
    worker.on('error', fail);
  }

  feed(worker) {
    if (this.waiting.length > 0) worker.postMessage(this.waiting.shift());
    else if (this.complete) worker.postMessage(null);
    else this.idle.push(worker);
  }

  give(job) {
    this.waiting.push({ index: this.given++, job });
    if (this.idle.length > 0) this.feed(this.idle.pop());
    else if (this.waiting.length > this.starting && this.threads < this.most) this.start();
  }

  // No more will come: threads end when they have nothing left to do, and the process with them.
  finish() {
    this.complete = true;
    for (const worker of this.idle) this.feed(worker);
  }
}

async function lead() {
  const input = lines(process.stdin);
  const team = new Team(JSON.parse((await input.next()).value));
  for await (const line of input) team.give(JSON.parse(line));
  team.finish();
}

async function work() {
  const typst = await compiler(workerData.templates);
  parentPort.on('message', (task) => {
    if (!task) return parentPort.close();
    parentPort.postMessage({ index: task.index, ...typeset(typst, task.job) });
  });
  parentPort.postMessage(null);
}

if (isMainThread) lead().catch(fail);
else await work();
