import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { region, SmallProject, type SmallStack } from "./small/estate.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("bootstrap");
});
afterAll(() => world.stop());
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => project.remove());

/** An account's state backend, with just what bootstrap looks for. */
function backend(name: string, seconds = 0): SmallStack {
  const [bucket, lockTable] = [`${name}-bucket`, `${name}-locks`];
  return {
    stack: `account-${name}-state`,
    of: `account-${name}`,
    layer: "state",
    account: name,
    state: { bucket, lockTable, key: `account-${name}/state.tfstate`, region },
    contract: { bucketName: "${aws_s3_bucket.state.id}" },
    resources: {
      aws_kms_key: { state: { description: name } },
      aws_kms_alias: { state: { name: `alias/${name}`, target_key_id: "${aws_kms_key.state.key_id}" } },
      aws_s3_bucket: { state: { bucket } },
      aws_dynamodb_table: {
        locks: { name: lockTable, billing_mode: "PAY_PER_REQUEST", hash_key: "LockID", attribute: [{ name: "LockID", type: "S" }] },
      },
      terraform_data: {
        settings: {
          depends_on: ["aws_s3_bucket.state", "aws_dynamodb_table.locks", "aws_kms_alias.state"],
          provisioner: [{ "local-exec": { command: `sleep ${seconds}` } }],
        },
      },
    },
  };
}

function localStates(): string[] {
  const folder = join(project.root, ".groundplan", "bootstrap");
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tfstate")) : [];
}

it("an account gets a bucket with its own state in it, and a second bootstrap changes nothing", async () => {
  project.synthesize(backend("first"));
  const made = await world.run(project.root, "bootstrap", "account-first", "--auto-approve", "--json");
  expect(JSON.parse(made.out)).toMatchObject({
    stacks: [{ stack: "account-first-state", status: "applied" }],
    contracts: { "account-first-state": { bucketName: "first-bucket" } },
  });
  expect(await world.keysInBucket("first-bucket")).toEqual(["account-first/state.tfstate", "account-first/state.tfstate.stack.json"]);
  expect(localStates()).toEqual([]);

  const again = await world.run(project.root, "bootstrap", "account-first", "--auto-approve");
  expect(again.out).toContain("account-first-state: unchanged: no changes");
  expect(again.code).toBe(0);
});

/** Begins, and is interrupted once bucket, table and key stand; gives what the state's file says then. */
async function interrupted(name: string): Promise<string> {
  project.synthesize(backend(name, 30));
  const command = world.start(project.root, "bootstrap", `account-${name}`, "--auto-approve");
  const file = () => localStates().map((path) => readFileSync(join(project.root, ".groundplan", "bootstrap", path), "utf8"))[0] ?? "";
  const isMade = () => ["aws_kms_alias", "aws_s3_bucket", "aws_dynamodb_table"].every((type) => file().includes(type));
  for (const end = Date.now() + 180_000; !isMade() && Date.now() < end; ) await sleep(250);
  command.pressCtrlC();
  expect((await command.ended).code).toBe(1);
  project.synthesize(backend(name));
  return file();
}

it("interrupted between bucket and settings it keeps its state in a file, and goes on from there", async () => {
  expect(await interrupted("second")).toContain("second-bucket");
  const finished = await world.run(project.root, "bootstrap", "account-second", "--auto-approve");
  expect(finished.code).toBe(0);
  expect(await world.keysInBucket("second-bucket")).toContain("account-second/state.tfstate");
  expect(localStates()).toEqual([]);
});

it("what a run had made whose state is lost is adopted: bucket, table, and the key behind the alias", async () => {
  const before = await interrupted("third");
  rmSync(join(project.root, ".groundplan", "bootstrap"), { recursive: true });
  const after = await world.run(project.root, "bootstrap", "account-third", "--auto-approve");
  expect(after.code).toBe(0);
  const keyIn = (state: string) => /"key_id": ?"([0-9a-f-]{36})"/.exec(state)?.[1];
  expect(keyIn(before)).toBeDefined();
  expect(keyIn(JSON.stringify(await world.object("account-third/state.tfstate", "third-bucket")))).toBe(keyIn(before));
});

it("an environment stands for its account, and an account without a state stack says so", async () => {
  project.synthesize({ stack: "lone-one", resources: {} });
  const { err, code } = await world.run(project.root, "bootstrap", "lone", "--auto-approve");
  expect(err).toContain(`account "small" has no state stack`);
  expect(code).toBe(1);
});
