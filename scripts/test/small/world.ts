import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type EmulatorServer, emulatorEnvironment, startEmulator, stopEmulator } from "@groundplan/emulator";
import { accountId, bucket, lockTable, region } from "./estate.js";

/** An emulator with a state bucket and a lock table, and nothing else. */
export class SmallWorld {
  private constructor(
    readonly server: EmulatorServer,
    private readonly keys: Readonly<Record<string, string>>,
    readonly s3: S3Client,
  ) {}

  static async start(name: string): Promise<SmallWorld> {
    const server = await startEmulator({ name: `test-${name}-${process.pid}` });
    const keys = await emulatorEnvironment(server, { accountId });
    const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = keys;
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN };
    const s3 = new S3Client({ region, endpoint: server.url, forcePathStyle: true, credentials });
    const world = new SmallWorld(server, keys, s3);
    await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
    await world.call("dynamodb", "DynamoDB_20120810.CreateTable", {
      TableName: lockTable,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    });
    return world;
  }

  async stop(): Promise<void> {
    this.s3.destroy();
    await stopEmulator({ name: this.server.name });
  }

  /** Asks a service that speaks JSON. */
  async call(service: string, target: string, body: object): Promise<Record<string, unknown>> {
    const scope = `Credential=${this.keys["AWS_ACCESS_KEY_ID"]}/20000101/${region}/${service}/aws4_request`;
    const response = await fetch(this.server.url, {
      method: "POST",
      headers: {
        "content-type": service === "dynamodb" ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1",
        "x-amz-target": target,
        "x-amz-security-token": this.keys["AWS_SESSION_TOKEN"] ?? "",
        authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  }

  /** The parameters that stand, by name. */
  async parameters(): Promise<Record<string, string>> {
    const { Parameters = [] } = (await this.call("ssm", "AmazonSSM.GetParametersByPath", { Path: "/small" })) as {
      Parameters?: { Name: string; Value: string }[];
    };
    return Object.fromEntries(Parameters.map(({ Name, Value }) => [Name, Value]));
  }

  async keysInBucket(name = bucket): Promise<string[]> {
    const { Contents = [] } = await this.s3.send(new ListObjectsV2Command({ Bucket: name }));
    return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
  }

  async remove(key: string, name = bucket): Promise<void> {
    await this.s3.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
  }

  async object(key: string, name = bucket): Promise<{ readonly [name: string]: unknown }> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: name, Key: key }));
    return JSON.parse((await Body?.transformToString()) ?? "null");
  }

  /** Every version of every object in the bucket of the states, by key and version. */
  async objectVersions(): Promise<readonly (readonly [name: string, text: string])[]> {
    const { Versions = [] } = await this.s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    return Promise.all(
      Versions.map(async ({ Key = "", VersionId }) => {
        const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: bucket, Key, VersionId }));
        return [`${Key} ${VersionId}`, (await Body?.transformToString()) ?? ""] as const;
      }),
    );
  }

  /** What holds a lock now, in the table. */
  async locks(): Promise<unknown[]> {
    const { Items = [] } = (await this.call("dynamodb", "DynamoDB_20120810.Scan", { TableName: lockTable })) as {
      Items?: { LockID: { S: string }; Info?: unknown }[];
    };
    return Items.filter(({ Info }) => Info !== undefined);
  }

  /** The command line as one runs it, in a project's folder. */
  start(root: string, ...args: string[]): Command {
    const cli = join(process.cwd(), "scripts", "run.mjs");
    const child = spawn(process.execPath, [cli, "scripts/main.ts", ...args, "--outdir", "out", "--emulator", this.server.name], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
      // a group of its own, as a shell gives it, so that a test can press Ctrl-C
      detached: true,
    });
    return new Command(child);
  }

  run(root: string, ...args: string[]): Promise<Ended> {
    return this.start(root, ...args).ended;
  }
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export class Command {
  readonly ended: Promise<Ended>;
  private out = "";
  private err = "";

  constructor(readonly child: ChildProcess) {
    child.stdout?.on("data", (data) => {
      this.out += data;
    });
    child.stderr?.on("data", (data) => {
      this.err += data;
    });
    this.ended = new Promise((resolve) => child.once("close", (code) => resolve({ code, out: this.out, err: this.err })));
  }

  /** As `kill` sends it: to the command alone. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** As a terminal sends it: to the whole process group. */
  pressCtrlC(): void {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, "SIGINT");
  }
}
