// The pages of an adoption pack, of the York protocol and of a revision with every kind of edit.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { looks, violations } from "./axe.mjs";
import { close, visit } from "./output.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const concord = process.env.CONCORD ?? join(root, "build/release/concord");
const home = mkdtempSync(join(tmpdir(), "concord-pack-"));
const lineage = join(root, "tests/lineage");
const adopted = "status: adopted\nadopted: {date: 2023-05-15, body: Council}\n";
for (const version of ["before", "after"]) {
  const text = execFileSync("/usr/bin/python3", ["-c", `import york; print(york.${version}(), end="")`], { cwd: lineage });
  writeFileSync(join(home, `${version}.md`), text.toString().replace("status: adopted\n", adopted));
}
const pack = join(home, "pack");
const others = join(root, "protocols");
try {
  const drafted = ["adopt", join(home, "after.md"), "--since", join(home, "before.md"), "--in", others];
  execFileSync(concord, [...drafted, "-o", pack, "--formats", "html"], { stdio: "ignore" });
} catch (error) {
  if (error.status !== 1) throw error; // what stops the adoption does not stop the pack
}
const pages = readdirSync(pack).filter((name) => name.endsWith(".html")).sort();
const base = pathToFileURL(`${pack}/`).href;
const each_page = async (options, steps) => {
  for (const name of pages) await visit(name, options, (page) => steps(page, name), base);
};
const narrow = { viewport: { width: 320, height: 640 } };

test.after(close);
test.after(() => rmSync(home, { recursive: true }));

test("a pack has a page of each paper", () => {
  for (const paper of ["checks", "consequential", "destinations", "peers", "report", "schedule"]) {
    assert.ok(pages.includes(`${paper}.html`), paper);
  }
});

for (const [name, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${name}`, async () => {
    await each_page(options, async (page, path) => assert.deepEqual(await violations(page), [], path));
  });
}

test("pages are valid HTML", () => {
  const jar = createRequire(import.meta.url)("vnu-jar");
  const files = pages.map((name) => join(pack, name));
  const said = execFileSync("java", ["-Xss4m", "-jar", jar, "--exit-zero-always", "--stdout", "--format", "json", ...files]);
  assert.deepEqual(JSON.parse(said).messages.map((each) => `${each.url}: ${each.message}`), []);
});

test("on a narrow screen nothing runs over the edge, and lists are folded", async () => {
  await each_page(narrow, async (page, path) => {
    const [scrollWidth, scrollHeight] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    assert.equal(scrollWidth, 320, path);
    const whole = ["current.html", "proposed.html"].includes(path); // the protocol itself
    assert.ok(whole || scrollHeight < 10_000, `${path}: ${scrollHeight} pixels`);
  });
  await visit("destinations.html", narrow, async (page) => {
    assert.equal(await page.locator("tbody tr:visible").count(), 0);
    await page.getByText(/^\d+ provisions$/).first().click();
    const row = page.locator("tr:visible").filter({ hasText: "Any requests for advice" });
    assert.match(await row.innerText(), /5\.3[^]*5\.3; 5\.4[^]*split/);
  }, base);
});

test("on a wide screen and on paper nothing is folded", async () => {
  for (const media of ["screen", "print"]) {
    await each_page({}, async (page, path) => {
      await page.emulateMedia({ media });
      const folded = page.locator("details.narrow-fold");
      const hidden = await folded.evaluateAll((all) => all.filter((each) => !each.lastElementChild.checkVisibility()).length);
      assert.equal(hidden, 0, path);
    });
  }
});

test("no word of the schedule is broken", async () => {
  for (const width of [1088, 1280, 320]) {
    await visit("schedule.html", { viewport: { width, height: 900 } }, async (page) => {
      for (const fold of width < 832 ? await page.locator("details.narrow-fold > summary").all() : []) await fold.click();
      const broken = await page.locator("td.decided_by .line").evaluateAll((lines) =>
        lines.flatMap((line) => {
          const text = line.firstChild;
          return [...text.data.matchAll(/\S+/g)].filter((word) => {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return range.getClientRects().length > 1;
          }).map((word) => word[0]);
        }));
      assert.deepEqual(broken, [], String(width));
    }, base);
  }
});
