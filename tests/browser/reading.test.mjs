// A constitution page as readers use it: by mouse, by keyboard, without scripts, on paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { close, folder, protocols, visit } from "./output.mjs";

test.after(close);

const page_of = "york/index.html";
const reference = ".words a.internal[href='#13']"; // "paragraph 13 below", in 4.6
const preview = ".preview:popover-open";

test("pointing at a reference shows its target, and the pointer can enter it", async () => {
  await visit(page_of, {}, async (page) => {
    await page.locator(reference).hover();
    await page.locator(preview).waitFor();
    assert.match(await page.locator(preview).innerText(), /Breaches of the protocol/i);
    await page.locator(preview).hover();
    await page.waitForTimeout(500);
    assert.equal(await page.locator(preview).count(), 1);
    await page.mouse.move(2, 2);
    await page.locator(preview).waitFor({ state: "detached" });
  });
});

test("reaching a reference by keyboard shows its target, Escape closes it and keeps the place", async () => {
  await visit(page_of, {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.locator(reference).focus();
    await page.locator(preview).waitFor();
    assert.equal(await page.locator(reference).getAttribute("aria-describedby"), "_preview");
    await page.keyboard.press("Escape");
    await page.locator(preview).waitFor({ state: "detached" });
    assert.equal(await page.locator(reference).evaluate((link) => document.activeElement === link), true);
    assert.equal(await page.locator(reference).getAttribute("aria-describedby"), null);
    await page.keyboard.press("Enter");
    await page.waitForURL(/#13$/);
  });
});

test("a preview stays inside a window of 320 pixels", async () => {
  await visit(page_of, { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.locator(reference).hover();
    const box = await page.locator(preview).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
  });
});

test("a preview repeats no id and holds nothing to press", async () => {
  await visit(page_of, {}, async (page) => {
    await page.locator(reference).hover();
    await page.locator(preview).waitFor();
    assert.equal(await page.locator(`${preview} :is([id], a, button)`).count(), 0);
  });
});

test("a footnote mark shows its note, and the note leads back", async () => {
  await visit("north-herts/index.html", {}, async (page) => {
    await page.locator("#_fnref-53").hover();
    await page.locator(preview).waitFor();
    assert.match(await page.locator(preview).innerText(), /If the Leader is the requester/);
    await page.locator("#_fnref-53").click();
    await page.waitForURL(/#fn53$/);
    await page.locator("#fn53 .back a").click();
    await page.waitForURL(/#_fnref-53$/);
  });
});

test("a target says what refers to it", async () => {
  await visit(page_of, {}, async (page) => {
    const referrers = page.locator("[id='13'] > .line .referrers");
    assert.match(await referrers.innerText(), /Referred to by\s+4\.6/);
    await referrers.getByText("4.6").click();
    await page.waitForURL(/#4\.6$/);
  });
});

test("the contents stand beside the text from 60rem and fold away below", async () => {
  await visit(page_of, { viewport: { width: 960, height: 700 } }, async (page) => {
    const entry = page.locator(".contents a").first();
    const text = await page.locator(".text").boundingBox();
    const box = await entry.boundingBox();
    assert.ok(await entry.isVisible());
    assert.ok(box.x + box.width <= text.x);
    assert.equal(await page.locator(".contents summary").isVisible(), false);
    await page.setViewportSize({ width: 959, height: 700 });
    assert.equal(await entry.isVisible(), false);
    await page.locator(".contents summary").click();
    assert.ok(await entry.isVisible());
    await page.getByRole("link", { name: "5. Officer advice to party groups" }).click();
    await page.waitForURL(/#5$/);
  });
});

test("the section in view is marked in the contents", async () => {
  await visit(`${page_of}#5`, {}, async (page) => {
    const current = page.locator(".contents [aria-current]");
    await current.waitFor();
    assert.match(await current.innerText(), /Officer advice to party groups/);
    await page.evaluate(() => document.getElementById("9.1").scrollIntoView());
    await page.waitForFunction(() =>
      document.querySelector(".contents [aria-current]").textContent.includes("Officer support: Scrutiny"));
    assert.equal(await current.count(), 1);
  });
});

test("every provision has a permalink, seen on hover and on focus", async () => {
  for (const path of protocols) {
    await visit(path, {}, async (page) => {
      const without = await page.evaluate(() =>
        [...document.querySelectorAll(".provision")].filter((provision) =>
          provision.querySelector(":scope > .line > .permalink")?.getAttribute("href") !== `#${provision.id}`).length);
      assert.equal(without, 0, path);
    });
  }
  await visit(page_of, { reducedMotion: "reduce" }, async (page) => {
    const line = page.locator("[id='5.4.ii'] > .line");
    const opacity = () => line.locator(".permalink").evaluate((link) => getComputedStyle(link).opacity);
    assert.equal(await opacity(), "0");
    await line.hover();
    assert.equal(await opacity(), "1");
    await page.mouse.move(0, 0);
    await line.locator(".permalink").focus();
    assert.equal(await opacity(), "1");
  });
});

test("a citation is copied by keyboard, and said", async () => {
  await visit(page_of, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.locator("[id='5.4.ii'] > .line > .permalink").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/^Copied: /).waitFor();
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      "York, Protocol for Officer / Member Relations, 5.4(ii)");
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("button", { name: /Cop/ }).count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.className), "permalink");
  });
});

