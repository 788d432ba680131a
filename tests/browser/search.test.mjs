// Search on each kind of page: other forms and other words of one meaning are found, and what is found is
// shown in its sentence.
import assert from "node:assert/strict";
import test from "node:test";
import { close, kinds, visit } from "./output.mjs";

test.after(close);

const rows = (page) => page.locator(".provision-row:visible");
const search = (page, words) => page.getByRole("searchbox").first().fill(words);
const texts = async (page) => (await rows(page).allInnerTexts()).join("\n");

test("words of one meaning are found: unhappy and dissatisfied, member and councillor", async () => {
  await visit("compare/index.html", {}, async (page) => {
    await search(page, "unhappy");
    assert.match(await texts(page), /unhappy about the actions/);
    assert.match(await texts(page), /dissatisfied with the conduct/);
    await search(page, "elected member");
    assert.match(await texts(page), /Councillors/);
  });
});

test("related words are never opposites: in public does not find in private", async () => {
  await visit("index.html", {}, async (page) => {
    const groups = await page.evaluate(() => word_groups);
    const stem = (word) => word.replace(/^(?:un|in|im|il|ir|dis|non-?)/, "");
    const negated = (one, other) => one !== other && stem(one) !== one && other.startsWith(stem(one).slice(0, 6));
    const opposite = (one, other) =>
      (/^(?:in )?public|openly/.test(one) && /^(?:in )?private/.test(other)) || negated(one, other) ||
      (/^(?:unnecessary|improper|unreasonable|inappropriate)/.test(one) && /^(?:proper|reasonable|appropriate|necessary)/.test(other));
    const wrong = groups.flatMap((group) => group.flatMap((one) =>
      group.filter((other) => opposite(one, other)).map((other) => `${one}, ${other}`)));
    assert.deepEqual(wrong, []);
    assert.ok(groups.some((group) => group.includes("in public") && group.includes("openly")));
  });
  await visit("compare/index.html", {}, async (page) => {
    await search(page, "in private");
    const marked = await page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map(String));
    assert.ok(marked.length > 0);
    assert.deepEqual(marked.filter((each) => /public|open/i.test(each) && !/private/i.test(each)), []);
  });
});

test("a cell shows the sentence that has the words, and its first words again once nothing is asked", async () => {
  await visit("compare/index.html", {}, async (page) => {
    const cell = page.locator('[id="group-attendance"] td[data-council="york"] [data-said]').first();
    const opening = await cell.innerText();
    await search(page, "called upon");
    assert.match(await cell.innerText(), /^Officers may properly be called upon to support/);
    await search(page, "");
    assert.equal(await cell.innerText(), opening);
  });
});

test("the words of several clauses are no answer", async () => {
  await visit("compare/index.html", {}, async (page) => {
    await search(page, "budget confidential");
    for (const row of await rows(page).all()) {
      const passages = await row
        .locator("[data-said]")
        .evaluateAll((all) => all.map(({ textContent, dataset: { before, after } }) => `${before} ${textContent} ${after}`));
      const title = await row.locator("th").innerText();
      assert.ok(passages.some((each) => /budget/i.test(`${title} ${each}`) && /confiden|private|secre/i.test(`${title} ${each}`)));
    }
  });
});

test("a topic, the differences, the gaps and two councils are searched alike", async () => {
  for (const [path, words, found] of [
    ["compare/on-party-groups.html", "refuse to attend", /legitimately refuse/],
    ["compare/differences.html", "statutory recognition", /recognition/],
    ["compare/gaps.html", "budget", /budget/i],
    ["compare/leeds--york.html", "unhappy", /unhappy/],
  ]) {
    await visit(path, {}, async (page) => {
      const all = await page.locator(".provision-row").count();
      await search(page, words);
      const count = await rows(page).count();
      assert.ok(count > 0 && count < all, `${path}: ${count} of ${all}`);
      assert.match(await texts(page), found, path);
    });
  }
});

test("a protocol is searched: what is found is listed in its sentence, and leads to its clause", async () => {
  await visit("york/index.html", {}, async (page) => {
    await search(page, "unhappy member");
    const hits = page.locator("[data-hits] li");
    assert.ok((await hits.count()) > 0);
    assert.match((await hits.allInnerTexts()).join("\n"), /4\.4\s+A member who is unhappy about/);
    assert.match(await page.getByRole("status").first().innerText(), /^Found: \d+$/);
    await hits.getByRole("link", { name: "4.4", exact: true }).click();
    await page.waitForURL(/#4\.4$/);
    await search(page, "zebra");
    assert.match(await page.getByRole("status").first().innerText(), /^Found: 0$/);
  });
});

test("the library asks the matrix", async () => {
  await visit("index.html", {}, async (page) => {
    await page.getByLabel("What do the councils say on …").fill("criticise in public");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/compare\/index\.html#text=criticise\+in\+public$/);
    assert.match(await texts(page), /Members do not criticise officers in public/);
  });
});

test("every kind of page has a search; one that has none of its own asks the matrix", async () => {
  for (const path of kinds) {
    await visit(path, {}, async (page) => {
      assert.ok((await page.getByRole("searchbox").count()) > 0, path);
    });
  }
  for (const path of ["compare/pictures.html", kinds.find((each) => each.startsWith("compare/provision/"))]) {
    await visit(path, {}, async (page) => {
      await page.getByLabel("What do the councils say on …").fill("criticise in public");
      await page.getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/compare\/index\.html#text=criticise\+in\+public$/, { waitUntil: "commit" });
    });
  }
});

test("differences are filtered by pairs: one and the same has both councils and the grade", async () => {
  await visit("compare/differences.html", {}, async (page) => {
    await page.getByLabel("Council", { exact: true }).selectOption("north-herts");
    await page.getByLabel("Other council").selectOption("york");
    await page.getByLabel("Certainty").selectOption("differs");
    const pairs = await rows(page).evaluateAll((all) => all.map((each) => each.dataset.pairs));
    assert.ok(pairs.length > 0);
    for (const each of pairs) assert.match(each, /(^| )north-herts:york:differs( |$)/);
  });
});

test("what is found is marked", async () => {
  await visit("compare/on-party-groups.html", {}, async (page) => {
    await search(page, "refuse");
    const marked = await page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map(String));
    assert.ok(marked.length > 0);
    assert.ok(marked.every((each) => /refus/i.test(each)), marked.join());
  });
});
