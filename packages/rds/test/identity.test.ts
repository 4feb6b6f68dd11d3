import { describe, expect, it } from "vitest";
import { encryptionKey } from "../examples/surroundings.js";
import type { DatabaseProps } from "../src/index.js";
import { databaseTemplate } from "./database-template.js";
import { replacements } from "./replacements/index.js";

type Precondition = { readonly condition: string; readonly error_message: string };

const aurora = { engine: "aurora-postgresql", version: "16", size: "db.r7g.large" } as const;
const standbys = { availability: "readableStandbys", size: "db.m6gd.large" } as const;

function preconditions(type: "aws_db_instance" | "aws_rds_cluster", props: Partial<DatabaseProps> = {}): readonly Precondition[] {
  const { precondition } = databaseTemplate(props).resource(type)["lifecycle"] as { readonly precondition: readonly Precondition[] };
  return precondition;
}

describe("what a database is known by", () => {
  it("is kept in the state from its first apply on", () => {
    expect(databaseTemplate()).toHaveResourceAt("terraform_data.main_identity", {
      input: {
        identifier: "shop-prod-main",
        engine: "postgres",
        shape: "instance",
        databaseName: "app",
        masterUserName: "dbadmin",
        key: encryptionKey.keyArn,
      },
      triggers_replace: { generation: 1 },
      lifecycle: { ignore_changes: ["input"] },
    });
  });

  it("stops a plan that would replace the database, and says why and what to do", () => {
    const [identifier, engine] = preconditions("aws_db_instance");
    expect(identifier).toEqual({
      condition: '${(try(terraform_data.main_identity.output.identifier, "shop-prod-main") == "shop-prod-main")}',
      error_message:
        'shop-prod-main: another "name" changes the endpoint that clients connect to; put back what it was, or raise "generation" to 2 where this is what you want.',
    });
    expect(engine?.error_message).toBe(
      'shop-prod-main: another "engine" would replace the database, and all that is in it; put back what it was, or raise "generation" to 2 where this is what you want.',
    );
  });

  it("stops it at all that is protected and called after the database, before Terraform tells of the protection alone", () => {
    const template = databaseTemplate({ master: { secret: "writeOnly" }, proxy: { users: ["api"] }, backupPlan: {} });
    const expected = preconditions("aws_db_instance").map(({ error_message }) => error_message);
    const named = ["aws_cloudwatch_log_group.main_postgresql", "aws_secretsmanager_secret.main_master", "aws_backup_vault.main"];
    for (const address of [...named, "aws_secretsmanager_secret.main_proxy_api"]) {
      const { lifecycle } = template.at(address) as { readonly lifecycle: { readonly precondition: readonly Precondition[] } };
      expect([address, lifecycle.precondition.map(({ error_message }) => error_message)]).toEqual([address, expected]);
    }
  });

  it("is another one where the generation is raised", () => {
    expect(databaseTemplate({ generation: 2 })).toHaveResourceAt("terraform_data.main_identity", { triggers_replace: { generation: 2 } });
  });
});

/** What holds each argument that replaces: a part of the identity, or the module, which never changes or never gives it. */
const guards: Readonly<Record<string, string>> = {
  availability_zone: "never given",
  availability_zones: "never given",
  cluster_identifier: "identifier",
  database_name: "databaseName",
  db_name: "databaseName",
  db_subnet_group_name: "identifier",
  engine: "engine",
  kms_key_id: "key",
  master_username: "masterUserName",
  snapshot_identifier: "ignored",
  source_region: "never given",
  storage_encrypted: "always on",
  storage_type: "storageType",
  username: "masterUserName",
};

describe.each([
  ["an instance", "aws_db_instance", undefined, {}],
  ["Aurora", "aws_rds_cluster", undefined, aurora],
  ["readable standbys", "aws_rds_cluster", "multi_az", standbys],
] as const)("of all that replaces %s", (_what, type, variant, props) => {
  const table = replacements.find((one) => one.type === type && one.variant === variant);
  const guarded = preconditions(type, props).map(({ condition }) => /output\.(\w+)/.exec(condition)?.[1]);
  const body = databaseTemplate(props).resource(type);

  it.each(Object.keys(table?.replacing ?? {}))("%s cannot do so unseen", (argument) => {
    const guard = guards[argument];
    switch (guard) {
      case "never given":
        expect(body).not.toHaveProperty(argument);
        break;
      case "ignored":
        expect(body["lifecycle"]).toMatchObject({ ignore_changes: expect.arrayContaining([argument]) });
        break;
      case "always on":
        expect(body[argument]).toBe(true);
        break;
      default:
        expect(guarded).toContain(guard);
    }
  });
});
