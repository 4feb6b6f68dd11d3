import { type IamStatement, synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.js";

/** Statements by example. */
const statementsOf = new Map(Object.entries(examples).map(([name, example]) => [name, allowed((stack) => void example(stack))]));

function allowed(build: Parameters<typeof synthesize>[0]): readonly IamStatement[] {
  return synthesize(build).iamStatements();
}

describe.each([...statementsOf])("the policies of the example %s", (name, statements) => {
  const allowing = statements.filter(({ statement }) => statement.Effect === "Allow").map(({ statement }) => statement);

  it("say what they said at this version", async () => {
    await expect(`${JSON.stringify(statements, null, 2)}\n`).toMatchFileSnapshot(`golden/iam-${name}.json`);
  });

  it("name every action that they allow", () => {
    const actions = allowing.flatMap(({ Action }) => Action ?? []);
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
    expect(allowing.filter((statement) => "NotAction" in statement)).toEqual([]);
  });

  it("allow on no resource more than it needs", () => {
    // a key's policy speaks of that key alone, and calls it *
    const ofRoles = statements.filter(({ address, statement }) => statement.Effect === "Allow" && !address.startsWith("aws_kms_"));
    expect(ofRoles.filter(({ statement }) => [statement.Resource ?? []].flat().includes("*"))).toEqual([]);
  });
});
