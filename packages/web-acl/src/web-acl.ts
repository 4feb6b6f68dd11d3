import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Wafv2WebAcl, type Wafv2WebAclConfig } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import { type AlarmTopic, address, awsName, checkProps, type EncryptionKey, UseProvider } from "@groundplan/core";
import { Aspects } from "cdktf";
import { Construct } from "constructs";
import { makeAlarm } from "./alarm.js";
import { schema } from "./config.js";
import { makeLogs } from "./logs.js";
import type { WebAclData } from "./props.generated.js";
import { makeRules } from "./rules.js";
import { visibility } from "./visibility.js";

/** What a WebAcl is made from: its data, and what it is wired to. */
export interface WebAclProps extends WebAclData {
  /** Encrypts the logs. Default: a key of its own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Where its alarm is told; it stands in the web ACL's region. */
  readonly alarmTopic?: AlarmTopic | undefined;
  /** For `scope: cloudfront`, in a stack of another region: a provider of us-east-1. */
  readonly edgeProvider?: AwsProvider | undefined;
  /** What the props don't cover, in the resource's own words. */
  readonly overrides?: { readonly webAcl?: Partial<Wafv2WebAclConfig> } | undefined;
}

/**
 * A web ACL: what stands before a load balancer or CloudFront, and blocks what AWS's rules find, who asks too much, and whom you name.
 *
 * Cost: 5 USD a month, 1 USD more for each rule (5 by default), 0.60 USD for a million requests; logs 0.57 USD a GB; a key of its own
 * 1 USD a month.
 *
 * @example new WebAcl(this, "web-acl", { name: "shop-prod", accountId: "111111111111", region: "eu-west-1", encryptionKey: keys.logs })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html
 */
export class WebAcl extends Construct {
  readonly webAclArn: string;
  readonly webAclName: string;
  readonly webAcl: Wafv2WebAcl;
  readonly logGroup: CloudwatchLogGroup | undefined;
  readonly alarm: CloudwatchMetricAlarm | undefined;

  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const { encryptionKey, alarmTopic, edgeProvider, overrides, ...data } = props;
    const config = checkProps(this, schema, data);
    if (edgeProvider !== undefined) Aspects.of(this).add(new UseProvider(edgeProvider));

    this.webAclName = awsName("aws_wafv2_web_acl", config.name);
    this.webAcl = address(
      new Wafv2WebAcl(this, "web-acl", {
        name: this.webAclName,
        scope: config.scope === "cloudfront" ? "CLOUDFRONT" : "REGIONAL",
        defaultAction: { allow: {} },
        rule: makeRules(this, config),
        visibilityConfig: visibility(config, config.name),
        tags: { Name: config.name },
        // what it stands before is handed to the new one before the old one goes
        lifecycle: { createBeforeDestroy: true },
        ...overrides?.webAcl,
      }),
      this,
    );
    this.webAclArn = this.webAcl.arn;
    this.logGroup = makeLogs(this, config, { webAclArn: this.webAclArn, encryptionKey });
    this.alarm = makeAlarm(this, config, alarmTopic);
  }
}
