import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { parameter, SmallProject, type SmallStack } from "./small/estate.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("apply-saved");
});
afterAll(() => world.stop());
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => project.remove());

const reads = "${data.terraform_remote_state.chain_base.outputs.contract.value}";
const base = (value: string): SmallStack => ({
  stack: "chain-base",
  resources: { aws_ssm_parameter: parameter("chain_base") },
  contract: { value },
});
const top = (name = "chain_top"): SmallStack => ({
  stack: "chain-top",
  upstream: ["chain-base"],
  resources: { aws_ssm_parameter: parameter(name, reads) },
});

it("a plan against a contract that has changed since is refused with the list to plan again, and made again by --replan", async () => {
  project.synthesize(base("one"), top());
  await world.run(project.root, "apply", "chain", "--auto-approve");
  project.synthesize(base("two"), {
    ...top(),
    resources: { aws_ssm_parameter: { ...parameter("chain_top", reads), ...parameter("more") } },
  });
  const planned = await world.run(project.root, "plan", "chain");
  expect(planned.out).toContain("chain-base: its contract changes, no resource does");
  expect(planned.out).toContain("chain-top: 1 to add");

  const refused = await world.run(project.root, "apply", "chain");
  expect(refused.code).toBe(2);
  expect(refused.out).toContain("chain-base: applied");
  expect(refused.out).toContain("chain-top: stale: the contract of chain-base is no longer what it was planned against");
  expect(refused.out).toContain("to be planned again: groundplan plan chain chain-top");
  expect(await world.parameters()).toMatchObject({ "/small/chain_top": "one" });
  expect(await world.parameters()).not.toHaveProperty("/small/more");

  const replanned = await world.run(project.root, "apply", "chain", "--replan");
  expect(replanned.code).toBe(0);
  expect(await world.parameters()).toMatchObject({ "/small/chain_top": "two", "/small/more": "more" });
});

it("--replan stops where the new plan would lose what the old one did not", async () => {
  const named = (name: string) => ({ losing: { name, type: "String", value: "x" } });
  const lossy: SmallStack = {
    stack: "lossy-top",
    upstream: ["lossy-base"],
    resources: { aws_ssm_parameter: named("${data.terraform_remote_state.lossy_base.outputs.contract.name}") },
  };
  const lossyBase = (name: string): SmallStack => ({ stack: "lossy-base", resources: {}, contract: { name } });
  project.synthesize(lossyBase("/small/lossy-one"), lossy);
  await world.run(project.root, "apply", "lossy", "--auto-approve");
  const more = { aws_ssm_parameter: { ...lossy.resources["aws_ssm_parameter"], ...parameter("harmless") } };
  project.synthesize(lossyBase("/small/lossy-two"), { ...lossy, resources: more });
  await world.run(project.root, "plan", "lossy");

  const stopped = await world.run(project.root, "apply", "lossy", "--replan");
  expect(stopped.code).toBe(2);
  expect(stopped.out).toContain("lossy-top: stale: planned again, it would also lose aws_ssm_parameter.losing");
  expect(await world.parameters()).toHaveProperty("/small/lossy-one");
});

it("a plan whose own state has moved since is refused, and is to be planned again", async () => {
  const other = new SmallProject();
  try {
    const stack: SmallStack = { stack: "moved-one", resources: { aws_ssm_parameter: parameter("moved") } };
    project.synthesize(stack);
    other.synthesize(stack);
    await world.run(project.root, "plan", "moved");
    await world.run(other.root, "apply", "moved", "--auto-approve");

    const refused = await world.run(project.root, "apply", "moved");
    expect(refused.out).toContain("moved-one: stale: its state has moved on since it was planned");
    expect(refused.code).toBe(2);
  } finally {
    other.remove();
  }
});

it("a plan that would replace what production cannot lose is refused until that address is named", async () => {
  const stack = (name: string): SmallStack => ({
    stack: "guarded-one",
    production: true,
    resources: { aws_ssm_parameter: { kept: { name, type: "String", value: "x" } } },
  });
  project.synthesize(stack("/small/kept"));
  await world.run(project.root, "apply", "guarded", "--auto-approve");
  project.synthesize(stack("/small/kept-elsewhere"));

  const refused = await world.run(project.root, "plan", "guarded");
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("!! guarded-one REPLACES aws_ssm_parameter.kept");
  expect(refused.out).toContain("--allow-replace 'aws_ssm_parameter.kept'");
  const unplanned = await world.run(project.root, "apply", "guarded", "--auto-approve");
  expect(unplanned.code).toBe(1);
  expect(await world.parameters()).toHaveProperty("/small/kept");

  const allowed = await world.run(project.root, "plan", "guarded", "--allow-replace", "aws_ssm_parameter.kept");
  expect(allowed.code).toBe(2);
  const applied = await world.run(project.root, "apply", "guarded");
  expect(applied.code).toBe(0);
  expect(await world.parameters()).toHaveProperty("/small/kept-elsewhere");
});

it("off a terminal nothing is applied that was not planned, unless told not to ask", async () => {
  project.synthesize({ stack: "silent-one", resources: { aws_ssm_parameter: parameter("silent") } });
  const refused = await world.run(project.root, "apply", "silent");
  expect(refused.err).toContain("there is no terminal to ask on; plan first and apply the saved plans, or give --auto-approve");
  expect(refused.code).toBe(1);
  expect(await world.parameters()).not.toHaveProperty("/small/silent");
});
