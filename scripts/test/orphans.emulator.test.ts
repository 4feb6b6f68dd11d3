import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { keyOf, parameter, SmallProject, type SmallStack } from "./small/estate.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("orphans");
});
afterAll(() => world.stop());
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => project.remove());

const standing: SmallStack = { stack: "here-one", resources: {} };

it("an environment whose file is deleted is reported as orphans everywhere, and destroyed by the JSON kept beside its states", async () => {
  const base: SmallStack = { stack: "gone-base", resources: { aws_ssm_parameter: parameter("gone_base") }, contract: { value: "v" } };
  const top: SmallStack = {
    stack: "gone-top",
    upstream: ["gone-base"],
    resources: { aws_ssm_parameter: parameter("gone_top", "${data.terraform_remote_state.gone_base.outputs.contract.value}") },
  };
  project.synthesize(standing, base, top);
  await world.run(project.root, "apply", "here", "--auto-approve");
  await world.run(project.root, "apply", "gone", "--auto-approve");
  project.synthesize(standing);

  const planned = await world.run(project.root, "plan", "here");
  expect(planned.out).toContain(
    `orphan: gone-top (${keyOf("gone-top")}) holds 1 resource, and no stack has it: groundplan destroy gone gone-top`,
  );
  expect(planned.code).toBe(2);
  const drift = await world.run(project.root, "drift", "here", "--json");
  expect(JSON.parse(drift.out)).toMatchObject({ orphans: [{ stack: "gone-base" }, { stack: "gone-top" }] });
  expect(drift.code).toBe(2);
  const listed = await world.run(project.root, "list", "here", "--json");
  expect(JSON.parse(listed.out)).toMatchObject({
    orphans: [
      { stack: "gone-base", kept: true },
      { stack: "gone-top", kept: true },
    ],
  });

  const destroyed = await world.run(project.root, "destroy", "gone", "--auto-approve", "--json");
  expect(JSON.parse(destroyed.out)).toMatchObject({
    stacks: [
      { stack: "gone-top", status: "destroyed" },
      { stack: "gone-base", status: "destroyed" },
    ],
  });
  expect(destroyed.code).toBe(0);
  expect(await world.parameters()).toEqual({});
  const again = await world.run(project.root, "plan", "here");
  expect(again.code).toBe(0);
});

it("an orphan that is named is planned, and destroyed by the saved plan", async () => {
  project.synthesize(standing, { stack: "here-old", resources: { aws_ssm_parameter: parameter("old") } });
  await world.run(project.root, "apply", "here", "--auto-approve");
  project.synthesize(standing);
  const planned = await world.run(project.root, "plan", "here", "old");
  expect(planned.out).toContain("!! here-old DESTROYS aws_ssm_parameter.old");
  expect(planned.code).toBe(2);
  const applied = await world.run(project.root, "apply", "here");
  expect(applied.out).toContain("here-old: destroyed: 1 to destroy");
  expect(await world.parameters()).toEqual({});
});

it("a protected orphan stays until its protection is taken away by name, which is shown and recorded", async () => {
  const guarded = { ...parameter("guarded")["guarded"], lifecycle: { prevent_destroy: true } };
  project.synthesize(standing, { stack: "safe-one", resources: { aws_ssm_parameter: { guarded } } });
  await world.run(project.root, "apply", "safe", "--auto-approve");
  project.synthesize(standing);

  const refused = await world.run(project.root, "destroy", "safe", "--auto-approve");
  expect(refused.out).toContain("safe-one: aws_ssm_parameter.guarded is protected");
  expect(refused.out).toContain("--unprotect 'aws_ssm_parameter.guarded'");
  expect(refused.code).toBe(1);
  expect(await world.parameters()).toHaveProperty("/small/guarded");

  const destroyed = await world.run(project.root, "destroy", "safe", "--auto-approve", "--unprotect", "aws_ssm_parameter.guarded");
  expect(destroyed.out).toContain("unprotected: safe-one: aws_ssm_parameter.guarded, by --unprotect");
  expect(destroyed.code).toBe(0);
  expect(await world.parameters()).toEqual({});
  expect(await world.object(`${keyOf("safe-one")}.unprotected.json`)).toMatchObject([
    { stack: "safe-one", addresses: ["aws_ssm_parameter.guarded"], by: expect.stringContaining("111111111111") },
  ]);
});

it("what AWS itself protects is released first, where it is named", async () => {
  const table = {
    name: "small-table",
    billing_mode: "PAY_PER_REQUEST",
    hash_key: "id",
    attribute: [{ name: "id", type: "S" }],
    deletion_protection_enabled: true,
    lifecycle: { prevent_destroy: true },
  };
  project.synthesize(standing, { stack: "table-one", resources: { aws_dynamodb_table: { kept: table } } });
  await world.run(project.root, "apply", "table", "--auto-approve");
  project.synthesize(standing);
  const destroyed = await world.run(project.root, "destroy", "table", "--auto-approve", "--unprotect", "aws_dynamodb_table.kept");
  expect(destroyed.code).toBe(0);
  expect(await world.call("dynamodb", "DynamoDB_20120810.ListTables", {})).toEqual({ TableNames: ["small-locks"] });
});

it("a protected stack of the app says how it is taken down, and what others stand on is not destroyed beneath them", async () => {
  const guarded = { ...parameter("firm")["firm"], lifecycle: { prevent_destroy: true } };
  const base: SmallStack = { stack: "firm-base", resources: { aws_ssm_parameter: { firm: guarded } } };
  project.synthesize(base, { stack: "firm-top", upstream: ["firm-base"], resources: { aws_ssm_parameter: parameter("firm_top") } });
  await world.run(project.root, "apply", "firm", "--auto-approve");

  const beneath = await world.run(project.root, "destroy", "firm", "base", "--auto-approve");
  expect(beneath.err).toContain("firm-top stands on firm-base; destroy firm-top as well, or first");
  expect(beneath.code).toBe(1);
  const firm = await world.run(project.root, "destroy", "firm", "--auto-approve");
  expect(firm.out).toContain('set "protect: false" in environments/firm.yaml, apply, and destroy then');
  expect(firm.code).toBe(1);
  expect(await world.parameters()).toEqual({ "/small/firm": "firm" });
});

it("a name that is no environment, and of no orphan either, is told with the nearest one", async () => {
  project.synthesize(standing);
  const { err, code } = await world.run(project.root, "plan", "hre");
  expect(err).toContain('there is no environment "hre"; did you mean "here"?');
  expect(code).toBe(1);
});
