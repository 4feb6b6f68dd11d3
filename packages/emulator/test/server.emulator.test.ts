import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { emulatorConcessions, emulatorEnvironment, emulatorFaults, emulatorStatus, startEmulator, stopEmulator } from "../src/index.js";

const cacheFolder = mkdtempSync(join(tmpdir(), "emulator-"));
const one = { name: "one", cacheFolder };
const two = { name: "two", cacheFolder };

afterAll(async () => {
  for (const { name } of await emulatorStatus({ cacheFolder })) await stopEmulator({ name, cacheFolder });
  rmSync(cacheFolder, { recursive: true, force: true });
});

const signed = (service: string, key = "test") => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${key}/20000101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

async function query(url: string, service: string, parameters: Record<string, string>, key?: string): Promise<string> {
  const response = await fetch(url, { method: "POST", headers: signed(service, key), body: new URLSearchParams(parameters) });
  return response.text();
}

describe("an emulator", () => {
  it("is one for all that start it by the same name at once", async () => {
    const [first, second] = await Promise.all([startEmulator(one), startEmulator(one)]);
    expect(second).toEqual(first);
    expect(await startEmulator(one)).toEqual(first);
  });

  it("runs beside one of another name, and shares nothing with it", async () => {
    const [first, second] = await Promise.all([startEmulator(one), startEmulator(two)]);
    expect(second.port).not.toBe(first.port);
    const created = await query(first.url, "sqs", { Action: "CreateQueue", QueueName: "only-here" });
    expect(created).toContain("only-here");
    expect(await query(second.url, "sqs", { Action: "ListQueues" })).not.toContain("only-here");
    expect((await emulatorStatus({ cacheFolder })).map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it("gives keys of the account that is asked for", async () => {
    const server = await startEmulator(one);
    const environment = await emulatorEnvironment(server, { accountId: "210987654321" });
    const answer = await query(server.url, "sts", { Action: "GetCallerIdentity", Version: "2011-06-15" }, environment["AWS_ACCESS_KEY_ID"]);
    expect(answer).toContain("<Account>210987654321</Account>");
    const profile = readFileSync(environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "", "utf8");
    expect(environment["AWS_PROFILE"]).toBe("default");
    expect(profile).toMatch(/^\[default\]\naws_access_key_id = ASIA\w+\naws_secret_access_key = \S+\naws_session_token = \S+\n$/);
    await expect(emulatorEnvironment(server, { accountId: "21" })).rejects.toThrow('"accountId" "21" is not an AWS account');
  });

  it("answers 501 with service and operation to what nobody answers, and remembers it", async () => {
    const server = await startEmulator(one);
    const answer = await query(server.url, "ec2", { Action: "DescribeDogs", Version: "2016-11-15" });
    expect(answer).toContain("the emulator does not answer ec2 DescribeDogs");
    expect(await emulatorFaults(server)).toContainEqual(
      expect.objectContaining({ service: "ec2", operation: "DescribeDogs", kind: "unanswered" }),
    );
  });

  it("that died is started anew, though its file still tells of it", async () => {
    const before = await startEmulator(two);
    process.kill(before.pid, "SIGKILL");
    const after = await startEmulator(two);
    expect(after.pid).not.toBe(before.pid);
  });

  it("is not taken for another process that was given its pid", async () => {
    const server = await startEmulator(two);
    const file = join(cacheFolder, "emulator", "servers", "two", "server.json");
    const told = readFileSync(file, "utf8");
    writeFileSync(file, JSON.stringify({ ...server, pid: process.pid }));
    expect(await stopEmulator(two)).toBe(false); // and this very process lives on
    writeFileSync(file, told);
    expect(await stopEmulator(two)).toBe(true);
  });

  it("refuses what a policy does not let a service do, or lets it pass and tells, as it was started", async () => {
    const strict = await startEmulator(one);
    const lenient = await startEmulator({ name: "lenient", cacheFolder, lenient: true });
    const answers: string[] = [];
    for (const { url } of [strict, lenient]) {
      const call = async (service: string, target: string, body: object): Promise<string> => {
        const headers = { ...signed(service), "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
        return (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).text();
      };
      const { KeyMetadata } = JSON.parse(await call("kms", "TrentService.CreateKey", {})) as { KeyMetadata: { Arn: string } };
      answers.push(await call("logs", "Logs_20140328.CreateLogGroup", { logGroupName: "g", kmsKeyId: KeyMetadata.Arn }));
    }
    expect(answers).toEqual([expect.stringContaining("AccessDeniedException"), ""]);
    expect(await emulatorConcessions(strict)).toEqual([]);
    const refusal = expect.stringContaining("AccessDeniedException: The specified KMS key");
    expect(await emulatorConcessions(lenient)).toEqual([{ service: "logs", operation: "CreateLogGroup", refusal }]);
    await stopEmulator({ name: "lenient", cacheFolder });
  });

  it("does not see the AWS profile of whoever starts it", async () => {
    vi.stubEnv("AWS_PROFILE", "not-in-any-file");
    const server = await startEmulator({ name: "three", cacheFolder });
    vi.unstubAllEnvs();
    const block = "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>";
    const headers = { ...signed("s3"), "x-amz-account-id": "123456789012" };
    const url = `${server.url}/v20180820/configuration/publicAccessBlock`;
    expect((await fetch(url, { method: "PUT", headers, body: block })).status).toBe(200);
    expect(await emulatorFaults(server)).toEqual([]);
    await stopEmulator({ name: "three", cacheFolder });
  });

  it("is gone once stopped, and a second stop finds none", async () => {
    await startEmulator(two);
    expect(await stopEmulator(two)).toBe(true);
    expect(await stopEmulator(two)).toBe(false);
    expect((await emulatorStatus({ cacheFolder })).map(({ name }) => name)).not.toContain("two");
  });

  it("keeps its things in a folder that git ignores", () => {
    expect(readFileSync(join(cacheFolder, ".gitignore"), "utf8")).toBe("*\n");
    expect(existsSync(join(cacheFolder, "emulator", "servers", "one", "log"))).toBe(true);
  });
});
