// The pages of the comparison, by the tasks for which people open them.
import assert from "node:assert/strict";
import test from "node:test";
import { close, visit } from "./output.mjs";

test.after(close);

const matrix = "compare/index.html";
const rows = (page) => page.locator(".provision-row:visible");

test("which councils let officers attend party group meetings is one search away", async () => {
  await visit(matrix, {}, async (page) => {
    await page.getByLabel("Words").fill("party group meeting");
    const count = await rows(page).count();
    assert.ok(count > 0 && count <= 14, `${count} rows`);
    const text = (await rows(page).allInnerTexts()).join("\n");
    assert.match(text, /ranging from a brief/);
    assert.match(text, /no power to require the Clerk/);
    const support = page.locator(".provision-row:visible", { hasText: "support provided by officers can take many forms" });
    const has = await support.first().getAttribute("data-has");
    assert.deepEqual(has.trim().split(" ").sort(), ["north-herts", "york"]);
    assert.match(await page.getByRole("status").innerText(), /^\d+ of \d+ shown$/);
  });
});

test("where Leeds differs from York on criticising officers in public stands side by side", async () => {
  await visit("compare/leeds--york.html#a-4.7", {}, async (page) => {
    const block = page.locator(".pairing", { has: page.locator('[id="a-4.7"]') });
    assert.ok(await block.locator('[id="b-4.3"]').isVisible());
    const only_leeds = (await block.locator('[id="a-4.7"] del').allInnerTexts()).join(" ");
    const only_york = (await block.locator('[id="b-4.3"] ins').allInnerTexts()).join(" ");
    assert.match(only_leeds, /openly or through the media/);
    assert.match(only_york, /at meetings held in public/);
  });
});

test("a question is understood as it is asked", async () => {
  await visit(matrix, {}, async (page) => {
    const found = async (words) => {
      await page.getByLabel("Words").fill(words);
      return (await rows(page).allInnerTexts()).join("\n");
    };
    const criticism = await found("criticising officers in public");
    assert.match(criticism, /should not raise matters openly or through the media/);
    assert.match(await page.getByRole("status").innerText(), /^\d+ of \d+ shown$/);
    const attendance = await found("which councils let officers attend party group meetings");
    assert.match(attendance, /no power to require the Clerk/);
    assert.match(await page.getByRole("status").innerText(), /shown; none has every word, these come nearest$/);
  });
});

test("two councils on one point are three choices away, with the words kept", async () => {
  await visit(matrix, {}, async (page) => {
    await page.getByLabel("Words").fill("criticise in public");
    await page.getByLabel("Side by side").selectOption("York");
    await page.getByLabel("and", { exact: true }).selectOption("Leeds-style");
    await page.getByRole("link", { name: "Read both" }).click();
    await page.waitForURL(/leeds--york\.html#text=criticise\+in\+public$/);
    assert.equal(await page.getByLabel("Words", { exact: true }).inputValue(), "criticise in public");
    const shown = rows(page);
    assert.ok((await shown.count()) < 8);
    assert.match((await shown.allInnerTexts()).join("\n"), /openly or through the media[^]*at meetings held in public/);
  });
});

test("the filters narrow, count, and keep their state in the address", async () => {
  await visit(matrix, {}, async (page) => {
    const all = await rows(page).count();
    await page.getByLabel("Show").selectOption("differs");
    const differing = await rows(page).count();
    assert.ok(differing > 0 && differing < all);
    await page.getByLabel("Topic").selectOption("party-groups");
    assert.ok((await rows(page).count()) < differing);
    await page.waitForURL(/#topic=party-groups&show=differs$/);
    await page.reload();
    assert.equal(await page.getByLabel("Topic").inputValue(), "party-groups");
    assert.ok((await rows(page).count()) < differing);
  });
});

test("a council's column can be put away, and what it alone has goes with it", async () => {
  await visit(matrix, {}, async (page) => {
    const before = await rows(page).count();
    await page.getByRole("checkbox", { name: "York" }).uncheck();
    assert.equal(await page.locator('.matrix [data-council="york"]:visible').count(), 0);
    assert.ok((await rows(page).count()) < before);
  });
});

test("what was not found in one council can be asked for", async () => {
  await visit(matrix, {}, async (page) => {
    await page.getByLabel("Show").selectOption("missing-ware");
    for (const row of await rows(page).all()) {
      assert.match(await row.getAttribute("data-lacks"), /\bware\b/);
    }
  });
});

test("a cell opens the full texts, with the words changed from a council that the reader picks", async () => {
  await visit(matrix, {}, async (page) => {
    await page.getByLabel("Topic").selectOption("party-groups");
    await page.locator('td[data-council="york"] a:visible', { hasText: "There is statutory recognition" }).first().click();
    await page.waitForURL(/on-party-groups\.html#[a-z0-9-]+-york$/);
    const version = page.locator(".version:target");
    assert.match(await version.locator(".whole").innerText(), /There is statutory recognition/);
    await page.getByLabel("Show words changed from").selectOption("north-herts");
    assert.equal(await version.locator(".whole").isVisible(), false);
    assert.match(await version.locator(".changed:visible del").first().innerText(), /\bno\b/);
  });
});

test("without scripts every row and every plain text is there", async () => {
  await visit(matrix, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await rows(page).count(), await page.locator(".provision-row").count());
    assert.equal(await page.locator("[data-filters]").isVisible(), false);
  });
  await visit("compare/on-party-groups.html", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".whole:visible").count(), await page.locator(".whole").count());
  });
});

