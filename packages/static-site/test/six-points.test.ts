import { describe, expect, it } from "vitest";
import { siteTemplate, statementsAt } from "./site-template.js";

const template = siteTemplate();
const statements = statementsAt(template, "aws_s3_bucket_policy.docs");

const behaviours = [template, siteTemplate({ origins: { api: { domainName: "api.example.net", methods: "read" } } })].flatMap((one) => {
  const distribution = one.resource("aws_cloudfront_distribution");
  return [distribution["default_cache_behavior"], ...[distribution["ordered_cache_behavior"]].flat()];
});

describe("what a site on a plain public bucket lacks", () => {
  it("1. encryption at rest: every object is, without being asked for", () => {
    expect(template).toHaveResourceAt("aws_s3_bucket_server_side_encryption_configuration.docs", {
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
  });

  it("2. encryption in transit: visitors are led to HTTPS and remember it, and the bucket refuses all else", () => {
    const encrypted = expect.objectContaining({ viewer_protocol_policy: expect.stringMatching(/^(redirect-to-https|https-only)$/) });
    expect(behaviours).toEqual(behaviours.map(() => encrypted));
    expect(template).toHaveResourceAt("aws_cloudfront_response_headers_policy.docs_files", {
      security_headers_config: {
        strict_transport_security: { access_control_max_age_sec: 63_072_000, include_subdomains: true, override: true },
      },
    });
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    );
  });

  it("3. monitoring: alarms, and logs of whoever asked CloudFront or the bucket", () => {
    expect(Object.keys(template.resources("aws_cloudwatch_metric_alarm"))).toEqual([
      "docs_errors_4xx",
      "docs_errors_5xx",
      "docs_function_errors",
    ]);
    expect(template).toHaveResource("aws_cloudwatch_log_delivery", {
      delivery_source_name: "${aws_cloudwatch_log_delivery_source.docs.name}",
    });
    expect(template).toHaveResource("aws_s3_bucket_logging", { bucket: "${aws_s3_bucket.docs.id}" });
  });

  it("4. versioning: what is overwritten or deleted can be brought back, for as long as it was said", () => {
    expect(template).toHaveResourceAt("aws_s3_bucket_versioning.docs", { versioning_configuration: { status: "Enabled" } });
    expect(template).toHaveResourceAt("aws_s3_bucket_lifecycle_configuration.docs", {
      rule: [expect.objectContaining({ noncurrent_version_expiration: [{ noncurrent_days: 90 }] })],
    });
  });

  it("5. least privilege: nothing is public, and this one distribution may read, list, and nothing else", () => {
    expect(template).toHaveResourceAt("aws_s3_bucket_public_access_block.docs", {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(template).toHaveResourceAt("aws_s3_bucket_ownership_controls.docs", { rule: { object_ownership: "BucketOwnerEnforced" } });
    const allowed = statements.filter(({ Effect }) => Effect === "Allow");
    expect(allowed.map(({ Principal, Action, Condition }) => ({ Principal, Action, Condition }))).toEqual(
      [["s3:GetObject"], ["s3:ListBucket"]].map((Action) => ({
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action,
        Condition: { StringEquals: { "aws:SourceArn": "${aws_cloudfront_distribution.docs.arn}" } },
      })),
    );
  });

  it("6. restricted caching and methods: read alone, without query strings, cookies or headers, each for its own time", () => {
    const reading = expect.objectContaining({ allowed_methods: ["GET", "HEAD", "OPTIONS"], cached_methods: ["GET", "HEAD"] });
    expect(behaviours).toEqual(behaviours.map(() => reading));
    const policies = template.resources("aws_cloudfront_cache_policy");
    for (const policy of Object.values(policies))
      expect(policy["parameters_in_cache_key_and_forwarded_to_origin"]).toMatchObject({
        cookies_config: { cookie_behavior: "none" },
        headers_config: { header_behavior: "none" },
        query_strings_config: { query_string_behavior: "none" },
      });
    expect(policies["docs_pages"]).toMatchObject({ min_ttl: 0, default_ttl: 0 });
    expect(policies["docs_immutable"]).toMatchObject({ default_ttl: 31_536_000 });
  });
});
