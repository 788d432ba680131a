// What axe cannot see: each kind of page by keyboard alone, at 400 %, in forced colours, without motion
// or scripts, on paper, and in the order in which a screen reader speaks it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { close, kinds, visit } from "./output.mjs";

test.after(close);

const still = { reducedMotion: "reduce" };
const stops = "a[href], button, input, select, summary, [tabindex='0']";

// What has the focus: whether its outline is drawn, and whether any of it can be seen (WCAG 2.4.7,
// 2.4.11). What of its box is in the window is looked at in nine places, because something may lie over
// its middle.
const focused = () => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const between = (low, high, share) => low + (high - low) * share;
  const seen = [...element.getClientRects()].some((box) =>
    [0.1, 0.5, 0.9].some((across) =>
      [0.1, 0.5, 0.9].some((down) => {
        const x = between(Math.max(box.left, 0), Math.min(box.right, innerWidth), across);
        const y = between(Math.max(box.top, 0), Math.min(box.bottom, innerHeight), down);
        return element.contains(document.elementFromPoint(x, y));
      })));
  const follows = !window.last || window.last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (!element.closest(".tools")) window.last = element; // what offers the citation moves along
  return {
    name: element.outerHTML.slice(0, 90),
    follows: Boolean(follows),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen,
  };
};

const walk = async (page, most) => {
  const walked = [];
  for (let step = 0; step < most; ++step) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (!stop) break;
    walked.push(stop);
  }
  return walked;
};

const enough = 80; // stops of the keyboard on a page of many alike

for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 256 }]) {
  test(`the keyboard reaches everything, in order and in sight: ${viewport.width} pixels`, async () => {
    for (const path of kinds) {
      await visit(path, { ...still, viewport }, async (page) => {
        const there = await page.locator(stops).filter({ visible: true }).count();
        const walked = await walk(page, Math.min(there + 5, enough));
        assert.ok(walked.length >= Math.min(there, enough), `${path}: ${walked.length} of ${there} stops`);
        for (const stop of walked) {
          assert.deepEqual([stop.outlined, stop.seen, stop.follows], [true, true, true], `${path}: ${stop.name}`);
        }
      });
    }
  });
}

test("going back by keyboard, nothing that sticks covers the focus", async () => {
  for (const path of ["compare/index.html", "compare/leeds--york.html", "compare/on-party-groups.html"]) {
    await visit(path, still, async (page) => {
      await page.locator("main a[href]").filter({ visible: true }).last().focus();
      for (let step = 0; step < 50; ++step) {
        await page.keyboard.press("Shift+Tab");
        const stop = await page.evaluate(focused);
        if (!stop) break;
        assert.deepEqual([stop.outlined, stop.seen], [true, true], `${path}: ${stop.name}`);
      }
    });
  }
});

// 1280 by 1024 pixels at 400 %: nothing scrolls sideways but tables and pictures (WCAG 1.4.10).
test("at 400 % nothing is lost and nothing but tables and pictures scrolls sideways", async () => {
  for (const path of kinds) {
    await visit(path, { ...still, viewport: { width: 320, height: 256 } }, async (page) => {
      const lost = await page.evaluate(() => {
        const sticking = [...document.querySelectorAll("body *")].filter((element) => {
          const { position } = getComputedStyle(element);
          return ["sticky", "fixed"].includes(position) && element.checkVisibility() && element.offsetHeight > 128;
        });
        const cut = [...document.querySelectorAll("main :is(p, h1, h2, h3, li, dt, dd, label, select, input, summary)")]
          .filter((element) => element.checkVisibility() && !element.closest(".tables, .table, .hidden, .heard"))
          .filter((element) => element.getBoundingClientRect().right > 320.5);
        return [...sticking, ...cut].map((element) => element.outerHTML.slice(0, 90));
      });
      assert.deepEqual(lost, [], path);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
    });
  }
});

