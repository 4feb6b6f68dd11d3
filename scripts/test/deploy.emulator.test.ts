import { placeholderImage } from "@groundplan/fargate-task/config";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { SmallProject } from "./small/estate.js";
import { pushImages } from "./small/images.js";
import { program, repositoryUrl, serviceStack } from "./small/service.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("deploy");
  await pushImages(world, "v1", "v2");
});
afterAll(() => world.stop());
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => project.remove());

const groundplan = (...args: string[]) => world.run(project.root, ...args);

it("an apply whose image cannot be pulled is rolled back and fails, and fails again when it is asked again", async () => {
  project.synthesize(serviceStack({ imageOwner: "terraform", image: `${repositoryUrl}:v1` }));
  const first = await groundplan("apply", "dev", "--auto-approve");
  expect(first.err).toContain("dev-service-api: applied");
  expect(first.code).toBe(0);

  project.synthesize(serviceStack({ imageOwner: "terraform", image: `${repositoryUrl}:v9` }), {
    stack: "dev-after",
    upstream: ["dev-service-api"],
    resources: {},
  });
  for (const _ of ["once", "again"]) {
    const failed = await groundplan("apply", "dev", "--auto-approve");
    expect(failed.out).toMatch(/dev-service-api: failed: applied, and yet rolled back to api:1: ECS deployment circuit breaker/);
    expect(failed.out).toMatch(/ {2}3 tasks stopped: CannotPullContainerError: .*small\/api:v9: not found/);
    expect(failed.out).toContain("dev-after: skipped: comes after dev-service-api");
    expect(failed.code).toBe(1);
  }

  const nothing = await groundplan("deploy", "dev", "api");
  expect(nothing.out).toContain("nothing to deploy: the image is Terraform's");
  expect((await groundplan("deploy", "dev", "api", "--tag", "v2")).err).toContain('the image of "api" is Terraform\'s');
  expect((await groundplan("destroy", "dev", "--auto-approve")).code).toBe(0);
});

it("what a pipeline deploys is Terraform's newest revision with its image; Terraform never takes it back", async () => {
  project.synthesize(serviceStack({ imageOwner: "pipeline", image: placeholderImage }));
  const first = await groundplan("apply", "dev", "--auto-approve");
  expect(first.out).toContain("its placeholder runs until the first deploy: npm run groundplan -- deploy dev api --tag <tag>");
  expect(first.code).toBe(0);

  expect((await groundplan("deploy", "dev", "api", "--refresh")).err).toContain("runs its placeholder, so that there is no image to keep");
  expect((await groundplan("deploy", "dev", "api", "--tag", "v9")).err).toMatch(
    /"\S+small\/api:v9" is not in ECR; push it first. The newest tags are v/,
  );
  const deployed = await groundplan("deploy", "dev", "api", "--tag", "v1", "--json");
  expect(JSON.parse(deployed.out)).toMatchObject({ status: "deployed", image: `${repositoryUrl}:v1`, tasks: 1, service: "api" });
  expect(deployed.code).toBe(0);
  // AWS counts a family's revisions on, whatever was deregistered
  const revision = Number(/:(\d+)$/.exec(JSON.parse(deployed.out).revision)?.[1]);
  const [v1, next] = [`api:${revision}`, `api:${revision + 1}`];
  expect((await groundplan("deploy", "dev", "api", "--tag", "v1")).out).toContain(`${v1} (${repositoryUrl}:v1) runs already, 1 task runs`);
  expect((await groundplan("plan", "dev")).out).toContain("0 of 1 stacks to change");

  project.synthesize(serviceStack({ imageOwner: "pipeline", image: placeholderImage, command: program("no database", 3) }));
  const changed = await groundplan("apply", "dev", "--auto-approve");
  expect(changed.out).toContain("api-template:2 takes effect at the next deploy: npm run groundplan -- deploy dev api --refresh");
  const refreshed = await groundplan("deploy", "dev", "api", "--refresh");
  expect(refreshed.out).toContain(`${next} (${repositoryUrl}:v1) is not deployed: rolled back to ${v1}: ECS deployment circuit breaker`);
  expect(refreshed.out).toContain("  3 tasks stopped: Essential container in task exited; web: exit code 3");
  expect(refreshed.out).toContain("    no database");
  expect(refreshed.code).toBe(1);

  const migrated = await groundplan("run-task", "dev", "api", "migrate");
  expect(migrated.out).toMatch(new RegExp(`^migrated\\ndev api migrate \\(emulator \\S+\\), by ${next} \\(\\S+\\): done\\n$`));
  expect(migrated.code).toBe(0);
  const broken = await groundplan("run-task", "dev", "api", "broken", "--json");
  expect(JSON.parse(broken.out)).toMatchObject({ status: "failed", exitCode: 2, name: "broken" });
  expect(broken.err).toContain("cannot migrate");
  expect(broken.code).toBe(1);
  expect((await groundplan("run-task", "dev", "api", "migrat")).err).toContain(
    '"api" has no one-off task "migrat"; did you mean "migrate"?',
  );
  expect((await groundplan("destroy", "dev", "--auto-approve")).code).toBe(0);
});
