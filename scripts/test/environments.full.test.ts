import { ECRClient, PutImageCommand } from "@aws-sdk/client-ecr";
import { emulatorEnvironment, emulatorFaults } from "@groundplan/emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OwnProject } from "./own-project.js";

const sharedAccount = "333333333333";
let project: OwnProject;

const groundplan = (...args: readonly string[]) => project.groundplan(...args);

/** What CI does once a build is pushed: an image of that tag is in the repository that all accounts pull from. */
async function push(tag: string): Promise<void> {
  const keys = await emulatorEnvironment(project.server, { accountId: sharedAccount });
  const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = keys;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN };
  const ecr = new ECRClient({ region: "eu-west-1", endpoint: project.server.url, credentials });
  const imageManifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: { digest: `sha256:${tag.replaceAll(".", "").padEnd(64, "0")}` },
    layers: [],
  });
  await ecr.send(new PutImageCommand({ repositoryName: "shop/app", imageTag: tag, imageManifest }));
  ecr.destroy();
}

const edit = (environment: string, change: (text: string) => string) => project.edit(environment, change);

beforeAll(async () => {
  project = await OwnProject.start("environments");
});
afterAll(() => project.stop());

const fine = (text: string) => ({ code: 0, text: expect.stringContaining(text) });

describe("the project's own estate", () => {
  it("is right, and every stack of it is valid", async () => {
    expect(await project.run("check")).toEqual(fine("stacks are valid"));
  });

  it("lets nothing be made in an account before its baseline stands", async () => {
    expect(await groundplan("bootstrap", "shared", "--auto-approve")).toEqual(fine("applied"));
    const early = await groundplan("apply", "shared", "--auto-approve");
    expect(early).toEqual({ code: 2, text: expect.stringContaining("account-shared was never applied") });
  });

  it("makes every account safe first: the security account before those that use its archive and its keys", async () => {
    for (const account of ["security", "nonprod", "prod"])
      expect(await groundplan("bootstrap", `account-${account}`, "--auto-approve")).toEqual(fine("applied"));
    expect(await groundplan("apply", "account-security", "--auto-approve")).toEqual(fine("account-security: applied"));
    for (const account of ["shared", "nonprod", "prod"])
      expect(await groundplan("apply", `account-${account}`, "--auto-approve")).toEqual(fine(`account-${account}: applied`));
  });

  it("comes up in the account that all share first: the root's zone, and where images are pushed", async () => {
    expect(await groundplan("apply", "shared", "--auto-approve")).toEqual(fine("shared-ecr: applied"));
    await push("1.0.0");
  });

  it("comes up in every environment, with two services each, one of them behind the load balancer that they share", async () => {
    const applied = await Promise.all(["dev", "stage", "prod"].map((name) => groundplan("apply", name, "--auto-approve")));
    for (const [index, name] of ["dev", "stage", "prod"].entries())
      expect(applied[index]).toEqual({
        code: 0,
        text: expect.stringMatching(new RegExp(`${name}-service-web: applied[\\s\\S]*${name}-service-worker: applied`)),
      });
  });

  it("settles: a second plan of each changes nothing", async () => {
    const targets = ["shared", "dev", "stage", "prod", "account-security", "account-shared", "account-nonprod", "account-prod"];
    for (const name of targets) expect((await groundplan("plan", name)).code, name).toBe(0);
  });

  it("takes what a pipeline built, from one environment to the next, and no apply takes it back", async () => {
    for (const name of ["dev", "stage", "prod"])
      expect(await groundplan("deploy", name, "web", "--tag", "1.0.0")).toEqual(fine("deployed"));
    for (const name of ["dev", "stage", "prod"]) expect((await groundplan("plan", name)).code, name).toBe(0);
  });

  it("goes on to the next image in place where the image is Terraform's", async () => {
    await push("1.0.1");
    edit("dev", (text) => text.replaceAll("1.0.0", "1.0.1"));
    const { code, text } = await groundplan("apply", "dev", "--auto-approve");
    expect({ code, text }).toEqual(fine("dev-service-worker: applied"));
    expect(text).not.toMatch(/aws_(ecs_service|cloudwatch_log_group)\.\S+ (is|will be|must be) replaced/);
    expect((await groundplan("plan", "dev")).code).toBe(0);
  });

  it("calls no image a success that does not come up: it says why, and what runs is what ran before", async () => {
    edit("dev", (text) => text.replaceAll("1.0.1", "1.0.2"));
    const failed = await groundplan("apply", "dev", "--auto-approve");
    expect(failed).toEqual({ code: 1, text: expect.stringContaining("CannotPullContainerError") });
    expect((await groundplan("apply", "dev", "--auto-approve")).code).toBe(1);
  });

  it("asked the emulator nothing that it could not answer", async () => {
    expect(await emulatorFaults(project.server)).toEqual([]);
  });
});
