import { synthesize } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";

/** Examples by the names of their files. */
type Examples = Readonly<Record<string, (stack: TerraformStack) => unknown>>;

/** Actions that AWS holds to no resource, or to less than one, and where it says so. */
type Everywhere = Readonly<Record<string, string>>;

/** Holds the policies of a package's examples to what they said, to actions by name, and to resources wherever AWS knows some. */
export function testPolicies(examples: Examples, everywhere: Everywhere): void {
  const statementsOf = new Map(
    Object.entries(examples).map(([name, example]) => [name, synthesize((stack) => void example(stack)).iamStatements()]),
  );

  describe.each([...statementsOf])("the policies of the example %s", (name, statements) => {
    const allowing = statements.filter(({ statement }) => statement.Effect === "Allow").map(({ statement }) => statement);

    it("say what they said at this version", async () => {
      await expect(`${JSON.stringify(statements, null, 2)}\n`).toMatchFileSnapshot(`golden/iam-${name}.json`);
    });

    it("name every action that they allow", () => {
      const actions = allowing.flatMap(({ Action }) => Action ?? []);
      expect(actions.filter((action) => action.includes("*") && action !== "kms:GenerateDataKey*" && action !== "kms:ReEncrypt*")).toEqual(
        [],
      );
      expect(allowing.filter((statement) => "NotAction" in statement)).toEqual([]);
    });

    it("allow on every resource only what AWS holds to none", () => {
      // a key's policy speaks of that key alone, and calls it *
      const ofRoles = statements.filter(({ address, statement }) => statement.Effect === "Allow" && address.startsWith("aws_iam_"));
      const unbound = ofRoles.filter(({ statement }) => [statement.Resource ?? []].flat().includes("*"));
      const actions = unbound.flatMap(({ statement }) => [statement.Action ?? []].flat());
      expect(actions.filter((action) => everywhere[action] === undefined)).toEqual([]);
    });
  });

  describe("the table of what AWS holds to no resource", () => {
    it("has nothing that no example needs", () => {
      const used = new Set([...statementsOf.values()].flat().flatMap(({ statement }) => statement.Action ?? []));
      expect(Object.keys(everywhere).filter((action) => !used.has(action))).toEqual([]);
    });
  });
}
