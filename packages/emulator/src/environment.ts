import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { accountHostOptions } from "./account-hosts.js";
import type { EmulatorServer } from "./server.js";

export interface EmulatorEnvironmentOptions {
  /** twelve digits; default: the emulator's own account, 123456789012 */
  readonly accountId?: string;
}

interface Keys {
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
  readonly AWS_SESSION_TOKEN: string;
}

const ownKeys: Keys = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_SESSION_TOKEN: "" };

/**
 * What to add to a child's environment so that Terraform, its S3 backend and AWS's own tools talk to the emulator, without a
 * flag in any provider or backend block. With `accountId`, the keys are those of a role assumed in that account.
 *
 * @example execa("terraform", ["plan"], { env: await emulatorEnvironment(server, { accountId: "210987654321" }) })
 */
export async function emulatorEnvironment(
  server: EmulatorServer,
  options: EmulatorEnvironmentOptions = {},
): Promise<Record<string, string>> {
  const keys = options.accountId === undefined ? ownKeys : await assumeRole(server, options.accountId);
  // addresses that no endpoint variable covers (<account>.localhost, <bucket>.localhost) reach it as their proxy
  const proxy = { HTTP_PROXY: server.url, http_proxy: server.url, NO_PROXY: withoutLocalhost(), no_proxy: withoutLocalhost() };
  return {
    AWS_ENDPOINT_URL: server.url,
    ...proxy,
    ...keys,
    ...profile(server, keys, options.accountId),
    AWS_EC2_METADATA_DISABLED: "true",
    NODE_OPTIONS: accountHostOptions(),
  };
}

/** A profile of the user's would win over keys in variables, and an empty name is an error to some SDKs: so a profile of our own. */
function profile(server: EmulatorServer, keys: Keys, accountId = "own"): Record<string, string> {
  const file = join(dirname(server.logFile), `credentials-${accountId}`);
  const lines = Object.entries(keys).filter(([, value]) => value !== "");
  writeFileSync(file, `[default]\n${lines.map(([name, value]) => `${name.toLowerCase()} = ${value}\n`).join("")}`);
  return { AWS_PROFILE: "default", AWS_SHARED_CREDENTIALS_FILE: file, AWS_CONFIG_FILE: "/dev/null" };
}

function withoutLocalhost(): string {
  const hosts = (process.env["NO_PROXY"] ?? process.env["no_proxy"] ?? "").split(",").map((host) => host.trim());
  return hosts.filter((host) => host !== "" && host !== "*" && !/(^|\.)localhost$|^127\./.test(host)).join(",");
}

async function assumeRole(server: EmulatorServer, accountId: string): Promise<Keys> {
  if (!/^\d{12}$/.test(accountId))
    throw new Error(`"accountId" ${JSON.stringify(accountId)} is not an AWS account; give its twelve digits`);
  const response = await fetch(server.url, {
    method: "POST",
    // the emulator reads the scope and does not check signatures
    headers: {
      authorization: "AWS4-HMAC-SHA256 Credential=test/20000101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: new URLSearchParams({
      Action: "AssumeRole",
      Version: "2011-06-15",
      RoleArn: `arn:aws:iam::${accountId}:role/groundplan`,
      RoleSessionName: "groundplan",
    }),
  });
  const answer = await response.text();
  const read = (element: string): string => {
    const value = new RegExp(`<${element}>([^<]+)</${element}>`).exec(answer)?.[1];
    if (value === undefined) throw new Error(`the AWS emulator "${server.name}" gave no keys for account ${accountId}:\n${answer}`);
    return value;
  };
  return {
    AWS_ACCESS_KEY_ID: read("AccessKeyId"),
    AWS_SECRET_ACCESS_KEY: read("SecretAccessKey"),
    AWS_SESSION_TOKEN: read("SessionToken"),
  };
}
