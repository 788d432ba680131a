// The pages of more councils than one matrix shows, invented as for the benchmarks: one of each kind.
// COUNCILS says how many; 40 where unset (`make many` looks at 300).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { looks, violations } from "./axe.mjs";
import { faults } from "./nu.mjs";
import { close, serve, visit } from "./output.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const program = process.env.CONCORD ?? join(here, "../../build/release/concord");
const councils = Number(process.env.COUNCILS ?? 40);
const largest = 500_000; // bytes of a page

const home = mkdtempSync(join(tmpdir(), "concord-many-"));
const site = join(home, "site");
execFileSync("/usr/bin/python3", [join(here, "../bench/corpus.py"), String(councils), join(home, "protocols")]);
const registers = join(here, "../../protocols/register");
execFileSync(program, ["build", join(home, "protocols"), "-o", site, "--formats", "html,json", "--registers", registers], {
  stdio: "ignore",
});

const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
const first = (pattern) => pages.find((path) => pattern.test(path));
const kinds = [
  "index.html",
  "c00003/index.html",
  "compare/index.html",
  "compare/council/c00003/index.html",
  first(/^compare\/council\/c00003\/on-/),
  "compare/council/c00003/differences.html",
  first(/^compare\/on-/),
  first(/^compare\/provision\//),
  first(/--/),
];
const base = pathToFileURL(`${site}/`).href;
const look_at = (path, options, steps) => visit(path, options, steps, base);

test.after(async () => {
  await close();
  rmSync(home, { recursive: true });
});

for (const [look, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${look}`, async () => {
    for (const path of kinds) {
      await look_at(path, options, async (page) => assert.deepEqual(await violations(page), [], path));
    }
  });
}

test("pages are valid HTML", async () => {
  await serve(async (origin) => assert.deepEqual(await faults(kinds.map((path) => origin + path)), []), site);
});

test("nothing runs over the edge at 320 pixels", async () => {
  for (const path of kinds) {
    await look_at(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
    });
  }
});

test("no page but a council's own text is unreadably long at 320 pixels", async () => {
  for (const path of kinds.filter((each) => each !== "c00003/index.html")) {
    await look_at(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height < 15_000, `${path}: ${height} pixels`);
    });
  }
});

test("of many wordings those of fewer councils are folded, and so is who has one of many", async () => {
  const path = "compare/provision/need-to-know.html";
  await look_at(path, {}, async (page) => {
    const sections = page.locator(".provision-texts[id]");
    if ((await sections.count()) > 10) {
      assert.equal(await sections.filter({ visible: true }).count(), 10);
      await page.getByText(/^Further wordings, of fewer councils: \d+$/).click();
      assert.equal(await sections.filter({ visible: true }).count(), await sections.count());
    }
    for (const list of await page.locator(".speakers:visible").all()) {
      assert.ok((await list.locator("li").count()) <= 12);
    }
  });
});

test("no page is too large", () => {
  const large = pages.filter((path) => statSync(join(site, path)).size > largest);
  assert.deepEqual(large, []);
});

test("the library is searched, and is all there without scripts", async () => {
  const shown = ".shelf > li:not([hidden])";
  await look_at("index.html", {}, async (page) => {
    assert.equal(await page.locator(shown).count(), councils);
    await page.getByLabel("Council or title").fill("council 7");
    assert.equal(await page.locator(shown).first().locator(".council").textContent(), "Council 7");
    await page.getByLabel("Show").selectOption("adopted");
    assert.equal(await page.locator(shown).count(), 0); // all are drafts
  });
  await look_at("index.html", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(shown).count(), councils);
    assert.equal(await page.getByRole("search").isVisible(), false);
  });
});

test("a question asked of the library is answered by provisions, wherever their words stand", async () => {
  await look_at("index.html", {}, async (page) => {
    await page.getByLabel("What do the councils say on …").fill("officers attend group meetings");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/compare\/index\.html#text=/);
    const found = page.locator("[data-hits] li");
    await found.first().waitFor();
    assert.match((await found.allInnerTexts()).join("\n"), /Officers may be asked to support party groups/);
    assert.match(await page.getByRole("status").innerText(), /^Found: \d+$/);
    await page.getByLabel("Provision or council").fill("roving commission"); // words of a text, in no title
    await page.locator("[data-hits] .said", { hasText: /roving commission/ }).first().waitFor();
    await page.getByLabel("Provision or council").fill("council 7");
    await page.locator("[data-hits] a", { hasText: /^Council 7$/ }).click();
    await page.waitForURL(/compare\/council\/c00007\/index\.html$/);
  });
});

test("the overview lists every topic's provisions without scripts", async () => {
  await look_at("compare/index.html", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.getByRole("search").isVisible(), false);
    const topic = page.locator("details.group").first();
    await topic.locator("summary").click();
    assert.ok(await topic.locator("li a").first().isVisible());
  });
});

test("a council's differences are filtered by kind, council and certainty, and both sides lead to their clauses", async () => {
  await look_at("compare/council/c00003/differences.html", {}, async (page) => {
    const entries = page.locator(".difference:visible");
    await page.getByLabel("Certainty").selectOption("may-differ");
    const all = await entries.count();
    assert.ok(all > 0);
    for (const entry of await entries.all()) {
      const councils = await entry.locator("dd a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      assert.ok(councils.length > 1 && councils.some((href) => href.includes("/c00003/")));
    }
    const kind = await entries.first().getAttribute("data-kind");
    await page.getByLabel("Kind").selectOption(kind);
    assert.ok((await entries.count()) <= all);
    for (const entry of await entries.all()) {
      assert.equal(await entry.getAttribute("data-kind"), kind);
      assert.match(await entry.getAttribute("data-pairs"), /:may-differ /);
    }
    await entries.first().locator("h2 a").click();
    await page.waitForURL(/council\/c00003\/on-[^/]*#/);
  });
});

test("what a council states is searched, and leads to every council's words", async () => {
  await look_at("compare/council/c00003/index.html", {}, async (page) => {
    const rows = page.locator("#_states .provision-row");
    const all = await rows.count();
    assert.equal(await page.locator(".provision-row:visible").count(), 0); // folded by topic
    await page.getByLabel("Words").fill("respect");
    const found = page.locator("#_states .provision-row:visible");
    assert.ok((await found.count()) > 0 && (await found.count()) < all);
    await found.first().locator("a").click();
    await page.waitForURL(/council\/c00003\/on-[^/]*#/);
    await page.locator(".matrix tr:target th a").click();
    await page.waitForURL(/compare\/provision\//);
    await page.getByRole("heading", { name: /^Wording A/ }).waitFor();
  });
});