test("forced colours keep the focus, the present page, the target and the states", async () => {
  const forced = { ...still, forcedColors: "active" };
  for (const path of kinds) {
    await visit(path, forced, async (page) => {
      for (const stop of await walk(page, 12)) assert.ok(stop.outlined, `${path}: ${stop.name}`);
    });
  }
  const border = (page, selector, side) =>
    page.locator(selector).first().evaluate((element, name) => {
      const style = getComputedStyle(element);
      const visible = style[`border${name}Color`] !== getComputedStyle(document.body).backgroundColor;
      return visible && style[`border${name}Style`] !== "none" && parseFloat(style[`border${name}Width`]) > 0;
    }, side);
  await visit("compare/index.html", forced, async (page) => {
    assert.equal(await border(page, ".views [aria-current]", "Bottom"), true);
    assert.equal(await border(page, ".views a:not([aria-current])", "Bottom"), false);
    assert.equal(await border(page, "td.differs", "Left"), true);
    assert.equal(await border(page, "td.none", "Left"), false);
    const signs = await page.locator("td .mark").evaluateAll((marks) =>
      marks.filter((mark) => !mark.textContent.trim() || getComputedStyle(mark, "::before").content === "none").length);
    assert.equal(signs, 0);
  });
  for (const target of ["york/index.html#5.4", "compare/leeds--york.html#a-4.7"]) {
    await visit(target, forced, async (page) => {
      const outlined = await page.evaluate(() =>
        [document.querySelector(":target"), document.querySelector(":target > .line")].some((element) =>
          element && getComputedStyle(element).outlineStyle === "solid"));
      assert.ok(outlined, target);
    });
  }
});

test("nothing moves where less motion is asked for", async () => {
  for (const path of kinds) {
    await visit(path, still, async (page) => {
      const moving = await page.evaluate(() =>
        document.getAnimations().length +
        [...document.querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          return style.transitionDuration !== "0s" || style.animationName !== "none" || style.scrollBehavior === "smooth";
        }).length);
      assert.equal(moving, 0, path);
    });
  }
});

test("without scripts each kind of page is whole, and nothing dead is shown", async () => {
  for (const path of kinds) {
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      const dead = await page.locator("button, input:not(#mute-roles), select").filter({ visible: true }).count();
      assert.equal(dead, 0, path);
      // What is folded opens without a script.
      await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
      const rows = page.locator(".provision-row");
      assert.equal(await rows.filter({ visible: true }).count(), await rows.count(), path);
      assert.ok((await page.locator("main").innerText()).length > 400, path);
    });
  }
});

test("on paper nothing is cut off, and no link is paler than the words around it", async () => {
  for (const path of kinds) {
    // A4, in pixels: upright for a protocol, across for a comparison.
    const wide = path.startsWith("compare/");
    const viewport = wide ? { width: 1016, height: 672 } : { width: 642, height: 948 };
    await visit(path, { ...still, viewport }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const faults = await page.evaluate(() => {
        const edge = document.documentElement.clientWidth + 1;
        const shown = [...document.querySelectorAll("main *")].filter((element) => element.checkVisibility() && !element.closest("svg, .hidden"));
        const cut = shown.filter((element) => element.getBoundingClientRect().right > edge);
        const pale = [...document.querySelectorAll(".banner a")].filter((link) =>
          getComputedStyle(link).color !== getComputedStyle(link.parentElement).color);
        const tools = [...document.querySelectorAll(".masthead, .views, .filters, .switch label, .skip, .downloads, .permalink")]
          .filter((element) => element.checkVisibility());
        return [...cut, ...pale, ...tools].map((element) => element.outerHTML.slice(0, 90));
      });
      assert.deepEqual(faults, [], path);
    });
  }
});

