import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsProvider } from "@groundplan/emulator";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFile, placeProviderLock } from "../synth/provider-lock.js";

let stack: string;
const ours = readFileSync(lockFile, "utf8");
const theirs = () => readFileSync(join(stack, lockFile), "utf8");

beforeEach(() => {
  stack = mkdtempSync(join(tmpdir(), "groundplan-lock-"));
});
afterEach(() => rmSync(stack, { recursive: true, force: true }));

it("a stack without a lock gets ours", () => {
  placeProviderLock(process.cwd(), stack);
  expect(theirs()).toBe(ours);
});

it("a lock that Terraform added a platform's checksum to stays", () => {
  const more = ours.replace("hashes = [\n", 'hashes = [\n    "h1:another",\n');
  expect(more).not.toBe(ours);
  writeFileSync(join(stack, lockFile), more);
  placeProviderLock(process.cwd(), stack);
  expect(theirs()).toBe(more);
});

it("a lock of another version is replaced", () => {
  writeFileSync(join(stack, lockFile), ours.replaceAll("5.100.0", "5.99.0"));
  placeProviderLock(process.cwd(), stack);
  expect(theirs()).toBe(ours);
});

it("ours holds the version that the bindings pin", () => {
  expect(ours).toContain(
    `provider "${awsProvider.source}" {\n  version     = "${awsProvider.version}"\n  constraints = "${awsProvider.version}"`,
  );
});
