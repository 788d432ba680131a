// Every page by the Nu HTML checker: no error and no warning. It fetches the pages from a server,
// because on files it holds that every policy forbids every style sheet.
import assert from "node:assert/strict";
import test from "node:test";
import { faults } from "./nu.mjs";
import { close, pages, serve } from "./output.mjs";

test.after(close);

test("pages are valid HTML", async () => {
  await serve(async (origin) => assert.deepEqual(await faults(pages.map((path) => origin + path)), []));
});
