import { FlowLog, type FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { address, type EncryptionKey, type LogArchive, type LogBucket, PropsError } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";
import { makeFlowLogGroup, makeFlowLogRole } from "./flow-log-group.js";

/** Where flow logs may go. */
export interface FlowLogWiring {
  readonly encryptionKey: EncryptionKey | undefined;
  readonly logBucket: LogBucket | undefined;
  readonly logArchive: LogArchive | undefined;
}

/** Where one flow log goes. */
type Place = "cloudwatch" | "s3" | "archive";

type Target = Pick<FlowLogConfig, "logDestinationType" | "logDestination" | "iamRoleArn" | "destinationOptions">;

/** Who talked to whom in the VPC. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html */
export function makeFlowLogs(blueprint: Blueprint, vpc: Vpc, wiring: FlowLogWiring): FlowLog[] {
  const places = placesOf(blueprint, wiring);
  if (blueprint.config.flowLogs.keepLogGroup && !places.includes("cloudwatch")) makeFlowLogGroup(blueprint, wiring.encryptionKey);
  return places.map((place) => makeFlowLog(blueprint, vpc, { place, target: targets[place](blueprint, wiring) }));
}

function placesOf({ config }: Blueprint, { logArchive }: FlowLogWiring): readonly Place[] {
  const { destination } = config.flowLogs;
  if (destination === undefined) return [logArchive === undefined ? "cloudwatch" : "archive"];
  if (destination === "none") return [];
  return destination === "both" ? ["cloudwatch", "archive"] : [destination];
}

function makeFlowLog({ module, config, overrides }: Blueprint, vpc: Vpc, { place, target }: { place: Place; target: Target }): FlowLog {
  const { traffic, aggregationSeconds } = config.flowLogs;
  // an address of its own, so that the archive's begins before the other one ends
  const suffix = place === "archive" ? ["archive"] : [];
  const flowLog = new FlowLog(module, [...suffix, "flow-log"].join("-"), {
    vpcId: vpc.id,
    trafficType: traffic,
    maxAggregationInterval: aggregationSeconds,
    ...target,
    tags: nameTag(config),
    ...overrides.flowLog,
  });
  return address(flowLog, module, ...suffix);
}

const targets: Readonly<Record<Place, (blueprint: Blueprint, wiring: FlowLogWiring) => Target>> = {
  cloudwatch: (blueprint, { encryptionKey }) => ({
    logDestinationType: "cloud-watch-logs",
    logDestination: makeFlowLogGroup(blueprint, encryptionKey).arn,
    iamRoleArn: makeFlowLogRole(blueprint).arn,
  }),
  s3: (blueprint, { logBucket }) => {
    const bucketArn = logBucket?.bucketArn ?? blueprint.config.flowLogs.bucketArn;
    if (bucketArn === undefined) throw missing(blueprint, "logBucket", 'give the bucket that takes the flow logs, or "flowLogs.bucketArn"');
    return inFiles(blueprint, bucketArn);
  },
  archive: (blueprint, { logArchive }) => {
    if (logArchive === undefined)
      throw missing(blueprint, "logArchive", 'give the archive that takes the flow logs, or "flowLogs.destination" "cloudwatch"');
    // a folder of its own: a file's name tells account, region and flow log, and not the network
    return inFiles(blueprint, `${logArchive.bucketArn}/${blueprint.config.name}/flow-logs/`);
  },
};

// https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
function inFiles({ config }: Blueprint, logDestination: string): Target {
  const fileFormat = config.flowLogs.format === "text" ? "plain-text" : "parquet";
  return {
    logDestinationType: "s3",
    logDestination,
    destinationOptions: { fileFormat, hiveCompatiblePartitions: true, perHourPartition: true },
  };
}

function missing({ module }: Blueprint, wire: keyof FlowLogWiring, fix: string): PropsError {
  return new PropsError(module.node.path, [{ path: [wire], value: undefined, wrong: "is missing", fix }]);
}
