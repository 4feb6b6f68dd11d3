import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GetSecretValueCommand, ListSecretsCommand, PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database, type DatabaseProps } from "../src/index.js";
import { clientOf } from "./clients.js";
import { finalSnapshots } from "./final-snapshots.js";
import { ground, place } from "./ground.js";

const database =
  (changes: Partial<DatabaseProps> = {}) =>
  (stack: TerraformStack): void => {
    new Database(stack, "main", {
      ...place,
      name: "shop-main",
      engine: "postgres",
      version: "17",
      master: { secret: "writeOnly" },
      protect: false,
      upgrades: { applyImmediately: true },
      ...ground(stack),
      ...changes,
    });
  };

const replicated = { replicas: { reports: { size: "db.m7g.large" } }, proxy: { users: ["api"] } } as const;

/** All that Terraform has written of a deployment, its saved plan too. */
function filesOf({ folder }: Deployment): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name), "latin1")).join("\n");
}

describe("a PostgreSQL whose password is write-only", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "rds-instance" });
    deployment = await world.deployment("database", database({ master: { secret: "managed" } }));
  });
  afterAll(() => world.stop());

  it("goes over from a secret that AWS manages, in place", async () => {
    await deployment.apply();
    const change = await deployment.change(database());
    expect(change.replace).toEqual([]);
    expect(change.destroy).toEqual(["aws_secretsmanager_secret_rotation.main_master"]);
    expect(change.update).toEqual(["aws_db_instance.main"]);
    await deployment.expectEmptyPlan();
  });

  it("has in no file what is in its secret", async () => {
    const secrets = new SecretsManagerClient(clientOf(world));
    const { SecretList: [secret] = [] } = await secrets.send(new ListSecretsCommand({}));
    const { SecretString: text = "{}" } = await secrets.send(new GetSecretValueCommand({ SecretId: secret?.ARN }));
    const { username, password } = JSON.parse(text) as { readonly username: string; readonly password: string };
    expect({ username, length: password.length }).toEqual({ username: "dbadmin", length: 40 });

    const canary = "canary-that-nobody-should-ever-see";
    await secrets.send(new PutSecretValueCommand({ SecretId: secret?.ARN, SecretString: JSON.stringify({ username, password: canary }) }));
    await deployment.expectEmptyPlan();
    const written = filesOf(deployment);
    expect(written).toContain("shop-main");
    expect(written).not.toContain(password);
    expect(written).not.toContain(canary);
  });

  it("takes a replica and a proxy, and the database stays as it is", async () => {
    const change = await deployment.change(database(replicated));
    expect(change.replace).toEqual([]);
    expect(change.destroy).toEqual([]);
    expect(change.create).toEqual(expect.arrayContaining(["aws_db_instance.main_reports", "aws_db_proxy.main"]));
    expect(change.update).not.toContain("aws_db_instance.main");
    await deployment.expectEmptyPlan();
  });

  it.each([
    ["another name", { name: "shop-other" }, 'another "name" changes the endpoint that clients connect to'],
    ["another first database", { databaseName: "other" }, 'another "databaseName" would replace the database'],
    ["another engine", { engine: "mariadb", version: "11.8" }, 'another "engine" would replace the database'],
    ["another master", { master: { secret: "writeOnly", userName: "other" } }, 'another "master.userName" would replace the database'],
  ] as const)("is not planned with %s", async (_what, changes, reason) => {
    await expect(deployment.plan(database({ ...replicated, ...changes }))).rejects.toThrow(reason);
  });

  it("is replaced where a raised generation says that this is wanted", async () => {
    const plan = await deployment.plan(database({ ...replicated, databaseName: "other", generation: 2 }));
    expect(plan.replace).toContain("aws_db_instance.main");
  });

  it("is destroyed, made again under the same name, and destroyed, each time with a final snapshot", async () => {
    await deployment.destroy();
    await deployment.change(database());
    await deployment.destroy();
    const { "shop-main": snapshots = [] } = await finalSnapshots(world);
    expect(new Set(snapshots).size).toBe(2);
  });
});
