// WCAG 2.2 AA on every page, in each way in which it can be looked at.
import assert from "node:assert/strict";
import test from "node:test";
import { looks, violations } from "./axe.mjs";
import { close, kinds, visit } from "./output.mjs";

test.after(close);

for (const [look, options] of Object.entries(looks)) {
  test(`axe finds nothing: ${look}`, async () => {
    for (const path of kinds) {
      await visit(path, options, async (page) => assert.deepEqual(await violations(page), [], path));
    }
  });
}

test("axe finds nothing with the contents, a preview and the citation open", async () => {
  await visit("york/index.html", { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.getByText("Contents", { exact: true }).click();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Tab");
    await page.locator(".words a.internal").first().focus();
    await page.locator(".preview").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.locator(".permalink").first().focus();
    await page.getByRole("button", { name: "Copy citation" }).waitFor();
    assert.deepEqual(await violations(page), []);
  });
});

test("nothing runs over the edge at 320 pixels", async () => {
  for (const path of kinds) {
    await visit(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 320, path);
    });
  }
});

// 1280 pixels at 400 % are 320; text alone at 200 % must fit as well (WCAG 1.4.4).
test("nothing runs over the edge with text twice as large", async () => {
  for (const path of kinds) {
    await visit(path, { viewport: { width: 640, height: 640 } }, async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 640, path);
    });
  }
});
