// A preview in a browser: `concord serve` while the source is being written.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { looks, violations } from "./axe.mjs";
import { close, visit } from "./output.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const concord = process.env.CONCORD ?? join(root, "build/release/concord");
const folder = mkdtempSync(join(tmpdir(), "concord-live-"));
cpSync(join(root, "protocols"), join(folder, "protocols"), { recursive: true });
const source = join(folder, "protocols/york.md");
const clean = readFileSync(source, "utf8");
const noted = clean.replace("\n4.3 Councillors", "\n4.3 <!-- Ask legal --> Councillors");
const text = noted.replace(/^4\.4 /m, "4.4 As paragraph 4.99 says, ");
writeFileSync(source, text);

const server = spawn(concord, ["serve", "--no-comparison", source], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
const base = await new Promise((found, failed) => {
  let said = "";
  server.stdout.on("data", (more) => {
    said += more;
    const address = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
    if (address) found(address[0]);
  });
  server.on("exit", () => failed(new Error(`ended: ${said}`)));
});

const look = (options, steps, at = "york/") => visit(at, options, steps, base);
// Waits for it however long that takes.
const eventually = (page, condition, value) => page.waitForFunction(condition, value, { timeout: 120_000 });
const bar = (page) => page.locator(".live-bar");

test.after(close);
test.after(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});
test.beforeEach(() => writeFileSync(source, text));

test("findings and drafting notes stand at their clauses", async () => {
  await look({}, async (page) => {
    await bar(page).waitFor();
    const note = page.locator('[id="4.3"] > .live-remarks .live-drafting');
    assert.match(await note.textContent(), /Drafting note Ask legal/);
    assert.match(await page.locator('[id="4.4"] > .live-remarks').first().textContent(), /4\.99/);
    assert.match(await page.locator('[id="4.4"] > .live-remarks').first().textContent(), /york\.md:\d+:\d+/);
  });
});

test("the page loads itself again and keeps its place", async () => {
  await look({}, async (page) => {
    await bar(page).waitFor();
    const top_of = (id) => page.evaluate((at) => document.getElementById(at).getBoundingClientRect().top, id);
    await page.evaluate(() => document.getElementById("6.1").scrollIntoView({ behavior: "instant" }));
    const before = await top_of("6.1");
    const longer = "Courtesy is expected of everybody who comes to a meeting. ".repeat(40);
    writeFileSync(source, text.replace("\n4.3 <!--", `\n4.3 ${longer}<!--`));
    await eventually(page, (words) => document.body.textContent.includes(words), longer.slice(0, 200));
    await eventually(page, (at) => Math.abs(document.getElementById("6.1").getBoundingClientRect().top - at) <= 2, before);
  });
});

test("a broken source keeps the page and shows why", async () => {
  await look({}, async (page) => {
    await bar(page).waitFor();
    await page.evaluate(() => (window.kept = true));
    writeFileSync(source, text.replace("council: ", "council ["));
    await eventually(page, () => document.querySelector(".live-failed"));
    assert.match(await bar(page).textContent(), /Not built.*Error/s);
    assert.equal(await page.evaluate(() => window.kept), true, "the page was loaded again");
    assert.equal(await page.locator(".live-status").textContent(), "The last build failed");
    writeFileSync(source, text);
    await eventually(page, () => document.querySelector(".live-bar:not(.live-failed)"));
  });
});

for (const [name, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${name}`, async () => {
    await look(options, async (page) => {
      await bar(page).waitFor();
      await bar(page).locator("summary").first().click();
      assert.deepEqual(await violations(page), []);
    });
  });
}

test("nothing runs over the edge at 320 pixels", async () => {
  await look({ viewport: { width: 320, height: 640 } }, async (page) => {
    await bar(page).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test("on paper the preview is not seen", async () => {
  await look({}, async (page) => {
    await bar(page).waitFor();
    await page.emulateMedia({ media: "print" });
    for (const each of await page.locator(".live-remarks").all()) assert.equal(await each.isVisible(), false);
  });
});
