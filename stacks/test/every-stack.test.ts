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

  test("has its own provider, and that of the edge: held to the account, tagging everything, without credentials", () => {
    const tags = {
      CostCenter: "4711",
      Environment: facts.of,
      ManagedBy: "terraform",
      Owner: "platform@example.com",
      Project: "shop",
      Repository: "github.com/example/shop",
      Stack: facts.stack,
    };
    const own = { allowed_account_ids: [facts.accountId], default_tags: [{ tags }] };
    const [first, ...others] = template.providers("aws").filter(({ alias }) => alias !== "zone");
    expect(first).toEqual({ region: facts.region, ...own });
    for (const other of others) expect(other).toEqual({ alias: "edge", region: "us-east-1", ...own });
  });

  test("reaches another account by computed roles alone, chosen by a variable that no plan keeps, for its zone's record", () => {
    const [zone, ...more] = template.providers("aws").filter(({ alias }) => alias === "zone");
    const isDelegated = facts.layer === "dns" && facts.of !== "shared" && !facts.emulatorOnly;
    expect([zone !== undefined, more.length]).toEqual([isDelegated, 0]);
    if (zone === undefined) return;
    const role = (access: string) => `arn:aws:iam::333333333333:role/shop-zone-${facts.of}-${access}`;
    expect(zone).toEqual({
      alias: "zone",
      region: "eu-west-1",
      allowed_account_ids: ["333333333333"],
      assume_role: [{ role_arn: `\${var.zone_access == "apply" ? "${role("apply")}" : "${role("plan")}"}` }],
    });
    expect(template.json["variable"]).toMatchObject({ zone_access: { ephemeral: true, default: "plan" } });
  });

  test("publishes one output, of plain values and references", () => {
    expect(Object.keys(template.outputs)).toEqual(["contract"]);
    expect(JSON.stringify(template.outputs["contract"]?.["value"])).not.toMatch(/"aws_\w+\.\w+"/);
  });

  test("reads other stacks by their contracts alone, and without a lock", () => {
    expect(text).not.toContain("cross-stack");
    const reads = Object.values(template.dataSources("terraform_remote_state"));
    // an account's baseline is only waited for
    const read = Object.entries(facts.upstreamKeys).filter(([stack]) => stack !== `account-${facts.account}`);
    expect(reads.map(({ config }) => (config as { key: string }).key).sort()).toEqual(read.map(([, key]) => key).sort());
    for (const { config } of reads) expect(Object.keys(config as object).sort()).toEqual(["bucket", "key", "region"]);
    for (const [, reference] of text.matchAll(/terraform_remote_state\.\w+\.outputs\.(\w+)/g)) expect(reference).toBe("contract");
  });

  test("holds no credentials and no secret", () => {
    expect(text).not.toMatch(/AKIA[A-Z0-9]{16}|PRIVATE KEY|"(access_key|secret_key|token|profile|password|secret_string)"/);
    expect(text.includes('"assume_role"')).toBe(template.providers("aws").some(({ alias }) => alias === "zone"));
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
