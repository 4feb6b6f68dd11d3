import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emulatorEnvironment, startEmulator, stopEmulator } from "@groundplan/emulator";
import { execa } from "execa";
import { type Figure, figure } from "./figure.js";

const files = 20_000;
const region = "eu-west-1";

/**
 * A site of many small files, published beside `aws s3 sync` of the same folder, each to a bucket of its own on one emulator: all of it, and
 * again where nothing changed. Nothing is told where AWS's command line is not installed.
 */
export async function publishAgainstSync(folder: string): Promise<Figure[]> {
  if (!(await isInstalled())) {
    process.stderr.write("no `aws` command is installed: publishing is not measured\n");
    return [];
  }
  const site = writeSite(join(folder, "site"));
  const name = `bench-${process.pid}`;
  const server = await startEmulator({ name });
  try {
    const environment = { ...(await emulatorEnvironment(server)), AWS_REGION: region, AWS_DEFAULT_REGION: region };
    const { sync, publish } = await publishers(site, environment);
    const cold = { sync: await sync(), publish: await publish() };
    // once more for the disk's cache, which both have warmed by now
    const unchanged = { sync: await sync(), publish: await publish() };
    return [
      figure(`publish of ${files} files against aws s3 sync`, cold.publish / cold.sync, 1),
      figure(`publish of ${files} unchanged files against aws s3 sync`, unchanged.publish / unchanged.sync, 0.5),
    ];
  } finally {
    await stopEmulator({ name });
  }
}

type Publisher = () => Promise<number>;
type Environment = Readonly<Record<string, string>>;

async function publishers(site: string, environment: Environment): Promise<{ sync: Publisher; publish: Publisher }> {
  const buckets = { sync: `bench-sync-${process.pid}`, publish: `bench-publish-${process.pid}` };
  for (const bucket of Object.values(buckets)) await makeBucket(bucket, environment);
  const distribution = await makeDistribution(buckets.publish, environment);
  const command = ["scripts/run.mjs", "packages/site-publish/src/main.ts", "publish", site, "--bucket", buckets.publish];
  return {
    sync: () => secondsOf("aws", ["s3", "sync", site, `s3://${buckets.sync}`, "--only-show-errors"], environment),
    publish: () => secondsOf(process.execPath, [...command, "--distribution", distribution], environment),
  };
}

async function secondsOf(file: string, args: readonly string[], env: Environment): Promise<number> {
  const { durationMs } = await execa(file, args, { env, stdin: "ignore" });
  return durationMs / 1000;
}

async function makeBucket(bucket: string, env: Environment): Promise<void> {
  await execa("aws", ["s3", "mb", `s3://${bucket}`], { env });
  const versioning = ["--bucket", bucket, "--versioning-configuration", "Status=Enabled"];
  await execa("aws", ["s3api", "put-bucket-versioning", ...versioning], { env });
}

async function makeDistribution(bucket: string, env: Environment): Promise<string> {
  const origin = `${bucket}.s3.${region}.amazonaws.com`;
  const query = ["--query", "Distribution.Id", "--output", "text"];
  const { stdout } = await execa("aws", ["cloudfront", "create-distribution", "--origin-domain-name", origin, ...query], { env });
  return stdout.trim();
}

async function isInstalled(): Promise<boolean> {
  const { failed } = await execa("aws", ["--version"], { reject: false });
  return !failed;
}

function writeSite(folder: string): string {
  for (let index = 0; index < files; index++) {
    const inner = join(folder, `p${index % 200}`);
    if (index < 200) mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `f${index}.${["html", "js", "css", "svg"][index % 4]}`), `file ${index} `.repeat(100));
  }
  writeFileSync(join(folder, "index.html"), "front");
  return folder;
}
