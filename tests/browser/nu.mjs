// The Nu HTML checker on pages that a server has.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";

export const faults = async (addresses) => {
  const jar = createRequire(import.meta.url)("vnu-jar");
  const options = ["-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar, "--exit-zero-always", "--stdout", "--format", "json"];
  const { stdout } = await promisify(execFile)("java", [...options, ...addresses], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout).messages.map((each) => `${each.url}:${each.lastLine}: ${each.message}`);
};
