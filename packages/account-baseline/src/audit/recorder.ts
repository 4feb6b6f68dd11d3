import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder/index.js";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status/index.js";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel/index.js";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role/index.js";
import { address, type LogBucket } from "@groundplan/core";
import { type AccountBlueprint, adopt, type RegionBlueprint } from "../blueprint.js";

/** What a region records by, and where it goes. */
export interface Recording {
  readonly roleArn: string;
  readonly bucket: LogBucket;
  /** None in a further region: its key would have to be found in another. */
  readonly keyArn?: string | undefined;
  /** Whether what is global is recorded, too: in one region, else it is paid in each. */
  readonly withGlobal: boolean;
}

/** A recorder that records, and its status, for which its rules wait. */
export interface Recorder {
  readonly recorder: ConfigConfigurationRecorder;
  readonly status: ConfigConfigurationRecorderStatus;
}

/** The role of AWS's own by which Config records: an account has one, and Security Hub asks for no other. */
export function makeConfigRole({ module, config }: AccountBlueprint): string {
  if (!config.audit.config.enabled) return configRoleArn(config);
  const role = address(new IamServiceLinkedRole(module, "config-role", { awsServiceName: "config.amazonaws.com" }), module, "config");
  return adopt(role, config.existing.configRole ? configRoleArn(config) : undefined).arn;
}

/** The same by its ARN, which every region knows. https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html */
export function configRoleArn({ accountId }: RegionBlueprint["config"]): string {
  return `arn:aws:iam::${accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
}

/** Records what is changed in the region. AWS has one recorder and one channel a region. */
export function record(blueprint: RegionBlueprint, recording: Recording): Recorder | undefined {
  const { module, config, overrides } = blueprint;
  if (!config.audit.config.enabled) return undefined;
  const { recorder: existing } = config.existing;
  const recorder = new ConfigConfigurationRecorder(module, "recorder", {
    name: existing === undefined ? "default" : existing,
    roleArn: recording.roleArn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: recording.withGlobal },
    recordingMode: { recordingFrequency: config.audit.config.frequency.toUpperCase() },
    ...overrides.recorder,
  });
  adopt(address(recorder, module, "recorder"), existing);
  const channel = deliver(blueprint, recording, recorder);
  const status = new ConfigConfigurationRecorderStatus(module, "recorder-status", {
    name: recorder.name,
    isEnabled: true,
    dependsOn: [channel],
  });
  return { recorder, status: adopt(address(status, module, "recorder"), existing) };
}

function deliver({ module, config }: RegionBlueprint, recording: Recording, recorder: ConfigConfigurationRecorder): ConfigDeliveryChannel {
  const { deliveryChannel: existing } = config.existing;
  const channel = new ConfigDeliveryChannel(module, "delivery-channel", {
    name: existing === undefined ? "default" : existing,
    s3BucketName: recording.bucket.bucketName,
    ...(recording.keyArn === undefined ? {} : { s3KmsKeyArn: recording.keyArn }),
    snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
    dependsOn: [recorder],
  });
  return adopt(address(channel, module, "recorder"), existing);
}
