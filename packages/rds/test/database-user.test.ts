import type { DatabaseContract } from "@groundplan/core";
import { synthesize, type Template } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { cluster, encryptionKey, network, place } from "../examples/surroundings.js";
import { DatabaseUser, type DatabaseUserProps } from "../src/index.js";

const account = "eu-west-1:111111111111";
const secretArn = (name: string) => `arn:aws:secretsmanager:${account}:secret:${name}-a1B2c3`;

/** What a database's stack publishes. */
const database = {
  engine: "postgres",
  endpoint: "shop-prod-main.abc.eu-west-1.rds.amazonaws.com",
  readerEndpoint: "shop-prod-main-reports.abc.eu-west-1.rds.amazonaws.com",
  port: 5432,
  databaseName: "app",
  resourceId: "db-ABCDEFGHIJKL01234",
  securityGroupId: "sg-0123456789abcdef9",
  masterSecretArn: secretArn("rds!db-master"),
  secretsKeyArn: encryptionKey.keyArn,
  keyArn: encryptionKey.keyArn,
  proxy: {
    endpoint: "shop-prod-main.proxy-abc.eu-west-1.rds.amazonaws.com",
    resourceId: "prx-0123456789abcdef0",
    securityGroupId: "sg-0123456789abcdef8",
    userSecretArns: { api: secretArn("proxy-api") },
  },
} satisfies DatabaseContract;

const userProps = {
  ...place,
  name: "shop-prod-api-main",
  engine: "postgres",
  userName: "api",
  parameterName: "/shop/prod/service/api/task/main-user",
  database,
  cluster,
  network,
  encryptionKey,
} satisfies DatabaseUserProps;

function userTemplate(props: Partial<DatabaseUserProps> = {}): Template {
  return synthesize((stack) => void new DatabaseUser(stack, "api", { ...userProps, ...props }));
}

/** What an application gets of a user. */
function handedOn(props: Partial<DatabaseUserProps>): Pick<DatabaseUser, "environment" | "secrets" | "statements"> {
  let user: DatabaseUser | undefined;
  synthesize((stack) => {
    user = new DatabaseUser(stack, "api", { ...userProps, ...props });
  });
  if (user === undefined) throw new Error("nothing was built");
  return user;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly entryPoint?: readonly string[];
  readonly command?: readonly string[];
  readonly secrets?: readonly { readonly name: string; readonly valueFrom: string }[];
  readonly dependsOn?: unknown;
}

function containersOf(template: Template): readonly Container[] {
  return JSON.parse(String(template.resource("aws_ecs_task_definition", "api_task")["container_definitions"])) as Container[];
}

describe("a user's task", () => {
  const template = userTemplate();

  it("logs in as the master, by images that are pinned, once it has AWS's certificates", () => {
    const [client, certificates] = containersOf(template);
    expect(client).toMatchObject({
      image: expect.stringMatching(/^public\.ecr\.aws\/docker\/library\/postgres:17-alpine@sha256:[0-9a-f]{64}$/),
      command: ["api", "readWrite", "iam"],
      dependsOn: [{ containerName: "certificates", condition: "SUCCESS" }],
    });
    expect(client?.secrets?.map(({ name }) => name)).toEqual(["MASTER_PASSWORD", "MASTER_USER"]);
    expect(certificates).toMatchObject({ image: expect.stringMatching(/alpine:3\.22@sha256:[0-9a-f]{64}$/) });
    expect(certificates?.secrets).toBeUndefined();
  });

  it("is told to ECS by a parameter, and reaches the database by a rule of its own stack", () => {
    expect(template).toHaveResourceAt("aws_ssm_parameter.api_run", { name: "/shop/prod/service/api/task/main-user" });
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.api_database", {
      security_group_id: database.securityGroupId,
      referenced_security_group_id: "${aws_security_group.api.id}",
    });
  });

  it.each([
    ["mysql", /mysql:8\.4@sha256/, "--ssl-mode=VERIFY_IDENTITY"],
    ["mariadb", /mariadb:11\.8@sha256/, "--ssl-verify-server-cert"],
  ] as const)("of %s has that engine's client, which verifies whom it talks to", (engine, image, option) => {
    const [client] = containersOf(userTemplate({ engine }));
    expect(client?.image).toMatch(image);
    expect(client?.entryPoint?.[2]).toContain(option);
  });

  it("has nothing that Terraform would take for its own", () => {
    for (const engine of ["postgres", "mysql", "mariadb"] as const) {
      const [client] = containersOf(userTemplate({ engine }));
      expect(client?.entryPoint?.[2]).not.toMatch(/[$%]\{/);
    }
  });
});

describe("a user by IAM", () => {
  it("may connect as itself alone, and has no password", () => {
    const { secrets, statements } = handedOn({});
    expect(secrets).toEqual({});
    expect(statements).toEqual([
      {
        Sid: "ConnectsAsItself",
        Effect: "Allow",
        Action: ["rds-db:connect"],
        Resource: `arn:aws:rds-db:${account}:dbuser:db-ABCDEFGHIJKL01234/api`,
      },
    ]);
  });
});

describe("a user by secret", () => {
  const template = userTemplate({ access: "secret", passwordVersion: 2 });

  it("has a secret of its own, which the task sets the password by", () => {
    expect(template).toHaveResourceAt("aws_secretsmanager_secret_version.api_password", { secret_string_wo_version: 2 });
    const definitions = String(template.resource("aws_ecs_task_definition", "api_task")["container_definitions"]);
    expect(definitions).toContain('"command":["api","readWrite","password"]');
    expect(definitions).toContain("aws_secretsmanager_secret.api_password.arn");
  });

  it("hands the password on as a secret, and needs no right to connect", () => {
    const { secrets, statements, environment } = handedOn({ access: "secret" });
    expect(secrets).toEqual({ DATABASE_PASSWORD: { secretArn: expect.any(String), jsonKey: "password", keyArn: encryptionKey.keyArn } });
    expect(statements).toEqual([]);
    expect(environment).toMatchObject({ DATABASE_USER: "api", DATABASE_HOST: database.endpoint, DATABASE_PORT: "5432" });
  });
});

describe("a user by way of the proxy", () => {
  it("has the secret that the proxy logs in with", () => {
    const [client] = containersOf(userTemplate({ access: "proxy" }));
    expect(client?.secrets).toContainEqual({
      name: "USER_PASSWORD",
      valueFrom: `${secretArn("proxy-api")}:password::`,
    });
  });

  it("connects to the proxy by IAM", () => {
    const { environment, secrets, statements } = handedOn({ access: "proxy" });
    expect(environment).toMatchObject({ DATABASE_HOST: database.proxy.endpoint, DATABASE_READER_HOST: database.proxy.endpoint });
    expect(secrets).toEqual({});
    expect(statements[0]?.Resource).toBe(`arn:aws:rds-db:${account}:dbuser:prx-0123456789abcdef0/api`);
  });

  it("connects at the engine's own port, whatever the database's is", () => {
    const { environment } = handedOn({ access: "proxy", database: { ...database, port: 6000 } });
    expect(environment["DATABASE_PORT"]).toBe("5432");
    expect(handedOn({ database: { ...database, port: 6000 } }).environment["DATABASE_PORT"]).toBe("6000");
  });

  it("is refused where the proxy does not know it", () => {
    expect(() => userTemplate({ access: "proxy", userName: "worker" })).toThrow(
      '"userName" "worker" is no user that the proxy knows; name it in the database\'s "proxy.users", and apply that first',
    );
  });
});