test("other words for the same role can be muted", async () => {
  await visit("compare/pitstone--york.html", {}, async (page) => {
    const word = page.locator(".pairing .role-word").first();
    const line = () => word.evaluate((element) => getComputedStyle(element).textDecorationLine);
    assert.equal(await line(), "underline");
    await page.getByLabel("Dim different words for the same role").check();
    assert.equal(await line(), "none");
  });
});

test("each clause of a constitution says what other councils have", async () => {
  await visit("york/index.html#5.1", {}, async (page) => {
    const clause = page.locator('[id="5.1"] > .line');
    const disclosure = clause.locator(".counterparts summary");
    assert.match(await disclosure.innerText(), /In other councils\s+2 of 4\s+differs in effect/);
    await disclosure.click();
    await clause.getByRole("link", { name: "North Herts 5.1" }).click();
    await page.waitForURL(/compare\/north-herts--york\.html#b-5\.1$/);
    assert.ok(await page.locator('[id="b-5.1"]').isVisible());
  });
});

const narrow = { viewport: { width: 320, height: 640 } };

test("on a narrow screen the matrix is a topic's list of cards that name their councils", async () => {
  for (const javaScriptEnabled of [true, false]) {
    await visit(matrix, { ...narrow, javaScriptEnabled }, async (page) => {
      assert.equal(await rows(page).count(), 0);
      await page.getByRole("link", { name: /^Provisions: \d+ \(Advice to party groups\)$/ }).click();
      await page.waitForURL(/#_on-party-groups$/);
      const topics = await rows(page).evaluateAll((all) => all.map((row) => row.closest("tbody").dataset.topic));
      assert.deepEqual([...new Set(topics)], ["party-groups"]);
      const cell = page.locator("td:visible").first();
      assert.ok(await cell.locator(".council-name").isVisible());
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });
  }
  await visit(matrix, narrow, async (page) => {
    await page.getByLabel("Words").fill("party group meeting");
    assert.ok((await rows(page).count()) > 0);
  });
});

// What is long is folded where the screen is narrow, and nowhere else.
const folded = {
  "compare/on-party-groups.html": "details.narrow-fold",
  "compare/leeds--york.html": "details.narrow-fold",
  "compare/council/york/index.html": "details.group",
};
const words_in = (page, folds) =>
  page.locator(folds).evaluateAll((all) => all.filter((each) => each.lastElementChild.checkVisibility({ contentVisibilityAuto: true })).length);

test("no page of the comparison is unreadably long on a narrow screen", async () => {
  for (const path of [matrix, "compare/gaps.html", "compare/differences.html", ...Object.keys(folded)]) {
    await visit(path, narrow, async (page) => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height < 10_000, `${path}: ${height} pixels`);
    });
  }
});

test("what is folded opens for a link that leads into it, for a search and on paper", async () => {
  await visit("compare/leeds--york.html#b-5.4", narrow, async (page) => {
    assert.ok(await page.locator('[id="b-5.4"]').isVisible());
  });
  for (const [path, folds] of Object.entries(folded)) {
    await visit(path, narrow, async (page) => {
      assert.equal(await words_in(page, folds), 0, path);
      await page.getByLabel("Words", { exact: true }).fill("group");
      const found = rows(page);
      assert.ok((await found.count()) > 0, path);
      for (const row of await found.all()) assert.ok(await row.getByText(/group/i).first().isVisible(), path);
    });
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.equal(await words_in(page, folds), await page.locator(folds).count(), path);
    });
  }
});

test("on paper a pair says what its marks mean, without the switch", async () => {
  await visit("compare/leeds--york.html", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".legend").isVisible());
    assert.ok(await page.locator("#mute-roles").isHidden());
  });
});

test("a narrow screen shows coverage in figures, the graph whole, and no picture cut off", async () => {
  await visit("compare/pictures.html", narrow, async (page) => {
    assert.ok(await page.locator(".drawn").isHidden());
    assert.ok(await page.locator(".in-figures table").isVisible());
    const round = await page.locator(".picture.round").boundingBox();
    assert.ok(round.x >= 0 && round.x + round.width <= narrow.viewport.width);
  });
  await visit("compare/pictures.html", {}, async (page) => {
    for (const label of await page.locator(".drawn text").all()) {
      const drawn = await page.locator(".drawn svg").boundingBox();
      assert.ok((await label.boundingBox()).x >= drawn.x, await label.textContent());
    }
  });
});

test("paper has gaps without what only opens on a screen", async () => {
  await visit("compare/gaps.html", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".borrow").first().isHidden());
    assert.ok(await page.locator(".gaps li").first().isVisible());
  });
});

test("a pair's clauses name their council where no column does", async () => {
  await visit("compare/leeds--york.html", narrow, async (page) => {
    await page.locator("summary").first().click();
    assert.match(await page.locator(".pairing:visible .how").first().innerText(), /^Leeds-style 1\.1/);
  });
});
