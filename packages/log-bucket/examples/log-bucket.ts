import { LogBucket } from "@groundplan/log-bucket";
import type { TerraformStack } from "cdktf";

/** A bucket for the access logs of load balancers and the flow logs of VPCs, in cheaper storage after a month. */
export function logBucket(stack: TerraformStack): LogBucket {
  return new LogBucket(stack, "logs", {
    bucketName: "shop-111111111111-eu-west-1-logs",
    sourceAccountIds: ["111111111111"],
    writers: ["load-balancers", "log-delivery"],
    transitions: [{ afterDays: 30, storageClass: "GLACIER_IR" }],
  });
}
