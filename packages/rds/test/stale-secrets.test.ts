import { EcsService } from "@groundplan/ecs-service";
import { synthesize } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { cluster, encryptionKey, network, place } from "../examples/surroundings.js";
import { Database, type DatabaseProps, DatabaseUser } from "../src/index.js";

function shop(stack: TerraformStack, props: Partial<DatabaseProps> = {}): Database {
  const data = { ...place, name: "shop-prod-main", engine: "postgres", version: "17" } as const;
  return new Database(stack, "main", { ...data, network, encryptionKey, logsKey: encryptionKey, ...props });
}

function service(stack: TerraformStack, database: Database): EcsService {
  return new EcsService(stack, "api", {
    ...place,
    name: "shop-prod-api",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
    secrets: { DATABASE_PASSWORD: { secretArn: database.masterSecretArn, jsonKey: "password", keyArn: database.secretsKeyArn } },
    cluster,
    network,
    encryptionKey,
  });
}

describe("the master's secret", () => {
  it("is no variable of a service where it rotates", () => {
    expect(() => synthesize((stack) => void service(stack, shop(stack)))).toThrow(
      "has the master's secret as a variable, which RDS rotates every 7 days, and a running task keeps the old one; " +
        "give it a DatabaseUser of its own, or let it read the secret at each connection",
    );
  });

  it("is one of the task that makes users, which ends before the next rotation", () => {
    const build = (stack: TerraformStack) => {
      const data = { ...place, name: "shop-prod-api-main", engine: "postgres", userName: "api", parameterName: "/shop/user" } as const;
      new DatabaseUser(stack, "user", { ...data, database: shop(stack), cluster, network, encryptionKey });
    };
    expect(synthesize(build)).toHaveResourceAt("aws_ecs_task_definition.user_task");
  });

  it("does not go stale where nobody rotates it", () => {
    const build = (stack: TerraformStack) => void service(stack, shop(stack, { master: { secret: "writeOnly" } }));
    expect(synthesize(build)).toHaveResourceAt("aws_ecs_service.api");
  });
});
