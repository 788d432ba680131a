// The folder under test, its pages, and a browser to look at them with.
//
//   CONCORD_OUTPUT   a folder that `concord build` wrote from protocols/; output/ of the repository
//                    where unset
//   CHROMIUM         the browser's program
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
export const folder = resolve(process.env.CONCORD_OUTPUT ?? join(here, "../../output"));
if (!existsSync(join(folder, "index.html"))) {
  throw new Error(`${folder} holds no build; run make, or set CONCORD_OUTPUT`);
}

// Every page's path in the folder.
export const pages = readdirSync(folder, { recursive: true })
  .filter((path) => path.endsWith(".html"))
  .sort();

// One page of each kind: of the comparison's topics, pairs, councils and provisions, which are many
// and alike, one each.
const many = /^compare\/(on-.*|.*--.*|council\/.*|provision\/.*)\.html$/;
const chosen = [
  "compare/on-party-groups.html",
  "compare/leeds--york.html",
  "compare/council/york/index.html",
  "compare/council/york/differences.html",
  pages.find((path) => path.startsWith("compare/provision/")),
];
export const kinds = pages.filter((path) => !many.test(path) || chosen.includes(path));

export const protocols = pages.filter((path) => existsSync(join(folder, dirname(path), "protocol.md")));

const on_disk = pathToFileURL(`${folder}/`).href;
export const path_of = (url) => relative(folder, fileURLToPath(url));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

// Opens a page of the folder ("york/index.html", with "#5.4" where wanted), runs the steps, and fails
// where the browser reported an error on the way or asked for anything outside. From disk, unless an
// origin that serves the folder is given. `script` among the options runs before any of the page.
export const visit = async (path, { script, ...options }, steps, base = on_disk) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const troubles = [];
  try {
    if (script) await context.addInitScript(script);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) troubles.push(message.text());
    });
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(base)) troubles.push(`request outside: ${request.url()}`);
    });
    page.on("requestfailed", (request) => {
      const left = request.failure()?.errorText === "net::ERR_ABORTED"; // the page went elsewhere meanwhile
      if (!left) troubles.push(`request failed: ${request.url()}`);
    });
    await page.goto(base + path, { waitUntil: "load" });
    await steps(page);
  } finally {
    await context.close();
  }
  if (troubles.length > 0) throw new Error(troubles.join("\n"));
};

// How many pages are looked at beside each other: while one waits, another is drawn.
export const at_once = 4;

// Takes the steps with each of the paths, and reports the first that failed when all are done.
export const each = async (paths, steps) => {
  const left = paths[Symbol.iterator]();
  const taken = Array.from({ length: at_once }, async () => {
    for (const path of left) await steps(path);
  });
  const failed = (await Promise.allSettled(taken)).find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
};

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

// Serves the folder, or another, while the steps run: they get its origin, and the list of what was
// asked for and is not there.
export const serve = async (steps, root = folder) => {
  const missing = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    const there = existsSync(file);
    if (!there) missing.push(path);
    response.writeHead(there ? 200 : 404, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    if (there) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    await steps(`http://127.0.0.1:${server.address().port}/`, missing);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

export const close = () => browser.close();
