import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination/index.js";
import { CloudwatchLogDeliveryDestinationPolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination-policy/index.js";
import { address, type LogBucket, policyDocument, type SiteLogFormat, siteLogFormats, siteLogsDestinationName } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";

/** What sites' logs come in by. */
export type SiteLogs = ReadonlyMap<SiteLogFormat, CloudwatchLogDeliveryDestination>;

/** Where CloudFront has its deliveries, whatever the region of the bucket. */
const edgeRegion = "us-east-1";

/** Lets the sites of these accounts deliver to a bucket, in each format: AWS never changes that of a destination. */
export function takeSiteLogs(blueprint: AccountBlueprint, bucket: LogBucket, fromAccounts: readonly string[]): SiteLogs {
  const { config, wiring } = blueprint;
  if (wiring.edgeProvider === undefined && config.region !== edgeRegion) return new Map();
  return new Map(
    siteLogFormats.map((format) => {
      const destination = makeDestination(blueprint, bucket, format);
      if (fromAccounts.length > 0) letIn(blueprint, { destination, format, fromAccounts });
      return [format, destination];
    }),
  );
}

function makeDestination({ module, config, wiring }: AccountBlueprint, bucket: LogBucket, format: SiteLogFormat) {
  const destination = new CloudwatchLogDeliveryDestination(module, `site-logs-${format}`, {
    ...(wiring.edgeProvider === undefined ? {} : { provider: wiring.edgeProvider }),
    name: siteLogsDestinationName(config.name, format),
    outputFormat: format,
    deliveryDestinationConfiguration: [{ destinationResourceArn: bucket.bucketArn }],
  });
  return address(destination, module, `site_logs_${format}`);
}

interface Entrance {
  readonly destination: CloudwatchLogDeliveryDestination;
  readonly format: SiteLogFormat;
  readonly fromAccounts: readonly string[];
}

// The page has the resources so: sources and deliveries have no names yet, and are other accounts' own
// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestinationPolicy.html
function letIn({ module, config, wiring }: AccountBlueprint, { destination, format, fromAccounts }: Entrance): void {
  const ofLogs = (accountId: string, kind: string): string => `arn:aws:logs:${edgeRegion}:${accountId}:${kind}:*`;
  const policy = new CloudwatchLogDeliveryDestinationPolicy(module, `site-logs-${format}-policy`, {
    ...(wiring.edgeProvider === undefined ? {} : { provider: wiring.edgeProvider }),
    deliveryDestinationName: destination.name,
    deliveryDestinationPolicy: policyDocument({
      Sid: "SitesDeliver",
      Effect: "Allow",
      Principal: { AWS: fromAccounts.map((accountId) => `arn:aws:iam::${accountId}:root`) },
      Action: ["logs:CreateDelivery"],
      Resource: [
        ...fromAccounts.flatMap((accountId) => [ofLogs(accountId, "delivery-source"), ofLogs(accountId, "delivery")]),
        ofLogs(config.accountId, "delivery-destination"),
      ],
    }),
  });
  address(policy, module, `site_logs_${format}`);
}
