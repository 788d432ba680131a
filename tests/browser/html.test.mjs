// Every page by the Nu HTML checker: no error and no warning. It fetches the pages from a server,
// because on files it holds that every policy forbids every style sheet.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import test from "node:test";
import { promisify } from "node:util";
import { close, pages, serve } from "./output.mjs";

test.after(close);

test("pages are valid HTML", async () => {
  const jar = createRequire(import.meta.url)("vnu-jar");
  await serve(async (origin) => {
    const addresses = pages.map((path) => origin + path);
    const checker = ["-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar, "--exit-zero-always", "--stdout", "--format", "json", ...addresses];
    const { stdout } = await promisify(execFile)("java", checker, { maxBuffer: 1 << 26 });
    const found = JSON.parse(stdout).messages.map((each) => `${each.url}:${each.lastLine}: ${each.message}`);
    assert.deepEqual(found, []);
  });
});
