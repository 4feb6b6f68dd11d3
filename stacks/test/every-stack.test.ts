import { homedir, tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { ownStacks } from "./synthesized.js";

const stacks = ownStacks();

describe.each(stacks)("$facts.stack", ({ facts, text, template }) => {
  test("keeps its state in the account's bucket, locked by table and file, without credentials", () => {
    const { bucket, key, region, lockTable } = facts.state;
    expect(template.json.terraform?.["backend"]).toEqual({
      s3: { bucket, key, region, dynamodb_table: lockTable, use_lockfile: true },
    });
  });

  test("has one provider: held to the account, tagging everything, without credentials", () => {
    const tags = {
      CostCenter: "4711",
      Environment: facts.of,
      ManagedBy: "terraform",
      Owner: "platform@example.com",
      Project: "shop",
      Repository: "github.com/example/shop",
      Stack: facts.stack,
    };
    expect(template.json.provider).toEqual({
      aws: [{ region: facts.region, allowed_account_ids: [facts.accountId], default_tags: [{ tags }] }],
    });
  });

  test("publishes one output, of plain values and references", () => {
    expect(Object.keys(template.outputs)).toEqual(["contract"]);
    expect(JSON.stringify(template.outputs["contract"]?.["value"])).not.toMatch(/"aws_\w+\.\w+"/);
  });

  test("reads other stacks by their contracts alone, and without a lock", () => {
    expect(text).not.toContain("cross-stack");
    const reads = Object.values(template.dataSources("terraform_remote_state"));
    expect(reads.map(({ config }) => (config as { key: string }).key).sort()).toEqual(Object.values(facts.upstreamKeys).sort());
    for (const { config } of reads) expect(Object.keys(config as object).sort()).toEqual(["bucket", "key", "region"]);
    for (const [, reference] of text.matchAll(/terraform_remote_state\.\w+\.outputs\.(\w+)/g)) expect(reference).toBe("contract");
  });

  test("holds no credentials and no secret", () => {
    expect(text).not.toMatch(/AKIA[A-Z0-9]{16}|PRIVATE KEY|"(access_key|secret_key|token|profile|assume_role|password|secret_string)"/);
  });

  test("names no folder of this machine", () => {
    for (const folder of [process.cwd(), tmpdir(), homedir()].filter((path) => path.length > 1)) expect(text).not.toContain(`${folder}/`);
  });

  test("lets nobody do everything", () => {
    const actions = template
      .iamStatements()
      .flatMap(({ statement }) => (statement.Effect === "Allow" ? [statement.Action ?? []].flat() : []));
    expect(actions.filter((action) => action === "*" || action.endsWith(":*"))).toEqual([]);
  });
});
