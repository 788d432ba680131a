// Opens every page made of the hostile corpus in a browser and proves that nothing of it is live:
// no script of the text runs, the content security policy never has to step in, nothing is asked for
// outside the folder, every address is one that may be pressed, and the words stand there as text.
//
//   CONCORD_OUTPUT   the folder that check.py built
//   EVERY_PAGE       set: also all pages of pairs and of provisions, of which else one in four is
//                    opened; `make hostile` does
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { at_once, close, folder, pages, visit } from "../browser/output.mjs";

test.after(close);

const many_alike = /^compare\/(provision\/|[^/]*--)/;
const opened = process.env.EVERY_PAGE ? pages : pages.filter((path, i) => !many_alike.test(path) || i % 4 === 0);

// Before anything else on the page: says when the marker is set or the policy steps in.
const watch = () => {
  window.seen = [];
  Object.defineProperty(window, "pwned", { get: () => undefined, set: () => window.seen.push("a script of the text ran") });
  document.addEventListener("securitypolicyviolation", (event) =>
    window.seen.push(`the policy stopped ${event.violatedDirective}: ${event.blockedURI || event.sample}`),
  );
};

const guarded = (path, steps) =>
  visit(path, { script: watch }, async (page) => {
    page.on("dialog", (dialog) => {
      throw new Error(`dialog: ${dialog.message()}`);
    });
    await page.waitForLoadState("networkidle");
    await steps(page);
    assert.deepEqual(await page.evaluate(() => window.seen), []);
  });

// What in the document only text can have put there.
const live_in_document = () => {
  const found = [];
  const strange = "iframe, object, embed, base, form:not([data-ask]), img, style, audio, video, math, applet, marquee, plaintext, xmp, template, foreignObject, animate, image";
  for (const element of document.querySelectorAll(strange)) found.push(`element ${element.outerHTML.slice(0, 80)}`);
  // The library's own question leads to the comparison, and nowhere else.
  const asking = [...document.querySelectorAll("form[data-ask]")];
  const own = (form) => /^(\.\.\/)*compare\/index\.html$/.test(form.dataset.ask) && !form.hasAttribute("action") && !form.querySelector("[formaction]");
  if (asking.length > 1 || !asking.every(own)) found.push("a form that is not the library's");
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`attribute ${name}`);
    if (element.localName.includes("-")) found.push(`element ${element.localName}`);
  }
  for (const script of document.scripts) if (!script.src.includes("/assets/")) found.push(`script ${script.outerHTML.slice(0, 80)}`);
  for (const link of document.querySelectorAll("a[href], area[href]")) {
    if (!["http:", "https:", "mailto:", "tel:", location.protocol].includes(link.protocol)) found.push(`address ${link.href.slice(0, 80)}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids)) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`id twice: ${id.slice(0, 80)}`);
  return found;
};

// Everything that a reader may touch is touched: scripts that copy text about must not wake it.
const touch_everything = () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const element of document.querySelectorAll("a, button, input, select, summary, [tabindex]")) {
    element.focus();
    for (const type of ["pointerover", "pointerenter", "mouseover", "mouseenter", "focusin"]) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    }
  }
};

// Most of a page's time is waiting for what must not happen: a few wait at once.
test.describe("nothing is live", { concurrency: at_once }, () => {
  for (const path of opened) {
    test(path, () =>
      guarded(path, async (page) => {
        await page.evaluate(touch_everything);
        await page.waitForTimeout(400);
        assert.deepEqual(await page.evaluate(live_in_document), []);
      }));
  }
});

test("an address that carries markup does nothing", async () => {
  const payload = encodeURIComponent(`"><img src=x onerror=pwned=1>`);
  for (const path of pages.filter((each) => /^(index|body\/index|compare\/index)\.html$/.test(each))) {
    for (const tail of [`#${payload}`, "#<img src=x onerror=pwned=1>", "#%", "#%00", "#constructor", `?q=${payload}&topic=${payload}#q=${payload}`]) {
      await guarded(path + tail, async (page) => {
        await page.evaluate(touch_everything);
        assert.deepEqual(await page.evaluate(live_in_document), []);
      });
    }
  }
});

// Words as the data has them, against words as the page shows them, clause by clause.
const words_shown = () =>
  Object.fromEntries(
    [...document.querySelectorAll(".provision[id]")].map((clause) => {
      const words = clause.querySelector(":scope > .line > .words")?.cloneNode(true);
      for (const part of words?.querySelectorAll(".number, .note, .sic, .repair") ?? []) part.remove();
      return [clause.id, words?.textContent ?? null];
    }),
  );
const plain = (text) => text.replace(/\s+/g, " ").trim();

const constitutions = pages.filter((path) => existsSync(join(folder, dirname(path), "protocol.json")));
test.describe("every word is shown as text", { concurrency: at_once }, () => {
  for (const path of constitutions) {
    test(path, async () => {
      const data = JSON.parse(readFileSync(join(folder, dirname(path), "protocol.json"), "utf8"));
      await guarded(path, async (page) => {
        const shown = await page.evaluate(words_shown);
        for (const clause of data.clauses) {
          const id = clause.id.slice(clause.id.indexOf("#") + 1);
          if (id === "title" || clause.kind === "table") continue;
          assert.ok(id in shown, `${id} is not on the page`);
          if (shown[id] !== null) assert.equal(plain(shown[id]), plain(clause.heading ?? clause.text), id);
        }
      });
    });
  }
});
