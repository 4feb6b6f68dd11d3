import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";

/** What stands before what. */
export interface Association {
  /** An existing one is `{ webAclArn: "arn:aws:wafv2:…" }`. */
  readonly webAcl: { readonly webAclArn: string };
  /** A load balancer, or a stage of an API, of the web ACL's region. CloudFront names its web ACL itself. */
  readonly resourceArn: string;
}

/**
 * Puts a web ACL before a load balancer, in the scope of whoever depends on it. A resource has one web ACL at most.
 *
 * @example associate(this, { webAcl, resourceArn: loadBalancer.loadBalancerArn })
 */
export function associate(module: Construct, { webAcl, resourceArn }: Association): Wafv2WebAclAssociation {
  return address(new Wafv2WebAclAssociation(module, "web-acl-association", { webAclArn: webAcl.webAclArn, resourceArn }), module);
}
