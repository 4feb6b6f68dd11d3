import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Network } from "@groundplan/network";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

export class ShopStack extends TerraformStack {
  readonly network: Network;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    this.network = new Network(this, "network", {
      name: "shop",
      region: "eu-west-1",
      accountId: "111111111111",
      cidr: "10.20.0.0/16",
      azs: ["a", "b"],
    });
    new TerraformOutput(this, "vpc_id", { value: this.network.vpcId, staticId: true });
  }
}
