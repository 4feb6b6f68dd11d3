import type { StateBackendContract } from "@groundplan/core";
import { brokenRules, type DeepReadonly } from "@groundplan/core/schema";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput } from "cdktf";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { stateBackend } from "../examples/state-backend.js";
import { nonProduction, rules, schema } from "../src/config.js";
import { StateBackend, type StateBackendData, type StateBackendProps } from "../src/index.js";

const data = { bucketName: "shop-state", tableName: "shop-locks", accountId: "111111111111", region: "eu-west-1" };
const given = { ...data, accessLogs: { bucketName: "shop-state-logs" } };
const keyArn = "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555";

function backendTemplate(props: Partial<StateBackendProps> = {}): Template {
  return synthesize((stack) => void new StateBackend(stack, "state", { ...given, ...props }));
}

describe("StateBackend", () => {
  it("has the addresses of its version", () => {
    expect(backendTemplate()).toHaveAddresses("golden/addresses.txt");
  });

  it("keeps states in a versioned bucket, closed to the public, under its own key", () => {
    const template = backendTemplate();
    expect(template).toHaveResource("aws_s3_bucket", { bucket: "shop-state" });
    expect(template).toHaveResource("aws_s3_bucket_versioning", { versioning_configuration: { status: "Enabled" } });
    expect(template).toHaveResource("aws_s3_bucket_public_access_block", {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(template).toHaveResource("aws_s3_bucket_ownership_controls", { rule: { object_ownership: "BucketOwnerEnforced" } });
    expect(template).toHaveResource("aws_s3_bucket_server_side_encryption_configuration", {
      rule: [
        {
          bucket_key_enabled: true,
          apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.state_key.arn}" },
        },
      ],
    });
    expect(template).toHaveResource("aws_kms_alias", { name: "alias/shop-state" });
  });

  it("keeps locks in a table as Terraform wants it, restorable, under its own key, paid by use", () => {
    expect(backendTemplate()).toHaveResource("aws_dynamodb_table", {
      name: "shop-locks",
      hash_key: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      billing_mode: "PAY_PER_REQUEST",
      point_in_time_recovery: { enabled: true },
      server_side_encryption: { enabled: true, kms_key_arn: "${aws_kms_key.state_key.arn}" },
    });
  });

  it("protects bucket, table and key, until told otherwise", () => {
    const guarded = { lifecycle: { prevent_destroy: true } };
    expect(backendTemplate()).toHaveResource("aws_s3_bucket", { ...guarded, force_destroy: false });
    expect(backendTemplate()).toHaveResource("aws_dynamodb_table", { ...guarded, deletion_protection_enabled: true });
    expect(backendTemplate()).toHaveResource("aws_kms_key", guarded);
    const free = backendTemplate({ protect: false });
    expect(free).toHaveResource("aws_s3_bucket", { lifecycle: { prevent_destroy: false }, force_destroy: true });
    expect(free).toHaveResource("aws_dynamodb_table", { lifecycle: { prevent_destroy: false }, deletion_protection_enabled: false });
    expect(free).toHaveResource("aws_kms_key", { lifecycle: { prevent_destroy: false } });
  });

  it("lets older versions go after a year, but for the newest hundred of each state", () => {
    const rulesOf = (template: Template) => template.resource("aws_s3_bucket_lifecycle_configuration")["rule"];
    expect(rulesOf(backendTemplate())).toEqual([
      {
        id: "old-versions",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrent_version_expiration: [{ noncurrent_days: 365, newer_noncurrent_versions: 100 }],
        expiration: [{ expired_object_delete_marker: true }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
    expect(rulesOf(backendTemplate({ oldVersionsExpireAfterDays: 30, oldVersionsKept: 10 }))).toEqual([
      expect.objectContaining({ noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions: 10 }] }),
    ]);
  });

  it("logs who reads and writes states, or says that it does not", () => {
    expect(backendTemplate()).toHaveResource("aws_s3_bucket_logging", {
      target_bucket: "shop-state-logs",
      target_prefix: "s3-access-logs/",
    });
    expect(backendTemplate({ accessLogs: "none" }).resources("aws_s3_bucket_logging")).toEqual({});
  });

  it("makes bucket and table usable by themselves: neither waits for anything but the key", () => {
    const template = backendTemplate();
    expect(JSON.stringify(template.resource("aws_s3_bucket"))).not.toContain("${");
    const references = JSON.stringify(template.resource("aws_dynamodb_table")).match(/\$\{[^}]+\}/g);
    expect(references).toEqual(["${aws_kms_key.state_key.arn}"]);
  });

  it("makes no key where one is given", () => {
    const template = backendTemplate({ encryptionKey: { keyArn } });
    expect(template.resources("aws_kms_key")).toEqual({});
    expect(template).toHaveResource("aws_dynamodb_table", { server_side_encryption: { kms_key_arn: keyArn } });
    expect(JSON.stringify(template.resource("aws_s3_bucket_server_side_encryption_configuration"))).toContain(keyArn);
  });

  it("is the contract that stacks ask for", () => {
    const template = synthesize((stack) => {
      const { bucketName, tableName, keyArn: arn }: StateBackendContract = new StateBackend(stack, "state", given);
      new TerraformOutput(stack, "contract", { value: { bucketName, tableName, keyArn: arn }, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      bucketName: "${aws_s3_bucket.state.id}",
      tableName: "${aws_dynamodb_table.state.name}",
      keyArn: "${aws_kms_key.state_key.arn}",
    });
  });

  it("lets arguments be overridden that no property covers", () => {
    const template = backendTemplate({ overrides: { bucket: { objectLockEnabled: true }, table: { tableClass: "STANDARD" } } });
    expect(template).toHaveResource("aws_s3_bucket", { object_lock_enabled: true });
    expect(template).toHaveResource("aws_dynamodb_table", { table_class: "STANDARD" });
  });

  it("is made by the README's example, whose log bucket lets S3 write first", () => {
    const template = synthesize((stack) => void stateBackend(stack));
    expect(template).toHaveResource("aws_s3_bucket_logging", { target_bucket: "${aws_s3_bucket_policy.state_logs.bucket}" });
    const sids = template.iamStatements().map(({ address, statement }) => `${address} ${statement.Sid}`);
    expect(sids).toContain("aws_s3_bucket_policy.state_logs AccessLogsWrite");
  });
});

describe("its bucket's policy", () => {
  const statements = backendTemplate({ encryptionKey: { keyArn } })
    .iamStatements()
    .map(({ statement }) => statement);

  /** What S3 answers to a PutObject with these headers, by the policy's denials. */
  const isRefused = (headers: { readonly algorithm?: string; readonly key?: string; readonly tls?: boolean }) => {
    const context: Record<string, string | undefined> = {
      "aws:SecureTransport": String(headers.tls ?? true),
      "s3:x-amz-server-side-encryption": headers.algorithm,
      "s3:x-amz-server-side-encryption-aws-kms-key-id": headers.key,
    };
    return statements.some(({ Effect, Condition = {} }) => Effect === "Deny" && Object.entries(Condition).every(holdsIn(context)));
  };

  it("lets in nobody: the account's IAM does", () => {
    expect(statements.filter(({ Effect }) => Effect === "Allow")).toEqual([]);
    expect(statements.map(({ Sid }) => Sid)).toEqual(["TlsOnly", "NoOtherEncryption", "NoOtherKey", "NoUnnamedKey"]);
  });

  it("takes what comes under the backend's key, named or by the bucket's default", () => {
    expect(isRefused({})).toBe(false);
    expect(isRefused({ algorithm: "aws:kms", key: keyArn })).toBe(false);
  });

  it.each([
    ["S3's own encryption", { algorithm: "AES256" }],
    ["two layers of it, which is another encryption", { algorithm: "aws:kms:dsse", key: keyArn }],
    ["another key", { algorithm: "aws:kms", key: keyArn.replace("1111-", "9999-") }],
    ["AWS's own key, which is what naming none means", { algorithm: "aws:kms" }],
    ["no TLS", { tls: false }],
  ])("refuses %s", (_, headers) => {
    expect(isRefused(headers)).toBe(true);
  });
});

/** IAM's own reading of a condition: a negated operator holds for what is missing, too. */
function holdsIn(context: Readonly<Record<string, string | undefined>>) {
  return ([operator, wanted]: [string, Readonly<Record<string, unknown>>]): boolean =>
    Object.entries(wanted).every(([key, value]) => {
      const actual = context[key];
      if (operator === "Null") return String(actual === undefined) === value;
      if (operator === "StringNotEquals") return actual !== value;
      if (operator === "StringEquals" || operator === "Bool") return actual === value;
      throw new Error(`${operator} is not known here`);
    });
}

describe("its schema", () => {
  it("is what the props say", () => {
    expectTypeOf<StateBackendData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it("tells every wrong property at once, with its value and what to give", () => {
    expect(() => backendTemplate({ bucketName: "a_b", tableName: "x", region: "eu", oldVersionsKept: 101 })).toThrow(
      [
        "test/state:",
        '"bucketName" "a_b" is no bucket name; give 3 to 63 lower-case letters, digits and single hyphens, such as shop-111111111111-logs',
        '"tableName" "x" is no table name; give 3 to 255 letters, digits, _, . and -',
        '"region" "eu" is no region of the partition "aws"; give one such as "eu-west-1"',
        '"oldVersionsKept" 101 is too big; give at most 100',
      ].join("\n  "),
    );
  });

  it("breaks no rule by default, and outside of production the one of protection", () => {
    expect(brokenRules(rules, schema.parse(data))).toEqual([]);
    const broken = brokenRules(rules, schema.parse({ ...data, ...nonProduction }));
    expect(broken.map(({ id, path }) => [id, path])).toEqual([["state-backend-protected", ["protect"]]]);
  });
});
