import { describe, expect, it } from "vitest";
import { everything, networkTemplate } from "./network-template.js";

describe("the addresses of a Network", () => {
  it("are those of its version, with nothing but a CIDR given", () => {
    expect(networkTemplate()).toHaveAddresses("golden/defaults.txt");
  });

  it("are those of its version, with everything set", () => {
    expect(networkTemplate(everything)).toHaveAddresses("golden/everything.txt");
  });

  it("are those of its version, with a NAT instance", () => {
    expect(networkTemplate({ nat: "instance", natAzs: ["a", "b"] })).toHaveAddresses("golden/nat-instance.txt");
  });

  it("stay when an AZ, a tier, a route or an endpoint is added", () => {
    const before = networkTemplate({ azs: ["a", "b"] }).addresses;
    const after = networkTemplate({
      azs: ["a", "b", "c"],
      tiers: { cache: { kind: "isolated", slot: 3 } },
      routes: { office: { cidr: "192.168.0.0/16", transitGatewayId: "tgw-0a1b" } },
      interfaceEndpoints: { logs: {} },
    }).addresses;
    expect(after).toEqual(expect.arrayContaining([...before]));
  });
});
