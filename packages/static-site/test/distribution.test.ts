import { describe, expect, it } from "vitest";
import { zone } from "../examples/surroundings.js";
import { siteTemplate, statementsAt } from "./site-template.js";

const distribution = (...props: Parameters<typeof siteTemplate>) => siteTemplate(...props).resource("aws_cloudfront_distribution");
const api = { domainName: "api.example.net", paths: ["/api/*", "/graphql"] };

describe("a site's distribution", () => {
  it("speaks HTTP/2 and 3 and IPv6, compresses, and has a root, without which it would list the bucket", () => {
    expect(distribution()).toMatchObject({
      enabled: true,
      http_version: "http2and3",
      is_ipv6_enabled: true,
      price_class: "PriceClass_100",
      default_root_object: "index.html",
      default_cache_behavior: { compress: true, target_origin_id: "site" },
      viewer_certificate: { cloudfront_default_certificate: true },
    });
    expect(distribution({ indexDocument: "start.html" })["default_root_object"]).toBe("start.html");
  });

  it("asks the bucket by a signature of its own, at its region's address", () => {
    expect(distribution()["origin"]).toEqual([
      {
        origin_id: "site",
        domain_name: "${aws_s3_bucket.docs.bucket_regional_domain_name}",
        origin_access_control_id: "${aws_cloudfront_origin_access_control.docs.id}",
      },
    ]);
  });

  it("never serves what the publisher notes, whoever asks", () => {
    expect(statementsAt(siteTemplate(), "aws_s3_bucket_policy.docs")).toContainEqual({
      Sid: "VersionsAreNotServed",
      Effect: "Deny",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: ["s3:GetObject"],
      Resource: "${aws_s3_bucket.docs.arn}/_versions/*",
      Condition: { StringEquals: { "aws:SourceArn": "${aws_cloudfront_distribution.docs.arn}" } },
    });
  });

  it("keeps a missing page a 404 and a forbidden one a 403: an app's paths are the edge function's to lead", () => {
    expect(distribution({ errorDocument: "errors/404.html" })["custom_error_response"]).toEqual([
      { error_code: 404, response_code: 404, response_page_path: "/errors/404.html", error_caching_min_ttl: 10 },
    ]);
    expect(distribution({ routing: "spa" })["custom_error_response"]).toEqual([]);
  });

  it("has each request for a file pass the edge function, hashed assets too", () => {
    const { default_cache_behavior: pages, ordered_cache_behavior: ordered } = distribution({ cache: { immutable: ["/a/*", "/b/*"] } });
    const passed = { function_association: [{ event_type: "viewer-request", function_arn: "${aws_cloudfront_function.docs.arn}" }] };
    expect(pages).toMatchObject({ ...passed, cache_policy_id: "${aws_cloudfront_cache_policy.docs_pages.id}" });
    const immutable = { ...passed, cache_policy_id: "${aws_cloudfront_cache_policy.docs_immutable.id}" };
    expect(ordered).toMatchObject([
      { path_pattern: "/a/*", ...immutable },
      { path_pattern: "/b/*", ...immutable },
    ]);
    expect(siteTemplate({ cache: { immutable: [] } }).resources("aws_cloudfront_cache_policy")).toHaveProperty("docs_pages");
    expect(siteTemplate({ cache: { immutable: [] } }).resources("aws_cloudfront_cache_policy")).not.toHaveProperty("docs_immutable");
  });

  it("serves everywhere, in some countries alone, or not in some", () => {
    expect(distribution()["restrictions"]).toEqual({ geo_restriction: { restriction_type: "none", locations: [] } });
    expect(distribution({ geoRestriction: { allow: ["DE"] } })["restrictions"]).toEqual({
      geo_restriction: { restriction_type: "whitelist", locations: ["DE"] },
    });
    expect(distribution({ geoRestriction: { deny: ["DE"] } })["restrictions"]).toEqual({
      geo_restriction: { restriction_type: "blacklist", locations: ["DE"] },
    });
  });

  it("may be overridden in AWS's own words", () => {
    expect(distribution({ overrides: { distribution: { webAclId: "arn:shared" } }, webAcl: "off" })["web_acl_id"]).toBe("arn:shared");
  });
});

