// axe-core on a page, and the ways in which a page can be looked at.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const violations = async (page) => {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, {
      preload: false, // the policy lets nothing be fetched
      runOnly: { type: "tag", values },
    });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
  }, tags);
};

export const looks = {
  "wide, light": { viewport: { width: 1280, height: 900 } },
  "wide, dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "320 pixels": { viewport: { width: 320, height: 640 } },
  "320 pixels, dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
};
