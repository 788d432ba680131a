// Typesets any number of documents in one process: the compiler and the typeface are loaded once.
//
// Standard input: one JSON object
//   {"workers": 2,                                    threads, 1 or more
//    "templates": {"pdf/style.typ": "…", …, "words.json": "…"},   what Typst may read
//    "jobs": [{"template": "pdf/protocol.typ", "data": "{…}"}, …]}   data: JSON text, read by json("data.json")
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

async function standard_input() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function alone({ templates, jobs }) {
  const typst = await compiler(templates);
  jobs.forEach((job, index) => write(index, typeset(typst, job)));
}

// Each thread asks for the next job when it has done one.
function together({ workers, templates, jobs }) {
  let next = 0;
  const one = () => new Promise((done, failed) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { templates } });
    const feed = () => {
      if (next < jobs.length) worker.postMessage({ index: next, job: jobs[next++] });
      else worker.postMessage(null);
    };
    worker.on('message', (result) => {
      if (result) write(result.index, result);
      feed();
    });
    worker.on('error', failed);
    worker.on('exit', done);
  });
  return Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, one));
}

async function work() {
  const typst = await compiler(workerData.templates);
  parentPort.on('message', (task) => {
    if (!task) return parentPort.close();
    parentPort.postMessage({ index: task.index, ...typeset(typst, task.job) });
  });
  parentPort.postMessage(null);
}

try {
  if (!isMainThread) {
    await work();
  } else {
    const order = await standard_input();
    await (order.workers > 1 && order.jobs.length > 1 ? together(order) : alone(order));
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = ['ERR_MODULE_NOT_FOUND', 'ENOENT', 'MODULE_NOT_FOUND'].includes(error.code) ? missing : 1;
}
