import { stripVTControlCharacters } from "node:util";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { type EmulatorServer, emulatorEnvironment, emulatorFaults, startEmulator, stopEmulator } from "@groundplan/emulator";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStacks } from "../../stacks/read-stacks.js";
import { synthesize } from "../synth.js";

const name = `cdktf-${process.pid}`;
const stack = "local-keys";
let server: EmulatorServer;

beforeAll(async () => {
  server = await startEmulator({ name });
  await makeStateBackend();
});
afterAll(() => stopEmulator({ name }));

/** What bootstrap would have made, without its settings. */
async function makeStateBackend(): Promise<void> {
  const facts = synthesize({ root: process.cwd(), outdir: "cdktf.out" }).find(({ facts }) => facts.stack === stack)?.facts;
  if (facts === undefined) throw new Error(`no stack "${stack}"`);
  const { bucket, region, lockTable } = facts.state;
  const keys = await emulatorEnvironment(server, { accountId: facts.accountId });
  const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = keys;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN };
  const s3 = new S3Client({ region, endpoint: server.url, forcePathStyle: true, credentials });
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } }));
  s3.destroy();
  await fetch(server.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.CreateTable",
      "x-amz-security-token": AWS_SESSION_TOKEN,
      authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/20000101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify({
      TableName: lockTable,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    }),
  });
}

async function cdktf(...args: string[]) {
  const command = ["scripts/start.mjs", "scripts/cdktf.ts", ...args];
  const { all, exitCode } = await execa(process.execPath, command, { reject: false, all: true, stdin: "ignore" });
  return { all: stripVTControlCharacters(all), exitCode };
}

describe("cdktf-cli, on the same app and outdir", () => {
  it("synthesizes what groundplan synthesizes", async () => {
    const ours = new Map(readStacks("cdktf.out").map((synthesized) => [synthesized.facts.stack, synthesized.json()]));
    const { all, exitCode } = await cdktf("synth");
    expect(all).toContain("Generated Terraform code for the stacks");
    expect(exitCode).toBe(0);
    expect(new Map(readStacks("cdktf.out").map((synthesized) => [synthesized.facts.stack, synthesized.json()]))).toEqual(ours);
  });

  it("lists the stacks", async () => {
    const { all, exitCode } = await cdktf("list");
    expect(all).toContain(stack);
    expect(exitCode).toBe(0);
  });

  it("plans, deploys and destroys a stack on the emulator, by either of its names for each", async () => {
    const plan = await cdktf("plan", stack, `--emulator=${name}`);
    expect(plan.all).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    const apply = await cdktf("apply", stack, "--auto-approve", `--emulator=${name}`);
    expect(apply.all).toMatch(/Apply complete! Resources: \d+ added/);
    const diff = await cdktf("diff", stack, `--emulator=${name}`);
    expect(diff.all).toContain("No changes");
    const deploy = await cdktf("deploy", stack, "--auto-approve", `--emulator=${name}`);
    expect(deploy.exitCode, deploy.all).toBe(0);
    // it asks for the network's stack too, which never stood
    const alone = "--ignore-missing-stack-dependencies";
    const destroy = await cdktf("destroy", stack, alone, "--auto-approve", `--emulator=${name}`);
    expect(destroy.all).toMatch(/Destroy complete! Resources: \d+ destroyed/);
    expect([plan, apply, diff, destroy].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(await emulatorFaults(server)).toEqual([]);
  });

  it("refuses a plan of several stacks, of which it would plan one", async () => {
    const { all, exitCode } = await cdktf("plan", "local-keys", "local-network");
    expect(exitCode).toBe(1);
    expect(all).toContain("cdktf plan plans one stack, and leaves local-network out without a word");
  });
});
