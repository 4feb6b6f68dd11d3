import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** GuardDuty's features. Runtime monitoring puts an agent beside what runs, and costs by the vCPU. */
export const guardDutyFeatures = [
  "S3_DATA_EVENTS",
  "EKS_AUDIT_LOGS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "LAMBDA_NETWORK_LOGS",
  "RUNTIME_MONITORING",
] as const;

const enabled = (what: string) => structural(z.boolean(), "it decides whether there is one").default(true).describe(what);

const guardDuty = structural(
  z.strictObject({
    enabled: enabled("Whether threats are looked for."),
    features: structural(z.array(z.enum(guardDutyFeatures)), "each is a resource")
      .default(guardDutyFeatures.filter((feature) => feature !== "RUNTIME_MONITORING"))
      .describe("What is looked at beside trails, flows and names; the others are switched off."),
    publishing: z
      .enum(["FIFTEEN_MINUTES", "ONE_HOUR", "SIX_HOURS"])
      .default("FIFTEEN_MINUTES")
      .describe("How often a finding that comes again is told again; a new one is told within five minutes."),
    // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html
    tellFrom: structural(z.enum(["low", "medium", "high", "critical"]), "it is a number in the rule's pattern")
      .default("medium")
      .describe("How severe a finding has to be for the topic to be told of it."),
  }),
  "it decides which resources there are",
)
  .prefault({})
  .describe("GuardDuty: who is attacking.");

export const standards = ["cis-5.0", "fsbp", "nist-800-53", "pci-4.0"] as const;

const securityHubFields = {
  enabled: enabled("Whether there is a hub."),
  standards: structural(z.array(z.enum(standards)), "each is a resource")
    .default(["cis-5.0", "fsbp"])
    .describe("What the account is checked against, at 0.001 USD a check: a control of several standards is checked once."),
};

const aggregation = structural(z.enum(["all-regions", "off"]), "it decides whether there is an aggregator")
  .default("all-regions")
  .describe("Whether the findings of all regions are seen in the home region.");

const because = "it decides which resources there are";

const hubMeaning = "Security Hub: what is not as it should be.";

const regionHub = structural(z.strictObject(securityHubFields), because).prefault({}).describe(hubMeaning);

const accountHub = structural(z.strictObject({ ...securityHubFields, aggregation }), because)
  .prefault({})
  .describe(hubMeaning);

const inspector = z.strictObject({
  scans: z
    .array(z.enum(["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"]))
    .min(1)
    .default(["EC2", "ECR", "LAMBDA"])
    .describe("What is scanned."),
});

const macie = z.strictObject({
  publishing: z
    .enum(["FIFTEEN_MINUTES", "ONE_HOUR", "SIX_HOURS"])
    .default("FIFTEEN_MINUTES")
    .describe("How often a finding that comes again is told again."),
});

const scanFields = {
  inspector: structural(inspector, "it decides whether there is one")
    .optional()
    .describe("Amazon Inspector: known weaknesses of instances, images and functions, from 0.01 USD an image. Default: no."),
  macie: structural(macie, "it decides whether there is one")
    .optional()
    .describe("Amazon Macie: what lies in buckets, at 0.10 USD a bucket and month. Default: no."),
};

export const regionDetection = { guardDuty, securityHub: regionHub, ...scanFields };

export const accountDetection = { guardDuty, securityHub: accountHub, ...scanFields };
