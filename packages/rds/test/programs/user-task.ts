import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseContract } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { execa } from "execa";
import { cluster, encryptionKey, network, place } from "../../examples/surroundings.js";
import { DatabaseUser, type DatabaseUserProps } from "../../src/index.js";
import { pathOf } from "./installed.js";

/** What a user is made in: what its database's stack publishes, and what its secrets hold. */
export interface Target {
  readonly engine: "postgres" | "mariadb";
  readonly port: number;
  readonly master: { readonly username: string; readonly password: string };
  /** The file that the sidecar would fetch. */
  readonly ca: string;
  /** What the program may find in its image. */
  readonly commands: readonly string[];
  readonly folder: string;
}

/** A user, and where it differs from the target, what its container gets. */
export interface UserRun extends Partial<Pick<DatabaseUserProps, "userName" | "rights" | "access">> {
  readonly password?: string;
  readonly databaseName?: string;
  /** Instead of what the JSON says, as a run of the task may. */
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly exitCode: number | undefined;
  /** All that it printed. */
  readonly printed: string;
}

interface Container {
  readonly entryPoint: readonly [string, ...string[]];
  readonly command: readonly string[];
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
}

/** Runs the first container of the task definition as ECS would: its words, its variables, and its secrets as variables. */
export async function runUserTask(target: Target, run: UserRun): Promise<Outcome> {
  const container = containerOf(target, run);
  const [command, ...args] = container.entryPoint;
  const { exitCode, all } = await execa(pathOf(command), [...args, ...(run.command ?? container.command)], {
    extendEnv: false,
    env: { ...variablesOf(container, target, run), ...run.environment },
    reject: false,
    all: true,
    stdin: "ignore",
  });
  return { exitCode, printed: all };
}

/** The arguments of every program that was started by a target's tasks. */
export function argumentsSeen({ folder }: Target): string {
  const file = seenFile(folder);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** What an application gets that connects as the user. */
export function environmentOf(target: Target, run: UserRun): Readonly<Record<string, string>> {
  let environment = {};
  synthesize((stack) => {
    environment = user(stack, target, run).environment;
  });
  return environment;
}

function containerOf(target: Target, run: UserRun): Container {
  const template = synthesize((stack) => void user(stack, target, run));
  const text = String(template.resource("aws_ecs_task_definition", "api_task")["container_definitions"]);
  // an ARN that Terraform fills in
  const definitions: readonly Container[] = JSON.parse(text.replaceAll(/\$\{jsonencode\(.*?\)\}/g, '"known after apply"'));
  const [container] = definitions;
  if (container === undefined) throw new Error("the task has no container");
  return container;
}

function user(
  stack: TerraformStack,
  { engine, port }: Target,
  { userName = "api", rights, access, databaseName = "app" }: UserRun,
): DatabaseUser {
  const names = { name: "shop-prod-api-main", parameterName: "/shop/user", userName };
  const choices = { ...(rights && { rights }), ...(access && { access }) };
  const database = published({ engine, port, databaseName, userName });
  return new DatabaseUser(stack, "api", { ...place, ...names, ...choices, engine, database, cluster, network, encryptionKey });
}

interface Published {
  readonly engine: string;
  readonly port: number;
  readonly databaseName: string;
  readonly userName: string;
}

function published({ engine, port, databaseName, userName }: Published): DatabaseContract {
  const secretArn = (name: string) => `arn:aws:secretsmanager:${place.region}:${place.accountId}:secret:${name}-a1B2c3`;
  const entrance = { resourceId: "prx-0123456789abcdef0", securityGroupId: "sg-0123456789abcdef8", endpoint: "localhost" };
  return {
    engine,
    endpoint: "localhost",
    readerEndpoint: "localhost",
    port,
    databaseName,
    resourceId: "db-ABCDEFGHIJKL01234",
    securityGroupId: "sg-0123456789abcdef9",
    masterSecretArn: secretArn("master"),
    secretsKeyArn: encryptionKey.keyArn,
    keyArn: encryptionKey.keyArn,
    proxy: { ...entrance, userSecretArns: { [userName]: secretArn("user") } },
  };
}

function variablesOf({ environment, secrets }: Container, target: Target, { password = "" }: UserRun): Record<string, string> {
  const held: Readonly<Record<string, string>> = {
    MASTER_USER: target.master.username,
    MASTER_PASSWORD: target.master.password,
    USER_PASSWORD: password,
  };
  const secret = (name: string) => {
    const value = held[name];
    if (value === undefined) throw new Error(`the task wants a secret ${name}, which the test does not know`);
    return [name, value];
  };
  return Object.fromEntries([
    ...environment.map(({ name, value }) => [name, value]),
    ...secrets.map(({ name }) => secret(name)),
    ["DATABASE_CA", target.ca],
    ["PATH", image(target)],
    ["HOME", "/nonexistent"],
  ]);
}

const seenFile = (folder: string) => join(folder, "arguments");

/** A folder of nothing but the commands of an image, which write down what they are called with. */
function image({ folder, commands }: Target): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  for (const command of commands) {
    const file = join(bin, command);
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$0 $*" >>'${seenFile(folder)}'\nexec '${pathOf(command)}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  return bin;
}
