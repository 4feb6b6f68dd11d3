import { describe, expect, test } from "vitest";
import { load, place, report } from "./folder.js";

const root = { "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com }\n` };
const dev = (...lines: readonly string[]) => ({ ...root, "dev.yaml": `${place("nonprod")}${lines.join("\n")}\n` });
const network = (more: string): string => `network: { cidr: 10.1.0.0/16, ${more} }`;
const api = (loadBalancer: string, more = ""): string =>
  `services: { api: { image: "x:1", port: 8080, loadBalancer: ${loadBalancer}, hosts: [api]${more} } }`;

describe("the load balancer that services share", () => {
  test("needs a network and a zone", () => {
    expect(report(dev("ingress: {}"))).toEqual([
      'environments/dev.yaml:4:1  ingress  needs the section "network", which the environment lacks: it stands in its subnets; add "network"',
      'environments/dev.yaml:4:1  ingress  needs the section "dns", which the environment lacks: its certificate is for the environment\'s zone; add "dns"',
    ]);
  });

  test("is not told of a section that is there, and wrong in itself", () => {
    expect(report(dev("dns: {}", network("azs: []"), "ingress: {}"))).toEqual([expect.stringContaining("network.azs")]);
  });
});

describe("a load balancer", () => {
  const one = "needs subnets in two AZs, and the network has one; give another to";

  test.each(["azs: [a]", "azs: 1", "azs: { a: 0 }"])("stands in two AZs, and not in %s", (azs) => {
    expect(report(dev("dns: {}", network(azs), "ingress: {}", api("public")))).toEqual([
      `environments/dev.yaml:6:1  ingress  ${one} "network.azs"`,
      `environments/dev.yaml:7:13  services.api  ${one} "network.azs"`,
    ]);
  });

  test("stands in the tier of its kind, which is there", () => {
    const without = (tier: string) => network(`withoutTiers: [${tier}], nat: none, azs: [a, b]`);
    const wrong = 'stands in public subnets, and the network has none; take public out of "network.withoutTiers"';
    expect(report(dev("dns: {}", without("public"), "ingress: {}"))).toEqual([expect.stringContaining(`ingress  ${wrong}`)]);
    expect(report(dev("dns: {}", without("public"), api("public")))).toEqual([expect.stringContaining(`services.api  ${wrong}`)]);
    expect(load(dev("dns: {}", without("public"), "ingress: { kind: internal }", api("internal"))).environments).toHaveProperty("dev");
    expect(report(dev("dns: {}", without("private"), "ingress: { kind: internal }"))).toEqual([
      expect.stringContaining("ingress  stands in private subnets, and the network has none"),
    ]);
  });

  test("has IPv6 where its subnets have", () => {
    const wrong = 'needs subnets with IPv6; set "network.ipv6", or leave it off';
    const own = api("public", ", ownLoadBalancer: { dualStack: true }");
    expect(report(dev("dns: {}", network("azs: [a, b]"), "ingress: { dualStack: true }", own))).toEqual([
      expect.stringContaining(`ingress.dualStack  true ${wrong}`),
      expect.stringContaining(`services.api.ownLoadBalancer.dualStack  true ${wrong}`),
    ]);
    expect(load(dev("dns: {}", network("ipv6: true"), "ingress: { dualStack: true }", own)).environments).toHaveProperty("dev");
  });
});
