// The page of what other councils say on chosen clauses.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { looks, violations } from "./axe.mjs";
import { close, visit } from "./output.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const concord = process.env.CONCORD ?? join(root, "build/release/concord");
const folder = mkdtempSync(join(tmpdir(), "concord-peers-"));
const file = join(folder, "peers.html");
execFileSync(concord, ["peers", "york#5.3,york#4.3,york#4.4", join(root, "protocols"), "-o", file]);
const base = pathToFileURL(`${folder}/`).href;
const look = (options, steps) => visit("peers.html", options, steps, base);

test.after(close);
test.after(() => rmSync(folder, { recursive: true }));

for (const [name, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${name}`, async () => {
    await look(options, async (page) => assert.deepEqual(await violations(page), []));
  });
}

test("nothing runs over the edge at 320 pixels", async () => {
  await look({ viewport: { width: 320, height: 640 } }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test("the page is valid HTML", () => {
  const jar = createRequire(import.meta.url)("vnu-jar");
  const said = execFileSync("java", ["-Xss4m", "-jar", jar, "--exit-zero-always", "--stdout", "--format", "json", file]);
  assert.deepEqual(JSON.parse(said).messages.map((each) => `${each.lastLine}: ${each.message}`), []);
});

test("each chosen clause is a heading, and no council that has a counterpart is said to lack one", async () => {
  await look({}, async (page) => {
    // A clause with items stands for these too.
    const items = [1, 2, 3, 4].map((item) => `York 4.4, item ${item}`);
    assert.deepEqual(await page.locator("h2").allTextContents(), ["York 5.3", "York 4.3", "York 4.4", ...items]);
    for (const choice of await page.locator(".choice").all()) {
      const without = (await choice.locator(".none").allTextContents()).join(" ");
      for (const name of await choice.locator("h3").allTextContents()) assert.ok(!without.includes(name), name);
    }
  });
});
