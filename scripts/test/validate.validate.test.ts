import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { atOnce } from "../terraform/at-once.js";
import { findingText } from "../validate/finding.js";
import { validateStacks } from "../validate/validate.js";

const folder = mkdtempSync(join(tmpdir(), "groundplan-validate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const aws = {
  terraform: {
    required_providers: { aws: { source: "aws", version: "5.100.0" } },
    backend: { s3: { bucket: "states", key: "it.tfstate", region: "eu-west-1" } },
  },
  provider: { aws: [{ region: "eu-west-1" }] },
};

function stack(name: string, json: object) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "cdk.tf.json"), JSON.stringify({ ...aws, ...json }, undefined, 2));
  return { stack: name, folder: path };
}

const validate = (...stacks: ReturnType<typeof stack>[]) =>
  validateStacks(stacks, { root: process.cwd(), workFolder: join(folder, "work") });

describe("stacks validated together", () => {
  it("may each have a backend, a provider, and variables without a default", async () => {
    const vpc = stack("vpc", { resource: { aws_vpc: { network: { cidr_block: "10.0.0.0/16" } } } });
    const variable = stack("variable", { variable: { role: { type: "string" } }, output: { contract: { value: "${var.role}" } } });
    expect(await validate(vpc, variable)).toEqual([]);
  });

  it("have each error told of the stack and the resource that it is in, wherever Terraform finds it", async () => {
    const good = stack("good", { resource: { aws_vpc: { network: { cidr_block: "10.0.0.0/16" } } } });
    const wrongValue = stack("wrong-value", { resource: { aws_vpc: { network: { cidr_block: "10.0.0.0" } } } });
    const unknownArgument = stack("unknown-argument", { resource: { aws_vpc: { network: { cidr: "10.0.0.0/16" } } } });
    const findings = await validate(good, wrongValue, unknownArgument);
    expect(findings.every(({ severity }) => severity === "error")).toBe(true);
    expect(new Set(findings.map(({ stack, address }) => `${stack} ${address}`))).toEqual(
      new Set(["wrong-value aws_vpc.network", "unknown-argument aws_vpc.network"]),
    );
    expect(findings.map(findingText).join("\n")).toMatch(
      /error: wrong-value aws_vpc\.network: .*\n(.*\n)*? {2}.*wrong-value\/cdk\.tf\.json:\d+/,
    );
  });

  it("have what is wrong told at its own line, though they share a provider", async () => {
    const names = ["one", "two", "three"];
    const edge = { provider: { aws: [{ region: "eu-west-1" }, { alias: "edge", region: "us-east-1" }] } };
    const alike = names.map((name) =>
      stack(`alike-${name}`, { ...edge, resource: { aws_vpc: { [name]: { provider: "aws.edge", cidr_block: name } } } }),
    );
    const findings = await validate(...alike);
    const told = findings.map(({ stack: of, address }) => `${of} ${address}`);
    expect(told.sort()).toEqual(names.map((name) => `alike-${name} aws_vpc.${name}`).sort());
    for (const { file = "", line = 0 } of findings) expect(readFileSync(file, "utf8").split("\n")[line - 1]).toContain('"cidr_block"');
  });

  it("have what is wrong with their providers told, whoever has the like", async () => {
    const resource = { aws_vpc: { network: { cidr_block: "10.0.0.0/16" } } };
    const unknown = { resource, provider: { aws: [{ region: "eu-west-1", regoin: "eu-west-1" }] } };
    const twins = ["first", "second"].map((name) => stack(`twin-${name}`, unknown));
    expect(await validate(stack("sound", { resource }), ...twins)).toContainEqual(
      expect.objectContaining({ stack: "twin-first", severity: "error" }),
    );
    const dangling = { resource, provider: { aws: [{ region: "${var.nowhere}" }] } };
    expect(await validate(stack("bound", { resource }), stack("dangling", dangling))).toContainEqual(
      expect.objectContaining({ stack: "dangling", summary: "Reference to undeclared input variable" }),
    );
  });

  it("that cannot even be loaded are told of, too", async () => {
    const twice = stack("broken", { resource: { aws_vpc: { "not a name": { cidr_block: "10.0.0.0/16" } } } });
    expect(await validate(twice)).toContainEqual(expect.objectContaining({ stack: "broken", summary: "Invalid resource name" }));
  });

  it("are validated alone where they import", async () => {
    const imports = stack("imports", {
      resource: { aws_vpc: { network: { cidr_block: "10.0.0.0/16" } } },
      import: [{ to: "aws_vpc.network", id: "vpc-1" }],
    });
    const wrong = stack("imports-wrong", {
      import: [{ to: "aws_vpc.absent", id: "vpc-1" }],
      resource: { aws_vpc: { it: {} }, aws_eip: { it: { vpcs: 1 } } },
    });
    expect((await validate(imports, wrong)).map(({ stack, address }) => `${stack} ${address}`)).toEqual(["imports-wrong aws_eip.it"]);
  });

  it("are validated several at once where many import, each told by its own name, and never more than fit", async () => {
    const imports = ["one", "two", "three"].map((name) =>
      stack(`many-${name}`, { import: [{ to: `aws_eip.${name}`, id: "eip-1" }], resource: { aws_eip: { [name]: { wrong: 1 } } } }),
    );
    const runs = join(folder, "runs");
    const counting = join(folder, "terraform");
    const validates = `[ "$1" = validate ] || exec terraform "$@"; echo + >> ${runs}; sleep 1; terraform "$@"; echo - >> ${runs}`;
    writeFileSync(counting, `#!/bin/sh\n${validates}\n`, { mode: 0o755 });
    vi.stubEnv("TERRAFORM_BINARY_NAME", counting);
    const findings = await validate(...imports).finally(() => vi.unstubAllEnvs());
    expect(findings.map(({ stack, address }) => `${stack} ${address}`)).toEqual(
      ["one", "two", "three"].map((name) => `many-${name} aws_eip.${name}`),
    );
    expect(mostAtOnce(readFileSync(runs, "utf8"))).toBe(Math.min(3, atOnce("plan")));
  });
});

function mostAtOnce(lines: string): number {
  let [running, most] = [0, 0];
  for (const line of lines.trim().split("\n")) {
    running += line === "+" ? 1 : -1;
    most = Math.max(most, running);
  }
  return most;
}
