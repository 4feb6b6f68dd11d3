import { afterAll, beforeAll, expect, it } from "vitest";
import { SmallProject } from "./small/estate.js";
import { pushImages } from "./small/images.js";
import { repositoryUrl } from "./small/service.js";
import { switchedServiceStack } from "./small/switched-service.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
const project = new SmallProject();

beforeAll(async () => {
  world = await SmallWorld.start("deploy-switched");
  await pushImages(world, "v1", "v2");
});
afterAll(async () => {
  project.remove();
  await world.stop();
});

const groundplan = (...args: string[]) => world.run(project.root, ...args);

it("a service of CodeDeploy takes a new revision at the next deploy, and keeps the old one where that fails", async () => {
  project.synthesize(switchedServiceStack(`${repositoryUrl}:v1`));
  const first = await groundplan("apply", "dev", "--auto-approve");
  expect(first.out).toMatch(/dev-service-api: applied: \d+ to add\n/);
  expect(first.out).not.toContain("notice:");
  expect(first.code).toBe(0);

  project.synthesize(switchedServiceStack(`${repositoryUrl}:v2`));
  const registered = await groundplan("apply", "dev", "--auto-approve");
  expect(registered.out).toContain("api:2 takes effect at the next deploy: npm run groundplan -- deploy dev api");
  const deployed = await groundplan("deploy", "dev", "api", "--json");
  expect(JSON.parse(deployed.out)).toMatchObject({
    status: "deployed",
    image: `${repositoryUrl}:v2`,
    tasks: 1,
    deployment: expect.stringMatching(/^d-/),
  });
  expect(deployed.code).toBe(0);
  expect((await groundplan("deploy", "dev", "api")).out).toContain(`api:2 (${repositoryUrl}:v2) runs already`);
  expect((await groundplan("plan", "dev")).out).toContain("0 of 1 stacks to change");

  project.synthesize(switchedServiceStack(`${repositoryUrl}:v9`));
  expect((await groundplan("apply", "dev", "--auto-approve")).code).toBe(0);
  const failed = await groundplan("deploy", "dev", "api");
  expect(failed.out).toMatch(/api:3 \(\S+:v9\) is not deployed: d-\S+ failed and was rolled back by d-/);
  expect(failed.out).toContain("stopped: CannotPullContainerError");
  expect(failed.code).toBe(1);
  expect((await groundplan("plan", "dev")).out).toContain("0 of 1 stacks to change");
  expect((await groundplan("destroy", "dev", "--auto-approve")).code).toBe(0);
});

it("a service of CodeDeploy whose first tasks do not come up fails its apply, and the next one", async () => {
  project.synthesize(switchedServiceStack(`${repositoryUrl}:v9`));
  for (const _ of ["once", "again"]) {
    const failed = await groundplan("apply", "dev", "--auto-approve");
    expect(failed.out).toMatch(/dev-service-api: failed: applied, and yet api:\d+ does not come up; ECS goes on trying/);
    expect(failed.out).toContain("stopped: CannotPullContainerError");
    expect(failed.code).toBe(1);
  }
});
