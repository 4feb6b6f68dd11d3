import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTerraform, terraformEnvironment } from "@groundplan/emulator";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Replacements, replacements } from "./replacements/index.js";

const folder = mkdtempSync(join(tmpdir(), "groundplan-replacements-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each change has a resource of its own, which stands in the state as it was before: one plan tells of all. */
const nameOf = ({ variant }: Replacements, changed: string) => [...(variant === undefined ? [] : [variant]), changed].join("-");

const cases = replacements.flatMap((one) =>
  [...Object.entries({ ...one.replacing, ...one.updating })].map(([changed, value]) => ({ one, changed, value })),
);

const provider = 'provider["registry.terraform.io/hashicorp/aws"]';

function configuration() {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const { one, changed, value } of cases) {
    const ofType = resource[one.type] ?? {};
    resource[one.type] = { ...ofType, [nameOf(one, changed)]: { ...one.arguments, [changed]: value } };
  }
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } },
    // nobody is asked: the state is ours, and is not refreshed
    provider: {
      aws: {
        region: "eu-west-1",
        access_key: "none",
        secret_key: "none",
        skip_credentials_validation: true,
        skip_requesting_account_id: true,
        skip_metadata_api_check: true,
      },
    },
    resource,
  };
}

const state = () => ({
  version: 4,
  terraform_version: "1.11.0",
  serial: 1,
  lineage: "replacements",
  outputs: {},
  resources: cases.map(({ one, changed }) => ({
    mode: "managed",
    type: one.type,
    name: nameOf(one, changed),
    provider,
    instances: [{ schema_version: schemaVersions[one.type] ?? 0, attributes: { ...one.arguments, ...one.computed } }],
  })),
});

/** An older version would be upgraded from what it was. */
const schemaVersions: Readonly<Record<string, number>> = { aws_db_instance: 2, aws_rds_cluster: 1, aws_secretsmanager_secret_rotation: 1 };

interface PlannedChange {
  readonly type: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}

async function plannedActions(): Promise<ReadonlyMap<string, string>> {
  const binary = (await findTerraform()).path;
  const run = async (...arguments_: string[]) =>
    execa(binary, arguments_, { cwd: folder, env: await terraformEnvironment({ cacheFolder: ".groundplan" }), lines: true, reject: false });
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration()));
  writeFileSync(join(folder, "terraform.tfstate"), JSON.stringify(state()));
  await run("init", "-input=false");
  const { stdout } = await run("plan", "-json", "-refresh=false", "-lock=false", "-input=false");
  const events = stdout.map((line) => JSON.parse(line) as PlannedChange);
  return new Map(
    events.flatMap(({ type, change }) =>
      type === "planned_change" && change !== undefined ? [[change.resource.addr, change.action]] : [],
    ),
  );
}

describe("the provider's own plan", () => {
  let actions: ReadonlyMap<string, string>;
  beforeAll(async () => {
    actions = await plannedActions();
  });

  it.each(replacements)("of $type $variant replaces it where the table says so, and nowhere else", (one) => {
    const planned = (changes: object) =>
      Object.keys(changes).map((changed) => [changed, actions.get(`${one.type}.${nameOf(one, changed)}`)]);
    expect(Object.fromEntries(planned(one.replacing))).toEqual(
      Object.fromEntries(Object.keys(one.replacing).map((changed) => [changed, "replace"])),
    );
    expect(Object.fromEntries(planned(one.updating))).toEqual(
      Object.fromEntries(Object.keys(one.updating).map((changed) => [changed, "update"])),
    );
  });
});
