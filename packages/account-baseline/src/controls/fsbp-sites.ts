import { type Control, type Evidence, made } from "./control.js";

const byDefault = (id: string, title: string, by: Evidence): Control => ({ id: `FSBP CloudFront.${id}`, title, met: "default", by: [by] });

const distribution = (has: Evidence["has"]): Evidence => made("static-site", "aws_cloudfront_distribution", has);

/** AWS's Foundational Security Best Practices, of sites. */
export const fsbpSites: readonly Control[] = [
  byDefault("1", "Distributions have a default root object", distribution({ default_root_object: "set" })),
  byDefault(
    "3",
    "Distributions require encryption in transit",
    distribution({
      "default_cache_behavior.viewer_protocol_policy": "redirect-to-https",
      "ordered_cache_behavior.0.viewer_protocol_policy": "redirect-to-https",
    }),
  ),
  byDefault("5", "Distributions have logging", made("static-site", "aws_cloudwatch_log_delivery", { delivery_destination_arn: "set" })),
  byDefault("6", "Distributions have a web ACL", distribution({ web_acl_id: "set" })),
  byDefault("7", "Distributions use certificates of their own", distribution({ "viewer_certificate.acm_certificate_arn": "set" })),
  byDefault("8", "Distributions use SNI", distribution({ "viewer_certificate.ssl_support_method": "sni-only" })),
  byDefault("9", "Traffic to custom origins is encrypted", distribution({ "origin.0.custom_origin_config": "unset" })),
  byDefault("10", "No deprecated protocols towards custom origins", distribution({ "origin.0.custom_origin_config": "unset" })),
  byDefault("12", "Distributions point to buckets that exist", distribution({ "origin.0.domain_name": { includes: "aws_s3_bucket." } })),
  byDefault("13", "Distributions use origin access control", distribution({ "origin.0.origin_access_control_id": "set" })),
  byDefault(
    "15",
    "Distributions use the recommended TLS policy",
    distribution({ "viewer_certificate.minimum_protocol_version": "TLSv1.2_2021" }),
  ),
];
