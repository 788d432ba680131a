// Typesets any number of documents in one process: the compiler and the typefaces are loaded once.
//
// Standard input: lines of JSON, of which the second and later ones may come while others are being typeset
//   {"workers": 2,                                                  threads at the most, 1 or more
//    "templates": {"pdf/style.typ": "…", …, "words.json": "…"}}     what Typst may read
//   {"template": "pdf/protocol.typ", "data": "{…}",                 a job; data: JSON text, read by json("data.json")
//    "typefaces": ["Noto Sans CJK SC"]}                             the families it needs beside those that come along
//   …
//
// Standard output: one frame a job, in the order in which they are done
//   {"job": 0, "bytes": 48213, "messages": [{"text": "…", "clause": "5.4.ii"}],
//    "places": [["5.4.ii", 7, 70.9, 312.4], …]}⏎              (on one line)
// and then that many bytes of PDF (none where it failed). A message names the clause it speaks of, or null.
// Typefaces are those of typefaces.json, in its order, and no others: the same job makes the same bytes.
// Places are the template's <places>: identifier, page from 1, points from the left and the top edge.
//
// Exit status: 0 when every job has its frame, 3 where the Typst package or a typeface is missing, 4 where this
// Node.js is too old, whose version is then what standard error has.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const missing = 3;
const too_old = 4;
const oldest = 18;  // as package.json has it
const workspace = '/concord';  // a name, not a folder: every file that Typst may read is given here
const here = (path) => new URL(path, import.meta.url);
const typefaces = JSON.parse(readFileSync(here('typefaces.json')));

// The families of a job: those that come with Concord, and what it asks for of those that the machine may have.
const families = (wanted) => typefaces.filter((face) => !face.package || wanted.includes(face.family));

async function compiler(templates, faces) {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = faces.flatMap((face) => face.files.map((file) => readFileSync(here(file))));
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  for (const [path, text] of Object.entries(templates)) {
    if (path.endsWith('.typ')) typst.addSource(`${workspace}/${path}`, text);
    else typst.mapShadow(`${workspace}/${path}`, Buffer.from(text));
  }
  return typst;
}

// A compiler with the typefaces of the jobs so far: a large one that few need is loaded when one does.
class Typesetter {
  constructor(templates) {
    this.templates = templates;
    this.faces = [];
  }

  async ready(wanted) {
    const missing = families(wanted).filter((face) => !this.faces.includes(face));
    if (missing.length === 0) return;
    this.faces.push(...missing);
    this.typst = await compiler(this.templates, this.faces);
  }

  async typeset({ template, data, typefaces: wanted = [] }) {
    await this.ready(wanted);
    const folder = `${workspace}/${template.slice(0, template.lastIndexOf('/') + 1)}`;
    const names = families(wanted).map((face) => face.family);
    this.typst.mapShadow(`${folder}families.json`, Buffer.from(JSON.stringify(names)));
    const set = (text) => {
      this.typst.mapShadow(`${folder}data.json`, Buffer.from(text));
      return typeset(this.typst, `${workspace}/${template}`);
    };
    const result = set(data);
    if (!result.pdf) result.messages = placed(result.messages, JSON.parse(data), set);
    return result;
  }
}

// What Typst has to say, one line each: the message, then its hints. Severities above 2 (warning) tell
// where in the templates it happened, which is nothing to an author.
function diagnostics(typst, error) {
  if (!error) return [];
  return typst.fetchDiagnostics(error).filter(({ severity }) => severity <= 2).map(
    ({ message, hints = [] }) => in_plain_words(message, hints));
}

function in_plain_words(message, hints) {
  if (/maximum .* depth exceeded/.test(message)) return 'lists stand too deep inside one another to be typeset';
  return [message, ...hints].join('; ');
}

const code_point = (character) =>
  `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

// The export speaks in one string that lists its messages; a missing letter is put in an author's words.
function export_messages(error) {
  const said = String(error.message ?? error);
  const found = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(
    ([, text]) => text.replace(/\\(["\\])/g, '$1').replace(
      /\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16))));
  if (found.length === 0) return [said];
  return [...new Set(found)].map((text) => {
    const letters = text.match(/the text `"(.+)"` could not be displayed/)?.[1];
    return letters
      ? `no typeface has "${letters}" (${[...letters].map(code_point).join(' ')})`
      : text.replace(/^PDF\/UA-1 error: /, '');
  });
}

function typeset(typst, mainFilePath) {
  const compiled = typst.compile({ mainFilePath });
  const warnings = diagnostics(typst, compiled.takeWarnings());
  const result = (pdf, messages, places) => (
    { pdf, messages: messages.map((text) => ({ text, clause: null })), places });
  if (compiled.hasError()) {
    return result(null, [...diagnostics(typst, compiled.takeDiagnostics()), ...warnings], []);
  }
  try {
    const pdf = typst.pdf(compiled.result, { pdfStandard: 'ua-1' });
    const [places = []] = typst.query(compiled.result, { selector: '<places>', field: 'value' });
    return result(pdf, warnings, places);
  } catch (error) {
    return result(null, [...export_messages(error), ...warnings], []);
  } finally {
    typst.evictCache(2);  // what two documents in a row did not need, a third will not: memory stays flat
  }
}

// Why a text was refused, with the clauses that it lies in. Typst tells a place in the templates; what of the
// text stood there is found by setting one half of the clauses and then the other, down to the one that is
// refused, and what stands below it. Where much is refused, the first places will do.
function placed(messages, model, set) {
  let tries = 60;
  const refused = (clauses) => {
    if (clauses.length === 0 || tries-- <= 0) return [];
    const { pdf, messages: said } = set(JSON.stringify({ ...model, clauses }));
    if (pdf) return [];
    const half = clauses.length >> 1;
    const within = clauses.length > 1
      ? [...refused(clauses.slice(0, half)), ...refused(clauses.slice(half))]
      : refused(clauses[0].children);
    return within.length > 0 ? within : said.map(({ text }) => ({ text, clause: clauses[0].id }));
  };
  const found = model.clauses ? refused(model.clauses) : [];
  return found.length > 0 ? found : messages;
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
  if (Number.parseInt(process.versions.node) < oldest) {
    process.stderr.write(`${process.versions.node}\n`);
    process.exit(too_old);
  }
  process.env.FONTCONFIG_FILE = fileURLToPath(here('fonts.conf'));  // Typst asks in every thread
  const input = lines(process.stdin);
  const team = new Team(JSON.parse((await input.next()).value));
  for await (const line of input) team.give(JSON.parse(line));
  team.finish();
}

async function work() {
  const typesetter = new Typesetter(workerData.templates);
  await typesetter.ready([]);
  parentPort.on('message', async (task) => {
    if (!task) return parentPort.close();
    parentPort.postMessage({ index: task.index, ...await typesetter.typeset(task.job) });
  });
  parentPort.postMessage(null);
}

if (isMainThread) lead().catch(fail);
else await work();