test("without scripts all the text, contents, notes and links are there", async () => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) {
    await visit("north-herts/index.html", { javaScriptEnabled: false, viewport }, async (page) => {
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll(".words")].filter((words) => !words.checkVisibility()).length);
      assert.equal(hidden, 0);
      assert.equal(await page.locator(".contents a").first().isVisible(), viewport.width === 1280);
      assert.equal(await page.locator("button:visible").count(), 0);
      await page.locator("#_fnref-53").click();
      await page.waitForURL(/#fn53$/);
    });
  }
});

test("a number hangs before its words, as printed", async () => {
  await visit(page_of, {}, async (page) => {
    const number = page.locator("[id='5.4.ii'] > .line .number");
    assert.equal((await number.textContent()).trim(), "(ii)");
    const [number_edge, second_line] = await page.locator("[id='5.4.ii'] > .line > .words").evaluate((words) => {
      const text = document.createRange();
      text.selectNodeContents(words);
      const number = words.querySelector(".number").getBoundingClientRect();
      const below = [...text.getClientRects()].filter((box) => box.top > number.bottom);
      return [number.right, Math.min(...below.map((box) => box.left))];
    });
    assert.ok(Math.abs(number_edge - second_line) < 2, `${number_edge} and ${second_line}`);
  });
});

test("paper has the whole text and none of the tools", async () => {
  for (const path of protocols) {
    await visit(path, {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const tool of [".masthead", ".contents", ".downloads", ".skip"]) {
        assert.equal(await page.locator(tool).first().isVisible(), false, `${path} ${tool}`);
      }
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll(".words")].filter((words) => !words.checkVisibility()).length);
      assert.equal(hidden, 0, path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.ok(pdf.length > 20_000);
    });
  }
});

test("dark is dark, and forced colours keep what shape alone would say", async () => {
  const brightness = (page) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0) / 3);
  await visit(page_of, { colorScheme: "light" }, async (page) => assert.ok((await brightness(page)) > 240));
  await visit(page_of, { colorScheme: "dark" }, async (page) => assert.ok((await brightness(page)) < 40));
  await visit(`${page_of}#5.4`, { forcedColors: "active" }, async (page) => {
    const outline = await page.locator("[id='5.4'] > .line").evaluate((line) => getComputedStyle(line).outlineStyle);
    assert.equal(outline, "solid");
  });
});

test("the ids of a page are those of the data", async () => {
  const corpus = JSON.parse(readFileSync(join(folder, "data/corpus.json"), "utf8"));
  for (const path of protocols) {
    const { clauses } = corpus.protocols.find((protocol) => `${protocol.id}/index.html` === path);
    await visit(path, {}, async (page) => {
      const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
      const missing = clauses.map((clause) => clause.id.split("#")[1]).filter((id) => !ids.includes(id));
      assert.deepEqual(missing, [], path);
    });
  }
});
