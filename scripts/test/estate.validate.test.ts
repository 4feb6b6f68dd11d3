import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { synthesize as synthesizeTemplate } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, expect, it } from "vitest";
import { synthesize } from "../synth.js";
import { type Finding, findingText, type StackFolder } from "../validate/finding.js";
import { validateStacks } from "../validate/validate.js";

const folder = mkdtempSync(join(tmpdir(), "groundplan-estate-"));
let stacks: readonly StackFolder[];
let findings: readonly Finding[];

beforeAll(async () => {
  const estate = synthesize({ root: process.cwd(), outdir: join(folder, "cdktf.out") });
  stacks = [...estate.map((stack) => ({ stack: stack.facts.stack, folder: stack.folder })), ...(await examples())];
  findings = await validateStacks(stacks, { root: process.cwd(), workFolder: join(folder, "work") });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Example = (stack: TerraformStack, key: { readonly keyArn: string }) => unknown;

/** Every function that an example exports builds in a stack of its own; where it asks for a key, it gets one that exists. */
async function examples(): Promise<StackFolder[]> {
  const key = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/11111111-1111-1111-1111-111111111111" };
  const built: StackFolder[] = [];
  for (const file of exampleFiles()) {
    const exported: Record<string, unknown> = await import(pathToFileURL(resolve(file)).href);
    for (const [name, example] of Object.entries(exported)) {
      if (typeof example !== "function") continue;
      const { json } = synthesizeTemplate((stack) => (example as Example)(stack, key));
      const place = join(folder, "examples", file, name);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "cdk.tf.json"), JSON.stringify(json, undefined, 2));
      built.push({ stack: `${file} ${name}`, folder: place });
    }
  }
  return built;
}

function exampleFiles(): string[] {
  const folders = readdirSync("packages").map((name) => join("packages", name, "examples"));
  return folders.flatMap((path) => filesIn(path).map((file) => join(path, file)));
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path).filter((file) => file.endsWith(".ts"));
  } catch {
    return [];
  }
}

it("every environment and every module's example is among what is validated", () => {
  const names = stacks.map(({ stack }) => stack);
  expect(names).toEqual(expect.arrayContaining(["local-network", "dev-network", "stage-network", "prod-network", "account-prod-state"]));
  const modules = readdirSync("packages").filter((name) => existsSync(join("packages", name, "examples")));
  expect(modules).toEqual(expect.arrayContaining(["network", "ecs-service"]));
  expect(modules.filter((name) => !names.some((stack) => stack.startsWith(`packages/${name}/examples/`)))).toEqual([]);
});

it("Terraform finds nothing wrong in any of them, and nothing to warn of", () => {
  expect(findings.map(findingText)).toEqual([]);
});
