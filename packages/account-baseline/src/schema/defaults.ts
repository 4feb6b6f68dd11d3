import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  structural(z.enum(words), "it decides which resources there are");

/** What an account has once. */
const accountDefaultFields = {
  s3PublicAccess: oneOf("blocked", "allowed").default("blocked").describe("Whether a bucket of the account can be made public at all."),
};

/** What an account has in each region. */
const regionDefaultFields = {
  volumes: oneOf("encrypted", "unencrypted").default("encrypted").describe("What a new volume is where nothing is said."),
  snapshots: oneOf("block-all-sharing", "block-new-sharing", "unblocked")
    .default("block-all-sharing")
    .describe("Whether snapshots of volumes can be shared with everybody."),
  images: oneOf("block-new-sharing", "unblocked")
    .default("block-new-sharing")
    .describe("Whether machine images can be shared with everybody."),
  instanceMetadata: z
    .strictObject({
      tokens: z.enum(["required", "optional"]).default("required").describe("Whether an instance's metadata asks for a token: IMDSv2."),
      hopLimit: z
        .int()
        .min(1)
        .max(64)
        .default(1)
        .describe("Network hops that an answer takes at most; a container on an instance is 2 away."),
    })
    .prefault({})
    .describe("What a new instance has where nothing is said."),
  serialConsole: oneOf("off", "on").default("off").describe("Access to instances by their serial console."),
  vpcPublicAccess: oneOf("allowed", "block-ingress", "block-bidirectional")
    .default("allowed")
    .describe("Whether VPCs may be reached by internet gateways; public load balancers need it, or an exclusion of their VPC."),
  defaultVpc: oneOf("closed", "untouched")
    .default("closed")
    .describe(
      "The region's default VPC: taken over, its routes, its security group and its ACL emptied; or left alone, where there is none.",
    ),
  accessAnalyzer: oneOf("account", "organization", "off")
    .default("account")
    .describe("What is looked at for access from outside. The organization: by the management or the security account."),
  containerInsights: oneOf("enhanced", "enabled", "disabled")
    .default("enabled")
    .describe("What ECS clusters measure where nothing is said."),
  taskRetirementWaitDays: structural(z.literal([0, 7, 14]), "ECS takes it as a text")
    .default(7)
    .describe("Days between AWS's notice and the end of a Fargate task that it retires."),
  documents: oneOf("private", "public").default("private").describe("Whether Systems Manager documents can be shared with everybody."),
};

export const accountDefaults = {
  defaults: structural(z.strictObject({ ...accountDefaultFields, ...regionDefaultFields }), "it decides which resources there are")
    .prefault({})
    .describe("What the account and its home region do where nothing is said."),
};

export const regionDefaults = {
  defaults: structural(z.strictObject(regionDefaultFields), "it decides which resources there are")
    .prefault({})
    .describe("What the region does where nothing is said."),
};
