import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association/index.js";
import {
  type AlarmTopic,
  type Certificate,
  checkProps,
  type LoadBalancerContract,
  type LogBucket,
  type PrivateSubnets,
  type PublicSubnets,
  type SecurityGroup,
} from "@groundplan/core";
import { makeSecurityGroup } from "@groundplan/security-group";
import { associate } from "@groundplan/web-acl";
import { Construct } from "constructs";
import { makeAlarms } from "./alarms.js";
import { makeBalancer } from "./balancer.js";
import type { LoadBalancerOverrides } from "./blueprint.js";
import { schemas } from "./config.js";
import { letIn } from "./entrances.js";
import { makeHttpsListener, makeRedirect, makeTestListener } from "./listeners.js";
import type { LoadBalancerData } from "./props.generated.js";

/** What a LoadBalancer is made from: its data, and what it is wired to. */
export interface LoadBalancerProps extends LoadBalancerData {
  /** Where it stands: a public one needs `publicSubnetIds`, an internal one `privateSubnetIds`; two AZs at least. */
  readonly network: PublicSubnets | PrivateSubnets;
  /** What it shows to clients that name no host, or one that no other certificate has. */
  readonly certificate: Certificate;
  /** For more hosts, by a name of one's own for each, which becomes part of its address. */
  readonly otherCertificates?: Readonly<Record<string, Certificate>> | undefined;
  /**
   * Takes the logs; it must stand in the same region, let load balancers write, and be encrypted by S3 itself, as the part `log-bucket`
   * does. An archive of another account will do.
   */
  readonly logBucket?: LogBucket | undefined;
  /** Groups that may connect, by a name of one's own for each. Those of stacks above are let in there, by `connect`. */
  readonly clients?: Readonly<Record<string, SecurityGroup>> | undefined;
  /** Stands before it. */
  readonly webAcl?: { readonly webAclArn: string } | undefined;
  /** Where its alarms are told. */
  readonly alarmTopic?: AlarmTopic | undefined;
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: LoadBalancerOverrides | undefined;
}

/**
 * An application load balancer that speaks HTTPS, and sends those who come by HTTP there. Of itself it answers 404: routes lead further.
 *
 * Nothing goes out of its security group, until whoever stands behind it lets it in, by `connect`.
 *
 * Cost: some 18 USD a month, and 6 USD for each capacity unit in use; a public one 3.65 USD for an address in each AZ; an alarm 0.10 USD.
 *
 * @example new LoadBalancer(this, "ingress", { name: "shop-prod", network, certificate, logBucket, webAcl, alarmTopic })
 * @throws {PropsError} where the props do not fit the schema, or what it needs to be wired to is missing
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
 */
export class LoadBalancer extends Construct implements LoadBalancerContract {
  readonly loadBalancerArn: string;
  readonly loadBalancerArnSuffix: string;
  readonly dnsName: string;
  readonly canonicalZoneId: string;
  readonly securityGroupId: string;
  readonly httpsListenerArn: string;
  readonly testListenerArn: string;
  /** Whether it has addresses of IPv6, for AAAA records. */
  readonly dualStack: boolean;

  readonly loadBalancer: Lb;
  readonly securityGroup: AwsSecurityGroup;
  readonly httpsListener: LbListener;
  readonly redirectListener: LbListener;
  readonly testListener: LbListener | undefined;
  readonly webAclAssociation: Wafv2WebAclAssociation | undefined;
  readonly alarms: readonly CloudwatchMetricAlarm[];

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { network, certificate, otherCertificates = {}, logBucket, clients = {}, webAcl, alarmTopic, overrides = {}, ...data } = props;
    const config = checkProps(this, schemas.LoadBalancer, data);
    const blueprint = { module: this, config, overrides };

    this.securityGroup = makeSecurityGroup(this, {
      name: config.name,
      description: `Load balancer ${config.name}`,
      vpc: network,
      overrides: overrides.securityGroup,
    });
    this.securityGroupId = this.securityGroup.id;
    letIn(blueprint, this, clients);
    this.loadBalancer = makeBalancer(blueprint, { network, securityGroup: this, logBucket });
    this.redirectListener = makeRedirect(blueprint, this.loadBalancer);
    this.httpsListener = makeHttpsListener(blueprint, this.loadBalancer, { certificate, otherCertificates });
    this.testListener = makeTestListener(blueprint, this.loadBalancer, { certificate, otherCertificates });
    this.webAclAssociation = webAcl === undefined ? undefined : associate(this, { webAcl, resourceArn: this.loadBalancer.arn });
    this.alarms = makeAlarms(blueprint, this.loadBalancer, alarmTopic);

    this.dualStack = config.dualStack;
    this.loadBalancerArn = this.loadBalancer.arn;
    this.loadBalancerArnSuffix = this.loadBalancer.arnSuffix;
    this.dnsName = this.loadBalancer.dnsName;
    this.canonicalZoneId = this.loadBalancer.zoneId;
    this.httpsListenerArn = this.httpsListener.arn;
    this.testListenerArn = this.testListener === undefined ? "" : this.testListener.arn;
  }
}
