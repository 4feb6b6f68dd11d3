import { expect, it } from "vitest";
import { failureText, InputError, ToolError } from "../failure.js";
import { errorLines, isStalePlan, lockHolder, protectedAddresses } from "../terraform/diagnostics.js";
import type { TerraformEvent } from "../terraform/events.js";

function outcome(...errors: { summary: string; detail?: string; address?: string }[]) {
  const events = errors.map(
    (error): TerraformEvent => ({ type: "diagnostic", "@message": "", diagnostic: { severity: "error", ...error } }),
  );
  return { exitCode: 1, events, lastLines: ["panic: at the disco"] };
}

it("who holds a lock is read from Terraform's own words", () => {
  const detail =
    "Error message: operation error\nLock Info:\n  ID:        9db590f1\n  Path:      bucket/key\n  Operation: OperationTypeApply\n  Who:       ann@ci\n  Version:   1.11.4\n  Created:   2026-01-02 03:04:05 +0000 UTC\n  Info:      \n\nTerraform acquires";
  expect(lockHolder(outcome({ summary: "Error acquiring the state lock", detail }))).toEqual({
    id: "9db590f1",
    who: "ann@ci",
    operation: "apply",
    created: "2026-01-02 03:04:05 +0000 UTC",
  });
  expect(lockHolder(outcome({ summary: "something else" }))).toBeUndefined();
});

it("a stale plan is told apart from other failures", () => {
  expect(isStalePlan(outcome({ summary: "Saved plan is stale" }))).toBe(true);
  expect(isStalePlan(outcome({ summary: "Error creating a plan" }))).toBe(false);
});

it("protection is known by Terraform's words and by AWS's", () => {
  const terraforms = {
    summary: "Instance cannot be destroyed",
    detail: "Resource aws_kms_key.data has lifecycle.prevent_destroy set, but",
  };
  const awss = {
    summary: "deleting RDS DB Instance (x)",
    detail: "Cannot delete protected DB Instance, please disable deletion protection",
    address: "aws_db_instance.main",
  };
  expect(protectedAddresses(outcome(terraforms, awss))).toEqual(["aws_kms_key.data", "aws_db_instance.main"]);
  expect(protectedAddresses(outcome({ summary: "deleting VPC", detail: "has dependencies" }))).toEqual([]);
});

it("errors come with the address that they are of, and a crash with its last lines", () => {
  expect(errorLines(outcome({ summary: "creating VPC", detail: "no more\n\nask AWS", address: "aws_vpc.a" }))).toEqual([
    "aws_vpc.a: creating VPC",
    "  no more",
    "  ask AWS",
  ]);
  expect(errorLines(outcome())).toEqual(["panic: at the disco"]);
});

it("bad input and a tool's failure are told by their message, a mistake of ours with its stack", () => {
  expect(failureText(new InputError("say which"))).toBe("say which");
  expect(failureText(new ToolError("prod-x: terraform plan failed:", ["no", "way"], "x.log"))).toBe(
    "prod-x: terraform plan failed:\n  no\n  way\n  the whole log: x.log",
  );
  expect(failureText(new TypeError("x is not a function"))).toMatch(
    /^a bug in groundplan; please report it with this:\nTypeError: x is not a function\n\s+at /,
  );
});
