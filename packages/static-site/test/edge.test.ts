import { describe, expect, it } from "vitest";
import { siteTemplate } from "./site-template.js";

describe("a site's edge function", () => {
  it("is published where it stands: another routing is another code, and no other function", () => {
    const [directories, app] = [siteTemplate(), siteTemplate({ routing: "spa" })].map((one) => one.resource("aws_cloudfront_function"));
    expect(directories).toMatchObject({ name: "shop-prod-docs-edge", publish: true, runtime: "cloudfront-js-2.0" });
    expect(app?.["code"]).not.toBe(directories?.["code"]);
    expect({ ...app, code: "" }).toEqual({ ...directories, code: "" });
  });

  it("has nothing in its code that Terraform would take for its own", () => {
    const redirects = [{ from: "/old/*", to: "/new/*" }];
    const { code } = siteTemplate({ basicAuth: true, redirects, routing: "spa" }).resource("aws_cloudfront_function");
    expect(code).not.toMatch(/[$%]\{/);
  });

  it("has a store of passwords where it asks for one, and Terraform writes nothing into it", () => {
    const template = siteTemplate({ basicAuth: true });
    expect(template).toHaveResourceAt("aws_cloudfront_function.docs", {
      key_value_store_associations: ["${aws_cloudfront_key_value_store.docs_passwords.arn}"],
    });
    expect(template.addresses.filter((address) => address.includes("keyvaluestore"))).toEqual([]);
    expect(siteTemplate().resources("aws_cloudfront_key_value_store")).toEqual({});
  });

  it("and its policies go after what names them, since AWS refuses to delete what is in use", () => {
    const template = siteTemplate({ basicAuth: true, origins: { api: { domainName: "api.example.net", cache: "origin" } } });
    const used = [
      "aws_cloudfront_cache_policy",
      "aws_cloudfront_function",
      "aws_cloudfront_key_value_store",
      "aws_cloudfront_origin_access_control",
      "aws_cloudfront_response_headers_policy",
      "aws_cloudwatch_log_delivery_destination",
      "aws_wafv2_web_acl",
    ].flatMap((type) => Object.values(template.resources(type)));
    expect(used).toHaveLength(10);
    for (const resource of used) expect(resource["lifecycle"]).toMatchObject({ create_before_destroy: true });
  });
});

describe("a site's headers", () => {
  const policyOf = (...props: Parameters<typeof siteTemplate>) =>
    siteTemplate(...props).resource("aws_cloudfront_response_headers_policy", "docs_files");

  it("are strict without being asked for", () => {
    const policy = policyOf();
    expect(policy).toMatchObject({
      security_headers_config: {
        content_type_options: { override: true },
        frame_options: { frame_option: "DENY", override: true },
        referrer_policy: { referrer_policy: "strict-origin-when-cross-origin", override: true },
        content_security_policy: { override: true, content_security_policy: expect.stringContaining("default-src 'self'") },
      },
      custom_headers_config: { items: [{ header: "permissions-policy", override: true, value: expect.stringContaining("camera=()") }] },
    });
    expect(policy).not.toHaveProperty("cors_config");
  });

  it("leave out what is off", () => {
    const off = "off" as const;
    const policy = policyOf({ headers: { hsts: off, contentSecurityPolicy: off, frameOptions: off, permissionsPolicy: off } });
    expect(policy["security_headers_config"]).toEqual({
      content_type_options: { override: true },
      referrer_policy: { override: true, referrer_policy: "strict-origin-when-cross-origin" },
    });
    expect(policy).not.toHaveProperty("custom_headers_config");
  });

  it("let other sites' pages read, as far as it is said", () => {
    expect(policyOf({ cors: { origins: ["https://app.example.com"], headers: ["x-request-id"] } })["cors_config"]).toEqual({
      access_control_allow_origins: { items: ["https://app.example.com"] },
      access_control_allow_methods: { items: ["GET", "HEAD"] },
      access_control_allow_headers: { items: ["x-request-id"] },
      access_control_allow_credentials: false,
      access_control_max_age_sec: 600,
      origin_override: true,
    });
  });

  it("say nothing of the bucket", () => {
    expect(policyOf()["remove_headers_config"]).toMatchObject({ items: expect.arrayContaining([{ header: "x-amz-version-id" }]) });
  });
});
