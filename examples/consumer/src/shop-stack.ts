import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Cluster, EcsService } from "@groundplan/ecs-service";
import { Network } from "@groundplan/network";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

const account = { accountId: "111111111111", region: "eu-west-1" };

export class ShopStack extends TerraformStack {
  readonly network: Network;
  readonly web: EcsService;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    this.network = new Network(this, "network", { ...account, name: "shop", cidr: "10.20.0.0/16", azs: ["a", "b"] });
    this.web = new EcsService(this, "web", {
      ...account,
      name: "shop-web",
      image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2",
      port: 8080,
      loadBalancer: "public",
      hosts: ["www.shop.example.com"],
      cluster: new Cluster(this, "cluster", { ...account, name: "shop" }),
      network: this.network,
      zone: { zoneId: "Z0123456789ABCDEFGHIJ", zoneName: "shop.example.com" },
    });
    new TerraformOutput(this, "vpc_id", { value: this.network.vpcId, staticId: true });
  }
}
