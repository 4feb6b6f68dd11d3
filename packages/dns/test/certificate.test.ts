import type { Certificate as CertificateContract } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { Certificate, type CertificateProps } from "../src/index.js";
import { edgeProvider, zoneProvider } from "./zone-provider.js";

const zone = { zoneId: "Z1", zoneName: "shop.example.com" };
const certificate = (props: Partial<CertificateProps> = {}) => {
  return (stack: TerraformStack) => new Certificate(stack, "certificate", { zone, domainName: "shop.example.com", ...props });
};

describe("a certificate", () => {
  it("is proved by one record for a name and its wildcard, found by its name and not by its place", () => {
    const template = synthesize(certificate({ alternativeNames: ["*.shop.example.com", "api.shop.example.com"] }));
    const options = (attribute: string, name: string) =>
      `\${[for option in aws_acm_certificate.certificate.domain_validation_options : option.${attribute} if trimprefix(option.domain_name, "*.") == "${name}"][0]}`;
    expect(Object.keys(template.resources("aws_route53_record"))).toEqual([
      "certificate_proof_api_shop_example_com",
      "certificate_proof_shop_example_com",
    ]);
    expect(template).toHaveResourceAt("aws_route53_record.certificate_proof_shop_example_com", {
      zone_id: "Z1",
      name: options("resource_record_name", "shop.example.com"),
      type: options("resource_record_type", "shop.example.com"),
      records: [options("resource_record_value", "shop.example.com")],
      allow_overwrite: true,
      lifecycle: { ignore_changes: ["name", "type", "records"] },
    });
  });

  it("is known to others once it is issued", () => {
    const template = synthesize((stack) => {
      const { certificateArn }: CertificateContract = certificate()(stack);
      new TerraformOutput(stack, "contract", { value: { certificateArn }, staticId: true });
    });
    expect(template).toHaveOutput("contract", { certificateArn: "${aws_acm_certificate_validation.certificate.certificate_arn}" });
    expect(template).toHaveResource("aws_acm_certificate_validation", {
      certificate_arn: "${aws_acm_certificate.certificate.arn}",
      validation_record_fqdns: ["${aws_route53_record.certificate_proof_shop_example_com.fqdn}"],
      timeouts: { create: "30m" },
    });
  });

  it("gives way to another only when that one stands", () => {
    const template = synthesize(certificate());
    expect(template).toHaveResource("aws_acm_certificate", { lifecycle: { create_before_destroy: true } });
  });

  it("may be in another region, while its records are written where the stack is", () => {
    const template = synthesize((stack) => certificate({ edgeProvider: edgeProvider(stack) })(stack));
    expect(template).toHaveResource("aws_acm_certificate", { provider: "aws.edge" });
    expect(template).toHaveResource("aws_acm_certificate_validation", { provider: "aws.edge" });
    expect(template.resource("aws_route53_record")["provider"]).toBeUndefined();
  });

  it("proves itself in another account's zone by that account's provider", () => {
    const template = synthesize((stack) => certificate({ zoneProvider: zoneProvider(stack) })(stack));
    expect(template).toHaveResource("aws_route53_record", { provider: "aws.zone" });
    expect(template.resource("aws_acm_certificate")["provider"]).toBeUndefined();
  });

  it("may be proved by another's records, where these are of all its names", () => {
    const both = (domainName: string) => (stack: TerraformStack) => {
      const provenBy = certificate({ alternativeNames: ["api.shop.example.com"] })(stack);
      new Certificate(stack, "edge", { zone, domainName, edgeProvider: edgeProvider(stack), provenBy });
    };
    const template = synthesize(both("*.shop.example.com"));
    expect(Object.keys(template.resources("aws_route53_record"))).toHaveLength(2);
    expect(template.resource("aws_acm_certificate_validation", "edge")["validation_record_fqdns"]).toEqual([
      "${aws_route53_record.certificate_proof_shop_example_com.fqdn}",
    ]);
    expect(() => synthesize(both("docs.shop.example.com"))).toThrow(
      '"provenBy" has no record of proof for docs.shop.example.com; give that certificate these names too, or leave it out',
    );
  });

  it("lets arguments be overridden that no property covers", () => {
    const options = { certificateTransparencyLoggingPreference: "DISABLED" };
    expect(synthesize(certificate({ overrides: { certificate: { options } } }))).toHaveResource("aws_acm_certificate", {
      options: { certificate_transparency_logging_preference: "DISABLED" },
    });
  });
});
