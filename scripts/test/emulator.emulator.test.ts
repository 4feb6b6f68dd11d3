import { execa } from "execa";
import { afterAll, describe, expect, it } from "vitest";
import { groundplan } from "./groundplan.js";

const name = `cli-${process.pid}`;
const emulator = (...args: string[]) => groundplan(["emulator", ...args]);

afterAll(() => emulator("stop", "--name", name));

describe("groundplan emulator", () => {
  it("says of one that does not run how to start it", async () => {
    const { exitCode, stderr } = await emulator("env", "--name", name);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`no AWS emulator "${name}" runs; start it: groundplan emulator start --name ${name}`);
  });

  it("starts one, and finds it the second time", async () => {
    const first = JSON.parse((await emulator("start", "--name", name, "--json")).stdout);
    expect(first).toMatchObject({ name, url: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
    expect(JSON.parse((await emulator("start", "--name", name, "--json")).stdout)).toEqual(first);
    expect(JSON.parse((await emulator("status", "--json")).stdout)).toContainEqual(first);
  });

  it("says of one that runs when it is not as it is asked for", async () => {
    const { stderr } = await emulator("start", "--name", name, "--strict");
    expect(stderr).toBe("it runs already, and is lenient; stop it to have it otherwise");
    expect((await emulator("status")).stdout).toMatch(new RegExp(`^${name} .* lenient `, "m"));
  });

  it("tells what it let pass that AWS refuses", async () => {
    const { url } = JSON.parse((await emulator("start", "--name", name, "--json")).stdout) as { url: string };
    const headers = {
      authorization: "AWS4-HMAC-SHA256 Credential=test/20000101/eu-west-1/logs/aws4_request, SignedHeaders=host, Signature=0",
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "Logs_20140328.CreateLogGroup",
    };
    const body = JSON.stringify({ logGroupName: "g", kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/none" });
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(200);
    expect((await emulator("status")).stderr).toContain("let pass, and refused by AWS: logs CreateLogGroup: AccessDeniedException: ");
  });

  it("prints what a shell evaluates to talk to it, with an account's keys where asked", async () => {
    const ask = 'eval "$LINES"; curl -s "$AWS_ENDPOINT_URL/_groundplan/health"; printf "\\n%s" "$AWS_ACCESS_KEY_ID"';
    const evaluate = async (...args: string[]) =>
      (await execa("sh", ["-c", ask], { env: { LINES: (await emulator("env", "--name", name, ...args)).stdout } })).stdout.split("\n");
    const [health, key] = await evaluate();
    expect(JSON.parse(health ?? "")).toMatchObject({ ready: true });
    expect(key).toBe("test");
    const [, keyOfAccount] = await evaluate("--account", "210987654321");
    expect(keyOfAccount).toMatch(/^[A-Z0-9]{16,}$/);
  });

  it("lists who answers for each resource type, and counts what the server was asked", async () => {
    const { stdout } = await emulator("coverage", "--name", name);
    expect(stdout).toMatch(/^type +answered by +operations/);
    expect(stdout).toMatch(/^aws_vpc +(moto|mended|ours)/m);
    expect(stdout.split("\n").at(-1)).toMatch(/^\d+ types: \d+ ours, \d+ mended, \d+ moto \(ours is weaker evidence\)$/);
    const types = JSON.parse((await emulator("coverage", "--name", name, "--json")).stdout);
    expect(types[0]).toMatchObject({
      type: expect.any(String),
      operations: expect.arrayContaining([expect.objectContaining({ calls: 0 })]),
    });
  });

  it("stops it, and only once", async () => {
    expect((await emulator("stop", "--name", name)).stdout).toBe(`stopped the AWS emulator "${name}"`);
    expect((await emulator("stop", "--name", name)).stdout).toBe(`no AWS emulator "${name}" runs`);
  });
});
