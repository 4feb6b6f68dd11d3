import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl/index.js";
import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table/index.js";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { address } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";

/**
 * Takes over what each VPC is born with, and empties it: nothing uses it by mistake.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
 */
export function emptyDefaults({ module, config }: Blueprint, vpc: Vpc): void {
  const tags = nameTag(config, "default-unused");
  address(new DefaultSecurityGroup(module, "default-security-group", { vpcId: vpc.id, ingress: [], egress: [], tags }), module, "default");
  address(
    new DefaultRouteTable(module, "default-route-table", { defaultRouteTableId: vpc.defaultRouteTableId, route: [], tags }),
    module,
    "default",
  );
  address(
    new DefaultNetworkAcl(module, "default-network-acl", {
      defaultNetworkAclId: vpc.defaultNetworkAclId,
      tags,
      // AWS puts every subnet here whose own ACL goes
      lifecycle: { ignoreChanges: ["subnet_ids"] },
    }),
    module,
    "default",
  );
}
