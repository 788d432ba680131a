// Every address on every page leads somewhere, every id is there once, and nothing outside is asked.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { close, each, folder, kinds, pages, path_of, serve, visit } from "./output.mjs";

test.after(close);

const found = new Map(); // path -> {ids, links}
test.before(async () => {
  await each(pages, (path) =>
    visit(path, { javaScriptEnabled: false }, async (page) => {
      found.set(path, await page.evaluate(() => ({
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
        links: [...document.querySelectorAll("[href], [src]")].map((element) => element.href || element.src),
        inline: document.querySelectorAll("style, [style], script:not([src])").length,
        handlers: [...document.querySelectorAll("*")].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith("on"))).length,
      })));
    }));
});

test("each id stands once on its page", () => {
  for (const [path, { ids }] of found) {
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    assert.deepEqual(twice, [], path);
  }
});

test("each link into the folder resolves, with its fragment", () => {
  const dead = [];
  for (const [path, { links }] of found) {
    for (const link of links.filter((href) => href.startsWith("file:"))) {
      const url = new URL(link);
      const fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      const target = path_of(url.href);
      const there = existsSync(join(folder, target)) && !target.startsWith("..");
      const known = !fragment || found.get(target)?.ids.includes(fragment);
      if (!there || !known) dead.push(`${path}: ${link}`);
    }
  }
  assert.deepEqual(dead, []);
});

test("links that lead out of the folder are for people to follow", () => {
  for (const [path, { links }] of found) {
    const strange = links.filter((href) => !/^(file|https?|mailto|tel):/.test(href));
    assert.deepEqual(strange, [], path);
  }
});

test("pages carry no script and no style of their own", () => {
  for (const [path, { inline, handlers }] of found) assert.deepEqual([inline, handlers], [0, 0], path);
});

test("a strict policy is in force from disk, and styles, fonts and scripts pass it", async () => {
  await visit(pages[0], {}, async (page) => {
    const state = await page.evaluate(async () => {
      await document.fonts.ready;
      const refused = new Promise((done) =>
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective)));
      const script = document.createElement("script");
      script.textContent = "document.title = 'changed'";
      document.head.append(script);
      return {
        refused: await refused,
        title: document.title,
        fonts: [...document.fonts].some((font) => font.status === "loaded"),
        styled: getComputedStyle(document.body).margin,
      };
    });
    assert.equal(state.refused, "script-src-elem");
    assert.notEqual(state.title, "changed");
    assert.equal(state.fonts, true);
    assert.equal(state.styled, "0px");
  }).catch((error) => {
    if (!/violates the following Content Security Policy/.test(error.message)) throw error;
  });
});

// Behind a server the browser would also ask for what only a server can give.
test("a server is asked for nothing but files of the folder", async () => {
  await serve(async (origin, missing) => {
    await each(kinds, (path) => visit(path, {}, (page) => page.waitForLoadState("networkidle"), origin));
    assert.deepEqual(missing, []);
  });
});
