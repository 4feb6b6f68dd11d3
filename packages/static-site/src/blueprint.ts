import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import {
  type AlarmTopic,
  type Certificate,
  type EncryptionKey,
  type HostedZone,
  type LogArchive,
  type LogBucket,
  PropsError,
} from "@groundplan/core";
import type { Construct } from "constructs";
import type { StaticSiteOverrides } from "./overrides.js";
import type { StaticSiteConfig } from "./schema/site.js";

/** What a site is wired to. */
export interface StaticSiteWiring {
  /**
   * A provider of us-east-1, where CloudFront wants its certificate, web ACL, logs and alarms; not asked for where the site's own
   * region is that one.
   */
  readonly edgeProvider?: AwsProvider | undefined;
  /** The zone that all domain names are in: their records are written there, and the proof of their certificate. */
  readonly zone?: HostedZone | undefined;
  /** Writes into the zone, where that is another account's. */
  readonly zoneProvider?: AwsProvider | undefined;
  /** A certificate of us-east-1 that has all domain names. Default: one that is made, and proves itself in `zone`. */
  readonly certificate?: Certificate | undefined;
  /** Encrypts the files, with `encryption: kms`; its policy has to let CloudFront decrypt. Default: a key that is made. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Encrypts the web ACL's logs, in us-east-1. Default: a key that is made there. */
  readonly edgeEncryptionKey?: EncryptionKey | undefined;
  /** Takes the logs, in the site's own region; its writers are `log-delivery` and `s3-access-logs`. Default: a bucket that is made. */
  readonly logBucket?: LogBucket | undefined;
  /**
   * Takes the distribution's logs, mostly the security account's archive; one of another account says its `deliveryDestinationArns`.
   * The bucket's own logs stay in `logBucket`: S3 writes to the same account and region alone.
   */
  readonly logArchive?: LogArchive | undefined;
  /** Where the alarms are told, in us-east-1. Without it they only show in CloudWatch. */
  readonly edgeAlarmTopic?: AlarmTopic | undefined;
  /** Makes what stands in the second region; the bucket is replicated as soon as there is one. */
  readonly replicaProvider?: AwsProvider | undefined;
  /** Encrypts the replica, with `encryption: kms`. Default: a key that is made there. */
  readonly replicaKey?: EncryptionKey | undefined;
}

/** What every piece of a site is made by. */
export interface Blueprint {
  /** The scope of all resources, whose path begins their addresses. */
  readonly module: Construct;
  readonly config: StaticSiteConfig;
  readonly wiring: StaticSiteWiring;
  readonly overrides: StaticSiteOverrides;
}

/** A wire that the data asks for. */
export function missingWire({ module }: Blueprint, wire: keyof StaticSiteWiring, fix: string): PropsError {
  return new PropsError(module.node.path, [{ path: [wire], value: undefined, wrong: "is missing", fix }]);
}
