import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { emulatorCalls, findTerraform, terraformEnvironment } from "@groundplan/emulator";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allText } from "./small/all-text.js";
import { databaseStack } from "./small/database.js";
import { bucket, SmallProject } from "./small/estate.js";
import { passwordsIn, plantPassword } from "./small/passwords.js";
import { type Ended, SmallWorld } from "./small/world.js";

const planted = "canary-that-nobody-should-ever-see";

/** Terraform's own words on the plan that is saved. */
async function shownPlan({ root }: SmallProject): Promise<string> {
  const env = await terraformEnvironment({ cacheFolder: join(process.cwd(), ".groundplan") });
  const plan = readdirSync(root, { recursive: true, encoding: "utf8" }).find((path) => path.endsWith("/plan.tfplan")) ?? "";
  const cwd = join(root, dirname(plan));
  const { stdout } = await execa((await findTerraform()).path, ["show", "-json", "plan.tfplan"], { cwd, env });
  return stdout;
}

describe("a database of production, by the command line", () => {
  let world: SmallWorld;
  let project: SmallProject;
  const said: string[] = [];
  const run = async (...args: string[]): Promise<Ended> => {
    const ended = await world.run(project.root, ...args);
    said.push(ended.out, ended.err);
    return ended;
  };
  beforeAll(async () => {
    world = await SmallWorld.start("database");
    await world.s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } }));
    project = new SmallProject();
    project.synthesize(databaseStack());
  });
  afterAll(async () => {
    project.remove();
    await world.stop();
  });

  it("is made", async () => {
    expect(await run("apply", "prod", "--auto-approve")).toMatchObject({ code: 0 });
  });

  it.each([
    ["under another name", { name: "shop-other" }, 'shop-other: another "name" changes the endpoint that clients connect to'],
    ["by another engine", { engine: "mysql", version: "8.4" }, 'shop-managed: another "engine" would replace the database'],
    ["with another first database", { databaseName: "other" }, 'shop-managed: another "databaseName" would replace the database'],
  ] as const)("is neither planned nor applied %s, and the reason is told", async (_what, changes, reason) => {
    project.synthesize(databaseStack(changes));
    for (const command of [["plan"], ["apply", "--auto-approve"]]) {
      const { code, out, err } = await run(...command.slice(0, 1), "prod", ...command.slice(1));
      expect({ code, text: `${out}${err}` }).toEqual({ code: 1, text: expect.stringContaining(reason) });
    }
  });

  it("shows its masters' passwords to nobody: not in the JSON, a plan, the state, or what is said", async () => {
    const before = await passwordsIn(world);
    const written = [...before.keys()].find((name) => name.startsWith("shop-written")) ?? "";
    await plantPassword(world, written, planted);
    const passwords = [...before.values(), planted];
    expect(passwords.map(({ length }) => length > 20)).toEqual([true, true, true]);
    expect((await passwordsIn(world)).get(written)).toBe(planted);

    project.synthesize(databaseStack({ backups: { retentionDays: 31 } }));
    expect(await run("plan", "prod")).toMatchObject({ code: 2 });
    const places = [
      ...allText(project.root),
      ["the plan, as Terraform shows it", await shownPlan(project)],
      ...(await world.objectVersions()),
      ["what was said", said.join("\n")],
      ...allText(dirname(world.server.logFile)),
      ["what the emulator was asked", JSON.stringify(await emulatorCalls(world.server))],
    ] as const;
    // that a place was looked through is seen by what it should hold
    for (const place of [
      "plan.tfplan!tfplan",
      "plan.tfplan!tfstate",
      "/cdk.tf.json",
      "/plan.log",
      "Terraform shows",
      ".tfstate",
      "was said",
    ])
      expect([place, places.some(([path, text]) => path.includes(place) && /managed|database-main/.test(text))]).toEqual([place, true]);
    expect(places.flatMap(([path, text]) => (passwords.some((password) => text.includes(password)) ? [path] : []))).toEqual([]);
  });
});
