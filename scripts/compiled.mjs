// What V8 compiled of a file the last time that it ran: to compile it again is a fifth of a short command.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";
import { crc32 } from "node:zlib";

/**
 * Evaluates a bundle, and gives what it exports.
 *
 * @param {string} file holds a function of CommonJS; named by its content: V8 itself holds what it compiled against the source's length alone, and against its own
 *   version and flags
 * @returns {Record<string, unknown>}
 */
export function evaluate(file) {
  // a byte a character: esbuild writes others in comments alone
  const source = readFileSync(file, "latin1");
  const compiled = `${file}${command()}.compiled`;
  const cachedData = readWhole(compiled);
  const script = new vm.Script(source, {
    filename: file,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  if (script.cachedDataRejected !== false) made.set(compiled, script);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module);
  return module.exports;
}

/** @type {Map<string, vm.Script>} */
const made = new Map();
// at the end: by then V8 has compiled each function that was called
process.once("exit", () => {
  for (const [file, script] of made) keep(file, script);
});

/** Each command calls other functions: what one compiled is half of what the next one needs. */
function command() {
  const [, , first = ""] = process.argv;
  return /^[a-z]{1,20}(-[a-z]{1,20})?$/.test(first) ? `.${first}` : "";
}

const sumBytes = 4;

/**
 * V8 would run what is damaged.
 *
 * @param {string} file
 */
function readWhole(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(0, -sumBytes);
    return bytes.readUInt32LE(data.length) === crc32(data) ? data : undefined;
  } catch {
    // it was never written, or not even its sum was
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {vm.Script} script
 */
function keep(file, script) {
  const part = `${file}.${process.pid}`;
  try {
    const data = script.createCachedData();
    const sum = Buffer.alloc(sumBytes);
    sum.writeUInt32LE(crc32(data));
    writeFileSync(part, Buffer.concat([data, sum]));
    renameSync(part, file);
  } catch {
    // the next run compiles again, as this one did
  }
}
