import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import type { CloudfrontFunction } from "@cdktf/provider-aws/lib/cloudfront-function/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { checkProps, type LogBucket, type PolicyStatement, type SiteContract } from "@groundplan/core";
import type { WebAcl } from "@groundplan/web-acl";
import { Construct } from "constructs";
import { makeAccessLogs } from "./access-logs.js";
import type { Blueprint, StaticSiteWiring } from "./blueprint.js";
import { makeBucket } from "./bucket.js";
import { letDistributionRead } from "./bucket-policy.js";
import { makeCachePolicies } from "./cache-policies.js";
import { schemas } from "./config.js";
import { makeDistribution } from "./distribution.js";
import { certificateArnOf, makeRecords, urlOf } from "./domain.js";
import { makeEdgeFunction } from "./edge-function.js";
import { makeKeyValueStore } from "./key-value-store.js";
import type { StaticSiteOverrides } from "./overrides.js";
import { makeParameter, parameterNameOf } from "./parameter.js";
import type { StaticSiteData } from "./props.generated.js";
import { makeWebAcl } from "./protection.js";
import { passwordStatements, publishStatements } from "./publish-statements.js";
import { subscribeToMetrics } from "./realtime-metrics.js";
import { replicate } from "./replication.js";
import { makeResponseHeaders } from "./response-headers.js";
import { makeAlarms } from "./site-alarms.js";
import { makeSiteDashboard } from "./site-dashboard.js";

/** What a StaticSite is made from: its data, and what it is wired to. */
export interface StaticSiteProps extends StaticSiteData, StaticSiteWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: StaticSiteOverrides | undefined;
}

/**
 * A static site, or the front of a single-page app: a private bucket behind CloudFront, with routing, security headers, a WAF, logs
 * and alarms. `@groundplan/site-publish` fills it.
 *
 * Cost: CloudFront 0.085 USD a GB in Europe and North America beyond the first TB a month, and 0.01 USD for 10,000 requests beyond
 * the first ten million; the web ACL 10 USD a month and 0.60 USD for a million requests; see the README.
 *
 * @example new StaticSite(this, "docs", { name: "shop-prod-docs", accountId, region, domainNames: ["docs.example.com"], zone, edgeProvider })
 * @throws {PropsError} where the props do not fit the schema: all problems at once; or what it needs to be wired to is missing
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/getting-started-secure-static-website-cloudformation-template.html
 */
export class StaticSite extends Construct implements SiteContract {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly distributionId: string;
  readonly distributionArn: string;
  readonly distributionDomainName: string;
  readonly url: string;
  readonly parameterName: string;
  /** Where passwords are set, with `basicAuth`. */
  readonly keyValueStoreArn: string | undefined;
  /** What a role needs that publishes, rolls back and lists versions, and does nothing else. */
  readonly publishStatements: readonly PolicyStatement[];
  /** What a role needs that sets passwords; none without `basicAuth`. */
  readonly passwordStatements: readonly PolicyStatement[];

  readonly bucket: S3Bucket;
  readonly replicaBucket: S3Bucket | undefined;
  readonly distribution: CloudfrontDistribution;
  readonly edgeFunction: CloudfrontFunction;
  readonly webAcl: WebAcl | undefined;
  readonly logBucket: LogBucket | undefined;
  readonly alarms: readonly CloudwatchMetricAlarm[];

  constructor(scope: Construct, id: string, props: StaticSiteProps) {
    super(scope, id);
    const blueprint = blueprintOf(this, props);
    const { accountId, region } = blueprint.config;

    const files = makeBucket(blueprint);
    const store = makeKeyValueStore(blueprint);
    this.edgeFunction = makeEdgeFunction(blueprint, store);
    this.webAcl = makeWebAcl(blueprint);
    this.distribution = makeDistribution(blueprint, {
      bucket: files.bucket,
      certificateArn: certificateArnOf(blueprint),
      webAclArn: this.webAcl?.webAclArn,
      policies: {
        cache: makeCachePolicies(blueprint),
        headers: makeResponseHeaders(blueprint),
        functionArn: this.edgeFunction.arn,
      },
    });
    letDistributionRead(blueprint, files, this.distribution.arn);
    this.replicaBucket = replicate(blueprint, files)?.bucket;
    makeRecords(blueprint, this.distribution);
    this.logBucket = makeAccessLogs(blueprint, { bucket: files, distribution: this.distribution });
    subscribeToMetrics(blueprint, this.distribution.id);
    const observed = { distributionId: this.distribution.id, functionName: this.edgeFunction.name };
    this.alarms = makeAlarms(blueprint, observed);
    makeSiteDashboard(blueprint, { observed, alarms: this.alarms });

    this.bucket = files.bucket;
    this.bucketName = files.bucket.bucket;
    this.bucketArn = files.bucket.arn;
    this.distributionId = this.distribution.id;
    this.distributionArn = this.distribution.arn;
    this.distributionDomainName = this.distribution.domainName;
    this.url = urlOf(blueprint, this.distribution);
    this.keyValueStoreArn = store?.arn;
    this.parameterName = parameterNameOf(blueprint.config);
    makeParameter(blueprint, {
      bucketName: this.bucketName,
      distributionId: this.distributionId,
      keyValueStoreArn: store === undefined ? null : store.arn,
      encryptionKeyArn: files.keyArn === undefined ? null : files.keyArn,
      url: this.url,
    });
    const { bucketArn, distributionArn, parameterName } = this;
    this.publishStatements = publishStatements({ accountId, region, bucketArn, distributionArn, parameterName, keyArn: files.keyArn });
    this.passwordStatements = passwordStatements(this.keyValueStoreArn);
  }
}

function blueprintOf(module: StaticSite, props: StaticSiteProps): Blueprint {
  const {
    edgeProvider,
    zone,
    zoneProvider,
    certificate,
    encryptionKey,
    edgeEncryptionKey,
    logBucket,
    logArchive,
    edgeAlarmTopic,
    replicaProvider,
    replicaKey,
    overrides = {},
    ...data
  } = props;
  const wiring: StaticSiteWiring = {
    edgeProvider,
    zone,
    zoneProvider,
    certificate,
    encryptionKey,
    edgeEncryptionKey,
    logBucket,
    logArchive,
    edgeAlarmTopic,
    replicaProvider,
    replicaKey,
  };
  return { module, config: checkProps(module, schemas.StaticSite, data), wiring, overrides };
}
