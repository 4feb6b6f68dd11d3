import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { wildcardPattern } from "../names.js";

const each = "each name has its record of proof";

const name = () =>
  z
    .string()
    .regex(
      wildcardPattern,
      'is no name for a certificate; give a domain in lower case, such as "api.shop.example.com", or "*." and one for all names one level beneath',
    );

interface Names {
  readonly domainName: string;
  readonly alternativeNames: readonly string[];
  readonly nameQuota: number;
}

function namesFit({ domainName, alternativeNames, nameQuota }: Names, context: z.core.$RefinementCtx): void {
  const names = [domainName, ...alternativeNames];
  const refuse = (path: (string | number)[], input: unknown, message: string): void =>
    context.addIssue({ code: "custom", input, path, message });
  alternativeNames.forEach((one, index) => {
    if (names.indexOf(one) <= index) refuse(["alternativeNames", index], one, "is in the certificate already; take it out");
  });
  // a number that is not known yet is negative
  if (nameQuota > 0 && names.length > nameQuota)
    refuse(
      ["alternativeNames"],
      undefined,
      `makes ${names.length} names, and the account's quota is ${nameQuota}; use a wildcard, or have the quota raised and set "nameQuota"`,
    );
}

export const certificate = z
  .strictObject({
    // The first name becomes the common name, which X.509 holds to 64.
    // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
    domainName: structural(name().max(64), each).describe(
      "The first name, at most 64 characters; changing any name makes another certificate, before the old one goes.",
    ),
    alternativeNames: structural(z.array(structural(name(), each)), each)
      .default([])
      .describe("Further names. `*.shop.example.com` stands for one label only, and not for `shop.example.com`."),
    // https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html#general-limits
    nameQuota: z.int().min(1).max(100).default(10).describe("How many names the account's quota lets a certificate have."),
    keyAlgorithm: z
      .enum(["RSA_2048", "EC_prime256v1", "EC_secp384r1"])
      .default("RSA_2048")
      .describe("The key's algorithm. CloudFront takes no `EC_secp384r1`."),
    validationTimeoutMinutes: z
      .int()
      .min(1)
      .max(720)
      .default(30)
      .describe("Minutes to wait until ACM has seen the proof and issued the certificate."),
  })
  .superRefine(namesFit, {
    when: ({ issues }) => !issues.some(({ path }) => ["domainName", "alternativeNames", "nameQuota"].includes(String(path?.[0]))),
  });

export type CertificateConfig = z.output<typeof certificate>;