describe("an API behind a site's name", () => {
  const { origin, ordered_cache_behavior: behaviours } = distribution({ origins: { api }, cache: { immutable: ["/assets/*"] } });

  it("is asked by HTTPS alone, before the site is", () => {
    expect(origin).toContainEqual(
      expect.objectContaining({
        origin_id: "api",
        domain_name: "api.example.net",
        custom_origin_config: expect.objectContaining({ origin_protocol_policy: "https-only", origin_ssl_protocols: ["TLSv1.2"] }),
      }),
    );
    expect(behaviours).toMatchObject([
      { path_pattern: "/api/*", target_origin_id: "api", viewer_protocol_policy: "https-only" },
      { path_pattern: "/graphql", target_origin_id: "api" },
      { path_pattern: "/assets/*", target_origin_id: "site" },
    ]);
  });

  it("gets all that a visitor sends but the host, nothing is kept, and the edge function leaves it alone", () => {
    const [first] = [behaviours].flat();
    expect(first).toMatchObject({
      allowed_methods: ["GET", "HEAD", "OPTIONS", "DELETE", "PATCH", "POST", "PUT"],
      cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      origin_request_policy_id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      response_headers_policy_id: "${aws_cloudfront_response_headers_policy.docs_origins.id}",
    });
    expect(first).not.toHaveProperty("function_association");
  });

  it("gets nothing of a visitor's where its answers are kept", () => {
    const template = siteTemplate({ origins: { feeds: { ...api, cache: "origin", methods: "read", path: "/v1" } } });
    const [first] = [template.resource("aws_cloudfront_distribution")["ordered_cache_behavior"]].flat();
    expect(first).toMatchObject({
      cache_policy_id: "${aws_cloudfront_cache_policy.docs_origins.id}",
      allowed_methods: ["GET", "HEAD", "OPTIONS"],
    });
    expect(first).not.toHaveProperty("origin_request_policy_id");
    expect(template).toHaveResourceAt("aws_cloudfront_cache_policy.docs_origins", {
      default_ttl: 0,
      parameters_in_cache_key_and_forwarded_to_origin: {
        cookies_config: { cookie_behavior: "none" },
        headers_config: { header_behavior: "none" },
        query_strings_config: { query_string_behavior: "all" },
      },
    });
    expect(template.resource("aws_cloudfront_distribution")["origin"]).toContainEqual(expect.objectContaining({ origin_path: "/v1" }));
  });

  it("sets its own headers, but for those that hold for the whole name", () => {
    expect(siteTemplate({ origins: { api } }).resource("aws_cloudfront_response_headers_policy", "docs_origins")).toMatchObject({
      security_headers_config: {
        content_type_options: { override: true },
        strict_transport_security: { access_control_max_age_sec: 63_072_000 },
      },
    });
  });
});

describe("a site's names", () => {
  const domainNames = ["shop.example.com", "www.shop.example.com"];

  it("have a certificate in us-east-1, TLS 1.2 of 2021 at least, and A and AAAA records", () => {
    const template = siteTemplate({ domainNames, zone });
    expect(template).toHaveResource("aws_acm_certificate", {
      provider: "aws.edge",
      domain_name: "shop.example.com",
      subject_alternative_names: ["www.shop.example.com"],
    });
    expect(template.resource("aws_cloudfront_distribution")).toMatchObject({
      aliases: domainNames,
      viewer_certificate: {
        acm_certificate_arn: "${aws_acm_certificate_validation.docs_certificate.certificate_arn}",
        minimum_protocol_version: "TLSv1.2_2021",
        ssl_support_method: "sni-only",
      },
    });
    const records = Object.keys(template.resources("aws_route53_record")).filter((name) => name.includes("alias"));
    expect(records).toHaveLength(4);
  });

  it("are left to who has their zone, where a certificate is wired and no zone", () => {
    const template = siteTemplate({ domainNames, certificate: { certificateArn: "arn:aws:acm:us-east-1:111111111111:certificate/1" } });
    expect(template.resources("aws_route53_record")).toEqual({});
    expect(template.resources("aws_acm_certificate")).toEqual({});
  });

  it("are asked for a zone, and for a provider of us-east-1", () => {
    expect(() => siteTemplate({ domainNames })).toThrow(
      'docs:\n  "zone" is missing; give the hosted zone of "domainNames", or a certificate that exists already as "certificate"',
    );
    expect(() => siteTemplate({ edgeProvider: undefined })).toThrow(
      '"edgeProvider" is missing; the web ACL stands in us-east-1, and "region" is eu-west-1: give a provider there',
    );
    expect(siteTemplate({ edgeProvider: undefined, region: "us-east-1" }).resource("aws_wafv2_web_acl")["provider"]).toBeUndefined();
  });
});
