import type { NetworkContract } from "@groundplan/core";
import { Network } from "@groundplan/network";

/** A network that stood before: it serves wherever a Network does. */
export const network: NetworkContract = Network.fromExisting({
  vpcId: "vpc-0123456789abcdef0",
  vpcCidr: "10.20.0.0/16",
  subnetIds: {
    public: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    private: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
  },
});
