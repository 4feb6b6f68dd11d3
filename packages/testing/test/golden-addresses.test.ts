import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Moved, Removed } from "@groundplan/core";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareAddresses, matchers, synthesize, type Template } from "../src/index.js";

function subnets(...names: string[]): (stack: TerraformStack) => void {
  return (stack) => {
    for (const name of names) new Subnet(stack, name, { vpcId: "vpc-1" });
  };
}

function moved(...chain: string[]): (stack: TerraformStack) => void {
  return (stack) => {
    subnets(chain.at(-1) ?? "")(stack);
    chain.slice(1).forEach((to, index) => {
      new Moved(stack, `moved-${to}`, { from: `aws_subnet.${chain[index]}`, to: `aws_subnet.${to}` });
    });
  };
}

describe("golden addresses", () => {
  it("are kept where each promised address stands", () => {
    const { lost, added } = compareAddresses(synthesize(subnets("a", "b")), "aws_subnet.a\naws_subnet.b\n");
    expect({ lost, added }).toEqual({ lost: [], added: [] });
  });

  it("tell what went and what came", () => {
    const { lost, added } = compareAddresses(synthesize(subnets("b")), "aws_subnet.a\n");
    expect({ lost, added }).toEqual({ lost: ["aws_subnet.a"], added: ["aws_subnet.b"] });
  });

  it("are kept through a chain of moves, and lost where it ends in nothing", () => {
    const golden = "aws_subnet.a\n";
    expect(compareAddresses(synthesize(moved("a", "b", "c")), golden)).toMatchObject({ lost: [], added: [] });
    const broken = (stack: TerraformStack) => {
      new Moved(stack, "moved", { from: "aws_subnet.a", to: "aws_subnet.b" });
      subnets("c")(stack);
    };
    expect(compareAddresses(synthesize(broken), golden)).toMatchObject({ lost: ["aws_subnet.a"], added: ["aws_subnet.c"] });
  });

  it("remember moves, so that nobody drops one before its time", () => {
    const { golden } = compareAddresses(synthesize(moved("a", "b")), "aws_subnet.a\n");
    expect(golden).toBe("aws_subnet.a -> aws_subnet.b\naws_subnet.b\n");
    expect(compareAddresses(synthesize(subnets("b")), golden).lost).toEqual(["aws_subnet.a"]);
  });

  it("may be taken out of the state", () => {
    const build = (stack: TerraformStack) => new Removed(stack, "removed", { from: "aws_subnet.a" });
    expect(compareAddresses(synthesize(build), "aws_subnet.a\n").lost).toEqual([]);
  });
});

describe("toHaveAddresses", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "groundplan-golden-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is what a test writes", () => {
    expect(synthesize(subnets("a", "b"))).toHaveAddresses("golden/two-subnets.txt");
  });

  it("says what to add where an address is lost", () => {
    const verdict = judge(synthesize(subnets("b")), { golden: "aws_subnet.a\n", update: "new" });
    expect(verdict.pass).toBe(false);
    expect(verdict.message).toContain('Add: new Moved(this, "…", { from: "aws_subnet.a", to: "aws_subnet.b" })');
    expect(verdict.message).toContain('aws_subnet.b is new; add it with "vitest -u"');
  });

  it("writes what is new when told to, and not by itself", () => {
    const template = synthesize(subnets("a", "b"));
    expect(judge(template, { golden: "aws_subnet.a\n", update: "new" })).toMatchObject({ pass: false, golden: "aws_subnet.a\n" });
    expect(judge(template, { golden: "aws_subnet.a\n", update: "all" })).toMatchObject({
      pass: true,
      golden: "aws_subnet.a\naws_subnet.b\n",
    });
  });

  it("does not forget what is lost, even when told to write", () => {
    const verdict = judge(synthesize(subnets("b")), { golden: "aws_subnet.a\n", update: "all" });
    expect(verdict).toMatchObject({ pass: false, golden: "aws_subnet.a\n" });
  });

  it("writes a first list, but not in CI", () => {
    expect(judge(synthesize(subnets("a")), { update: "none" })).toMatchObject({ pass: false, golden: undefined });
    expect(judge(synthesize(subnets("a")), { update: "new" })).toMatchObject({ pass: true, golden: "aws_subnet.a\n" });
  });

  function judge(template: Template, { golden, update }: { golden?: string; update: "all" | "new" | "none" }) {
    const file = join(folder, "addresses.txt");
    rmSync(file, { force: true });
    if (golden !== undefined) writeFileSync(file, golden);
    const context = { equals: Object.is, utils: { diff: () => "", iterableEquality: undefined, subsetEquality: undefined } };
    const verdict = matchers.toHaveAddresses.call({ ...context, snapshotState: { _updateSnapshot: update } } as never, template, file);
    return { pass: verdict.pass, message: verdict.message(), golden: read(file) };
  }
});

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
