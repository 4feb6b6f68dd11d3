import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { parameter, SmallProject } from "./small/estate.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("plan-and-apply");
});
afterAll(() => world.stop());
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => project.remove());

it("a new environment is planned as far as it can be, comes up by one apply, and has nothing to do then", async () => {
  project.synthesize(
    { stack: "fresh-base", resources: { aws_ssm_parameter: parameter("base") }, contract: { name: "${aws_ssm_parameter.base.name}" } },
    {
      stack: "fresh-top",
      upstream: ["fresh-base"],
      resources: { aws_ssm_parameter: parameter("top", "${data.terraform_remote_state.fresh_base.outputs.contract.name}") },
      notices: ["a thing to know"],
    },
  );

  const planned = await world.run(project.root, "plan", "fresh");
  expect(planned.out).toContain("fresh-base: 1 to add");
  expect(planned.out).toContain("fresh-top: waits: fresh-base was never applied");
  expect(planned.out).toContain("notice: a thing to know");
  expect(planned.code).toBe(2);

  const first = await world.run(project.root, "apply", "fresh");
  expect(first.out).toContain("to be planned again: groundplan plan fresh fresh-top");
  expect(first.code).toBe(2);

  const whole = await world.run(project.root, "apply", "fresh", "--auto-approve", "--json");
  expect(whole.code).toBe(0);
  expect(JSON.parse(whole.out)).toMatchObject({
    target: "fresh",
    stacks: [
      { stack: "fresh-base", status: "unchanged" },
      { stack: "fresh-top", status: "applied", counts: "1 to add" },
    ],
    contracts: { "fresh-base": { name: "/small/base" } },
  });
  expect(await world.parameters()).toMatchObject({ "/small/top": "/small/base" });

  const again = await world.run(project.root, "plan", "fresh");
  expect(again.out).toContain("0 of 2 stacks to change");
  expect(again.code).toBe(0);
});
