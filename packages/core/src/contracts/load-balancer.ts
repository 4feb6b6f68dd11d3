import type { SecurityGroup } from "./security-group.js";

/** An application load balancer that services put their routes on: what an ingress stack publishes. */
export interface LoadBalancerContract extends SecurityGroup {
  readonly loadBalancerArn: string;
  /** What CloudWatch calls it: `app/shop-dev/50dc6c495c0c9188`. */
  readonly loadBalancerArnSuffix: string;
  /** Target of alias records, with `canonicalZoneId`. */
  readonly dnsName: string;
  /** The load balancer's own zone, not one of ours. */
  readonly canonicalZoneId: string;
  readonly httpsListenerArn: string;
  /** Where CodeDeploy shows a new revision before it takes over; empty where there is no test listener. */
  readonly testListenerArn: string;
}