// WCAG 2.5.8: 24 pixels each way; or a circle of 24 pixels around its middle meets no other target and no
// other such circle; or it stands in a sentence.
test("whatever can be pressed is large enough, or stands apart, or stands in a sentence", async () => {
  for (const width of [1280, 320]) {
    for (const path of kinds) {
      await visit(path, { ...still, viewport: { width, height: 900 } }, async (page) => {
        const crowded = await page.evaluate(() => {
          const targets = [...document.querySelectorAll("a[href], button, input, select, summary")]
            .filter((element) => element.checkVisibility() && !element.closest(".skip"))
            .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })))
            .filter(({ box }) => box.width > 0 && box.height > 0)
            .map((each) => ({
              ...each,
              x: each.box.left + each.box.width / 2,
              y: each.box.top + each.box.height / 2,
              small: each.box.width < 24 || each.box.height < 24,
            }))
            .sort((a, b) => a.y - b.y);
          const in_sentence = (element) =>
            getComputedStyle(element).display === "inline" &&
            element.closest("p, li, td, dd, .words").textContent.trim().length > element.textContent.trim().length;
          const meets = (one, other) => {
            const dx = Math.max(other.box.left - one.x, 0, one.x - other.box.right);
            const dy = Math.max(other.box.top - one.y, 0, one.y - other.box.bottom);
            if (dx * dx + dy * dy < 12 * 12) return true;
            return other.small && (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < 24 * 24;
          };
          return targets
            .filter((one) => one.small && !in_sentence(one.element) && !one.element.closest("label"))
            .filter((one) => targets.some((other) => other.element !== one.element && meets(one, other)))
            .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${box.width}x${box.height}`);
        });
        assert.deepEqual(crowded, [], `${path} at ${width}`);
      });
    }
  }
});

test("pages say their language, and the typeface has the letters of Welsh", async () => {
  for (const path of kinds) {
    await visit(path, {}, async (page) => assert.equal(await page.evaluate(() => document.documentElement.lang), "en-GB", path));
  }
  await visit("york/index.html", {}, async (page) => {
    const widths = await page.evaluate(async () => {
      const letters = "ŵŷŴŶâêîôûï";
      const faces = await document.fonts.load('16px "Source Sans 3"', letters);
      if (!faces.length || !document.fonts.check('16px "Source Sans 3"', letters)) return ["the typeface is not there"];
      // A letter that the typeface lacks is drawn from the next one named: as wide as that one's.
      const pen = document.createElement("canvas").getContext("2d");
      const width = (letter, next) => {
        pen.font = `100px "Source Sans 3", ${next}`;
        return pen.measureText(letter).width;
      };
      return [...letters].filter((letter) => width(letter, "monospace") !== width(letter, "serif"));
    });
    assert.deepEqual(widths, []);
  });
});

// ---- what a screen reader says, in its order: small parts, read before they were kept

const golden = join(dirname(fileURLToPath(import.meta.url)), "../golden/spoken");

const spoken = {
  "york-cover": ["york/index.html", "header.cover"],
  "york-contents": ["york/index.html", ".contents", 20],
  "york-clauses": ["york/index.html", ".provisions", 30],
  "matrix-filters": ["compare/index.html", "[data-filters]"],
  "matrix-rows": ["compare/index.html", ".matrix", 40],
  "pair-rows": ["compare/leeds--york.html", ".pairings", 24],
  gaps: ["compare/gaps.html", ".gaps", 12],
};

for (const [name, [path, selector, lines = 60]] of Object.entries(spoken)) {
  test(`golden: spoken, ${name}`, async () => {
    await visit(path, still, async (page) => {
      const said = (await page.locator(selector).first().ariaSnapshot()).split("\n").slice(0, lines).join("\n");
      const file = join(golden, `${name}.txt`);
      if (process.env.CONCORD_UPDATE_GOLDEN) {
        mkdirSync(golden, { recursive: true });
        writeFileSync(file, `${said}\n`);
      }
      assert.equal(`${said}\n`, readFileSync(file, "utf8"));
    });
  });
}
