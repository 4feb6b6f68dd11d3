import { associate, WebAcl } from "@groundplan/web-acl";
import type { TerraformStack } from "cdktf";

/** A web ACL before a load balancer that stands already; uploads may be larger than 8 KB. */
export function webAcl(stack: TerraformStack): WebAcl {
  const webAcl = new WebAcl(stack, "web-acl", {
    name: "shop-prod",
    accountId: "111111111111",
    region: "eu-west-1",
    managedRules: { common: { count: ["SizeRestrictions_BODY"] } },
    allow: ["198.51.100.0/24"],
    encryptionKey: { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/6a7b8c9d" },
  });
  associate(webAcl, { webAcl, resourceArn: "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop-prod/6a7b8c9d" });
  return webAcl;
}
