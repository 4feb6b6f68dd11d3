import { describe, expect, it } from "vitest";
import { encryptionKey } from "../examples/surroundings.js";
import { databaseTemplate } from "./database-template.js";

const ephemeral = "${ephemeral.aws_secretsmanager_random_password.main_master.random_password}";

describe("a write-only master password", () => {
  const template = databaseTemplate({ master: { secret: "writeOnly", passwordVersion: 3 } });

  it("is random, and handed on to arguments that keep nothing", () => {
    expect(template.json["ephemeral"]).toEqual({
      aws_secretsmanager_random_password: { main_master: { password_length: 40, exclude_punctuation: true } },
    });
    const instance = template.resource("aws_db_instance");
    expect(instance).toMatchObject({ password_wo: ephemeral, password_wo_version: 3 });
    for (const argument of ["password", "manage_master_user_password", "master_user_secret_kms_key_id"]) {
      expect(instance).not.toHaveProperty(argument);
    }
  });

  it("is written down once the database has taken it, and under the same version", () => {
    const version = template.resource("aws_secretsmanager_secret_version");
    expect(version).toMatchObject({
      secret_id: "${aws_secretsmanager_secret.main_master.id}",
      secret_string_wo: JSON.stringify({ username: "dbadmin", password: ephemeral }),
      secret_string_wo_version: 3,
      depends_on: ["aws_db_instance.main"],
    });
    expect(version).not.toHaveProperty("secret_string");
  });

  it("is a cluster's, too", () => {
    const aurora = { engine: "aurora-mysql", version: "8.0", size: "db.r7g.large", master: { secret: "writeOnly" } } as const;
    expect(databaseTemplate(aurora)).toHaveResourceAt("aws_rds_cluster.main", {
      master_username: "dbadmin",
      master_password_wo: ephemeral,
      master_password_wo_version: 1,
    });
  });

  it("stands in no other argument of anything", () => {
    const text = JSON.stringify(template.json).split("ephemeral.aws_secretsmanager_random_password");
    expect(text).toHaveLength(3);
  });
});

describe("a proxy", () => {
  const template = databaseTemplate({ proxy: { users: ["api", "worker"] } });

  it("lets clients in by TLS and IAM alone, and logs in with each user's own secret", () => {
    expect(template).toHaveResourceAt("aws_db_proxy.main", {
      engine_family: "POSTGRESQL",
      require_tls: true,
      vpc_security_group_ids: ["${aws_security_group.main_proxy.id}"],
      auth: ["api", "worker"].map((user) => ({
        auth_scheme: "SECRETS",
        iam_auth: "REQUIRED",
        secret_arn: `\${aws_secretsmanager_secret.main_proxy_${user}.arn}`,
      })),
    });
  });

  it("never has the master's", () => {
    const statements = template.iamStatements().filter(({ address }) => address === "aws_iam_role_policy.main_proxy");
    expect(statements.map(({ statement }) => statement.Resource)).toEqual([
      ["${aws_secretsmanager_secret.main_proxy_api.arn}", "${aws_secretsmanager_secret.main_proxy_worker.arn}"],
      encryptionKey.keyArn,
    ]);
  });

  it("reaches the database, and the database nobody", () => {
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.main_proxy", {
      security_group_id: "${aws_security_group.main.id}",
      referenced_security_group_id: "${aws_security_group.main_proxy.id}",
      from_port: 5432,
      to_port: 5432,
    });
    expect(Object.keys(template.resources("aws_vpc_security_group_egress_rule"))).toEqual(["main_proxy"]);
  });
});
