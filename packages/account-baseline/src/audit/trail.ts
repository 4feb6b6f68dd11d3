import { Cloudtrail, type CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { address } from "@groundplan/core";
import type { Archive } from "../archive/archive.js";
import { adopt, type BoundedBlueprint } from "../blueprint.js";
import { trailName } from "../identity/names.js";
import { makeTrailGroup, makeTrailRole } from "./trail-logs.js";

/** A trail, and the group of its events. */
export interface Trail {
  readonly trail: Cloudtrail;
  readonly group: CloudwatchLogGroup;
}

/**
 * Writes down who did what, in all regions.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 */
export function makeTrail(blueprint: BoundedBlueprint, { trails, keyArn }: Archive): Trail {
  const { module, config, overrides } = blueprint;
  const name = trailName(config);
  const group = makeTrailGroup(blueprint);
  const role = makeTrailRole(blueprint, group);
  const { insights } = config.audit.trail;
  const trail = new Cloudtrail(module, "trail", {
    name,
    s3BucketName: trails.bucketName,
    kmsKeyId: keyArn,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    cloudWatchLogsGroupArn: `${group.arn}:*`,
    cloudWatchLogsRoleArn: role.roleArn,
    advancedEventSelector: selectors(config.audit.trail),
    insightSelector: insights.map((insightType) => ({ insightType })),
    // CloudTrail tries whether the role may write
    dependsOn: [role.policy],
    ...overrides.trail,
  });
  const { accountId, region, existing } = config;
  const imported = existing.trail === undefined ? undefined : `arn:aws:cloudtrail:${region}:${accountId}:trail/${existing.trail}`;
  return { trail: adopt(address(trail, module, "trail"), imported), group };
}

type TrailData = BoundedBlueprint["config"]["audit"]["trail"];

const management: CloudtrailAdvancedEventSelector = {
  name: "Management events",
  fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }],
};

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html
function selectors({ dataEvents }: TrailData): CloudtrailAdvancedEventSelector[] {
  if (dataEvents === undefined) return [];
  const { buckets, events } = dataEvents;
  const fieldSelector = [
    { field: "eventCategory", equalTo: ["Data"] },
    { field: "resources.type", equalTo: ["AWS::S3::Object"] },
    ...(events === "all" ? [] : [{ field: "readOnly", equalTo: [String(events === "reads")] }]),
    ...(buckets === "all" ? [] : [{ field: "resources.ARN", startsWith: buckets.map((bucketArn) => `${bucketArn}/`) }]),
  ];
  return [management, { name: "Objects in S3", fieldSelector }];
}
