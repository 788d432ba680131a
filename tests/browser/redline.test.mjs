// The page of a redline, of the York protocol and of a revision with every kind of edit.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { looks, violations } from "./axe.mjs";
import { close, visit } from "./output.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const concord = process.env.CONCORD ?? join(root, "build/release/concord");
const folder = mkdtempSync(join(tmpdir(), "concord-redline-"));
const lineage = join(root, "tests/lineage");
for (const version of ["before", "after"]) {
  const text = execFileSync("/usr/bin/python3", ["-c", `import york; print(york.${version}(), end="")`], { cwd: lineage });
  writeFileSync(join(folder, `${version}.md`), text);
}
const file = join(folder, "redline.html");
execFileSync(concord, ["redline", join(folder, "before.md"), join(folder, "after.md"), "-o", file]);
const base = pathToFileURL(`${folder}/`).href;
const look = (options, steps) => visit("redline.html", options, steps, base);

test.after(close);
test.after(() => rmSync(folder, { recursive: true }));

for (const [name, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${name}`, async () => {
    await look(options, async (page) => {
      assert.deepEqual(await violations(page), []);
      for (const fold of await page.locator(".fold > summary").all()) await fold.click();
      assert.deepEqual(await violations(page), []);
    });
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

test("keys lead from change to change", async () => {
  await look({}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("Alt+ArrowDown");
    assert.equal(await focused(), "change-1");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    assert.equal(await focused(), "change-3");
    await page.keyboard.press("Alt+ArrowUp");
    assert.equal(await focused(), "change-2");
    await page.getByRole("button", { name: "Next" }).click();
    assert.match(await focused(), /^change-\d+$/);
  });
});

test("what is not chosen goes from the text and from the list", async () => {
  await look({ javaScriptEnabled: false }, async (page) => {
    const seen = (selector) => page.locator(selector).filter({ visible: true }).count();
    const titles = await seen(".clause.housekeeping[data-change]");
    assert.ok(titles > 0);
    await page.getByLabel("housekeeping").uncheck();
    assert.equal(await seen(".clause.housekeeping[data-change]"), 0);
    assert.equal(await seen(".contents li.housekeeping"), 0);
    assert.ok((await seen(".clause.effect[data-change]")) > 0);
    await page.getByLabel("housekeeping").check();
    assert.equal(await seen(".clause.housekeeping[data-change]"), titles);
  });
});

test("every change is in the list, and the list leads to it", async () => {
  await look({ javaScriptEnabled: false }, async (page) => {
    const goals = await page.locator(".contents li a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const ids = await page.locator("[data-change]").evaluateAll((all) => all.map((each) => `#${each.id}`));
    assert.deepEqual(goals, ids);
    assert.ok(ids.length > 5);
  });
});
