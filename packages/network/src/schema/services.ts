import { arn, logRetentionDays, structural } from "@groundplan/core/schema";
import { z } from "zod";

const flowLogs = z.strictObject({
  destination: structural(z.enum(["archive", "cloudwatch", "both", "s3", "none"]), "it decides which resources there are")
    .optional()
    .describe(
      "Where they go: `both` to the archive and to CloudWatch, `s3` to a bucket of one's own; `none` gives up knowing who talked to whom. Default: `archive`, where there is one, else `cloudwatch`.",
    ),
  traffic: z.enum(["ALL", "ACCEPT", "REJECT"]).default("ALL").describe("Which traffic is logged."),
  aggregationSeconds: z.literal([60, 600]).default(600).describe("Seconds over which a flow is summed up."),
  retentionDays: logRetentionDays().default(365).describe("Days that CloudWatch keeps them; a bucket has its own lifecycle."),
  keepLogGroup: structural(z.boolean(), "it decides which resources there are")
    .default(false)
    .describe("Keep CloudWatch's log group while flow logs go elsewhere: until what it holds has expired, it can be read."),
  format: structural(z.enum(["parquet", "text"]), "AWS has another word for it")
    .default("parquet")
    .describe("What a bucket gets. Of parquet Athena reads a tenth of what it would of text; to make it costs 0.04 USD a GB."),
  bucketArn: arn("s3").optional().describe("The bucket, for `s3`, where none is wired as `logBucket`."),
});

const interfaceEndpoint = z.strictObject({
  policy: z.string().optional().describe("Policy document, as JSON, for what goes through it. Default: AWS's, which allows everything."),
  privateDns: z.boolean().default(true).describe("Answer the service's public name with the endpoint's addresses."),
});

const dhcpOptions = z.strictObject({
  domainName: z.string().optional().describe("The domain that hosts complete short names with. Default: the region's own."),
  domainNameServers: z.array(z.string()).min(1).max(4).default(["AmazonProvidedDNS"]).describe("Name servers."),
  ntpServers: z.array(z.string()).min(1).max(4).default(["169.254.169.123"]).describe("Time servers. Default: Amazon's own, in the VPC."),
});

/** What stands behind `com.amazonaws.<region>.`. */
const serviceName = () => z.string().regex(/^[a-z][a-z0-9.-]*$/, 'is no service of an endpoint; give one such as "ecr.api"');

export const serviceFields = {
  flowLogs: flowLogs.prefault({}).describe("VPC flow logs."),
  gatewayEndpoints: structural(z.array(z.enum(["s3", "dynamodb"])), "a resource is made for each")
    .default(["s3", "dynamodb"])
    .describe("Gateway endpoints; they cost nothing."),
  interfaceEndpoints: structural(z.record(serviceName(), interfaceEndpoint), "a resource is made for each")
    .default({})
    .describe("Interface endpoints by service, such as `ecr.api`. Each costs about 7.30 USD a month in each AZ, and 0.01 USD a GB."),
  endpointTier: structural(z.string(), "their subnets hold the interface endpoints")
    .default("private")
    .describe("The tier whose subnets hold the interface endpoints."),
  dhcpOptions: structural(dhcpOptions, "it decides which resources there are").optional().describe("DHCP options. Default: the region's."),
};
