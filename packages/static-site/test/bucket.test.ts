import { describe, expect, it } from "vitest";
import { frankfurt, siteTemplate, statementsAt } from "./site-template.js";

const key = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/1" };
const replicaKey = { keyArn: "arn:aws:kms:eu-central-1:111111111111:key/2" };

describe("a site's bucket", () => {
  const template = siteTemplate();

  it("has a name that nobody else has, or the one that is given", () => {
    expect(template).toHaveResourceAt("aws_s3_bucket.docs", { bucket: "shop-prod-docs-111111111111-eu-west-1" });
    expect(siteTemplate({ bucketName: "docs-of-the-shop" })).toHaveResourceAt("aws_s3_bucket.docs", { bucket: "docs-of-the-shop" });
  });

  it("is protected with the distribution; unprotected, a destroy takes its files along", () => {
    const guarded = { lifecycle: { prevent_destroy: true } };
    expect(template).toHaveResourceAt("aws_s3_bucket.docs", { ...guarded, force_destroy: false });
    expect(template).toHaveResourceAt("aws_cloudfront_distribution.docs", guarded);
    const open = siteTemplate((stack) => ({ protect: false, encryption: "kms", replicaProvider: frankfurt(stack) }));
    expect(JSON.stringify(open.json)).not.toContain('"prevent_destroy":true');
    for (const bucket of Object.values(open.resources("aws_s3_bucket"))) expect(bucket["force_destroy"]).toBe(true);
  });

  it("is encrypted by a key that CloudFront may decrypt by, made or wired", () => {
    const made = siteTemplate({ encryption: "kms" });
    expect(statementsAt(made, "aws_kms_key.docs_key")).toContainEqual(
      expect.objectContaining({ Principal: { Service: "cloudfront.amazonaws.com" }, Action: ["kms:Decrypt"] }),
    );
    const wired = siteTemplate({ encryption: "kms", encryptionKey: key });
    expect(wired).toHaveResourceAt("aws_s3_bucket_server_side_encryption_configuration.docs", {
      rule: [
        {
          bucket_key_enabled: true,
          apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: key.keyArn },
        },
      ],
    });
    expect(Object.keys(wired.resources("aws_kms_key"))).toEqual(["docs_web_acl_logs"]);
  });
});

describe("a replica", () => {
  it("is made by a provider alone: guarded as the bucket is, with what is deleted deleted", () => {
    const template = siteTemplate((stack) => ({ replicaProvider: frankfurt(stack) }));
    const provider = "aws.frankfurt";
    expect(template).toHaveResourceAt("aws_s3_bucket.docs_replica", { provider, bucket: "shop-prod-docs-111111111111-eu-west-1-replica" });
    for (const type of ["public_access_block", "ownership_controls", "versioning", "lifecycle_configuration", "policy"])
      expect(template).toHaveResourceAt(`aws_s3_bucket_${type}.docs_replica`, { provider });
    expect(template).toHaveResourceAt("aws_s3_bucket_replication_configuration.docs", {
      bucket: "${aws_s3_bucket_versioning.docs.bucket}",
      rule: [
        {
          id: "everything",
          priority: 0,
          status: "Enabled",
          filter: {},
          delete_marker_replication: { status: "Enabled" },
          destination: { bucket: "${aws_s3_bucket.docs_replica.arn}" },
        },
      ],
      depends_on: ["aws_s3_bucket_versioning.docs_replica"],
    });
  });

  it("is encrypted by a key of its region, and its role may use both keys for these buckets alone", () => {
    const template = siteTemplate((stack) => ({
      encryption: "kms",
      encryptionKey: key,
      replicaProvider: frankfurt(stack),
      replicaKey,
      bucketName: "docs",
    }));
    const statements = statementsAt(template, "aws_iam_role_policy.docs_replication").filter(({ Sid = "" }) => Sid.endsWith("crypts"));
    expect(statements.map(({ Action, Resource, Condition }) => ({ Action, Resource, Condition }))).toEqual([
      {
        Action: ["kms:Decrypt"],
        Resource: key.keyArn,
        Condition: {
          StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
          StringLike: { "kms:EncryptionContext:aws:s3:arn": ["${aws_s3_bucket.docs.arn}", "${aws_s3_bucket.docs.arn}/*"] },
        },
      },
      {
        Action: ["kms:Encrypt"],
        Resource: replicaKey.keyArn,
        Condition: {
          StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
          StringLike: { "kms:EncryptionContext:aws:s3:arn": ["${aws_s3_bucket.docs_replica.arn}", "${aws_s3_bucket.docs_replica.arn}/*"] },
        },
      },
    ]);
    const { rule } = template.resource("aws_s3_bucket_replication_configuration");
    expect(rule).toMatchObject([{ source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } } }]);
  });

  it("is in another region", () => {
    expect(() => siteTemplate((stack) => ({ region: "eu-central-1", replicaProvider: frankfurt(stack) }))).toThrow(
      '"replicaProvider" is of the site\'s own region eu-central-1; give one of another region, or leave it out',
    );
  });
});
