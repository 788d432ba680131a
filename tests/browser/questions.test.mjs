// Four questions that people came with, asked as they would ask them, with the true answers as read in the
// five protocols. Each is to be answered within a search or two.
import assert from "node:assert/strict";
import test from "node:test";
import { close, visit } from "./output.mjs";

test.after(close);

const matrix = "compare/index.html";
const ask = (page, words) => page.getByLabel("Words", { exact: true }).fill(words);
const rows = (page) => page.locator(".provision-row:visible");
const cell = (page, row, council) => page.locator(`[id="${row}"] td[data-council="${council}"]`);

test("which councils let officers attend party group meetings", async () => {
  await visit(matrix, {}, async (page) => {
    await ask(page, "which councils let officers attend party group meetings");
    const row = page.locator('[id="group-attendance"]');
    assert.ok(await row.isVisible());
    await row.locator("th a").click();
    await page.waitForURL(/on-party-groups\.html#group-attendance$/);
    const said = page.locator('[id="group-attendance"]');
    assert.equal(await said.locator("h2").innerText(), "May officers support party groups?");
    const councils = await said.locator(".version h3").allInnerTexts();
    assert.deepEqual([...new Set(councils.map((name) => name.replace(/ [\d.]+$/, "")))].sort(), ["North Herts", "Ware", "York"]);
    const texts = (await said.locator(".whole").allInnerTexts()).join("\n");
    assert.match(texts, /Officers may properly be called upon to support/); // York
    assert.match(texts, /Officers may be properly called upon to support/); // North Herts
    assert.match(texts, /employees can legitimately refuse to do so/); // Ware
    // The others are silent: nothing was found, or something on another point.
    const silent = (await said.locator(".missing li, .note").allInnerTexts()).join("\n");
    for (const name of ["Leeds-style", "Pitstone"]) assert.ok(silent.includes(name), name);
  });
});

test("where Leeds and York differ on criticism in public", async () => {
  await visit(matrix, {}, async (page) => {
    await ask(page, "criticism in public");
    await page.getByLabel("Side by side").selectOption("Leeds-style");
    await page.getByLabel("and", { exact: true }).selectOption("York");
    await page.getByRole("link", { name: "Read both" }).click();
    const both = rows(page).filter({ has: page.locator('[id="a-4.7"]') });
    assert.match((await both.locator("del").allInnerTexts()).join(" "), /openly or through the media/);
    assert.match((await both.locator("ins").allInnerTexts()).join(" "), /at meetings held in public/);
  });
});

test("what only York has on budgets", async () => {
  await visit(matrix, {}, async (page) => {
    await ask(page, "budget");
    await page.getByLabel("Show").selectOption("one");
    const found = await rows(page).evaluateAll((all) => all.map((row) => row.dataset.has.trim()));
    assert.ok(found.includes("york"));
    const york = rows(page).filter({ has: page.locator('td[data-council="york"] .opening') });
    assert.match((await york.allInnerTexts()).join("\n"), /alternative budget proposals/);
  });
});

test("who must be told first of a concern about an officer", async () => {
  await visit(matrix, {}, async (page) => {
    await ask(page, "who is told first of a concern about an officer");
    const row = "whom-to-tell-first";
    assert.ok(await page.locator(`[id="${row}"]`).isVisible());
    assert.match(await cell(page, row, "leeds").innerText(), /take up the concern with the officer privately/);
    assert.match(await cell(page, row, "york").innerText(), /take up the concern with the Chief Operating Officer or appropriate Chief Officer/);
  });
});
