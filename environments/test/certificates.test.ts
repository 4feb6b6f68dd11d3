import { describe, expect, test } from "vitest";
import { load, place, report } from "./folder.js";

const root = { "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com }\n` };
const dev = (hosts: string, ingress = "{}", loadBalancer = "shared, priority: 1") => ({
  ...root,
  "dev.yaml": [
    `${place("nonprod")}dns: {}`,
    "network: { cidr: 10.1.0.0/16, azs: [a, b] }",
    `ingress: ${ingress}`,
    `services: { api: { image: "x:1", port: 8080, loadBalancer: ${loadBalancer}, hosts: ${hosts} } }`,
    "",
  ].join("\n"),
});

describe("the certificate on the load balancer that services share", () => {
  test("is for the zone and all one level beneath it", () => {
    expect(load(dev('[api, dev.shop.example.com, www.dev.shop.example.com, "*.dev.shop.example.com"]')).environments).toHaveProperty("dev");
    expect(report(dev('[v2.api.dev.shop.example.com, "*.preview.dev.shop.example.com"]'))).toEqual([
      expect.stringContaining(
        'services.api.hosts.0  "v2.api.dev.shop.example.com" is named by no certificate of the load balancer that services share; add "*.api.dev.shop.example.com" to "ingress.certificateNames"',
      ),
      expect.stringContaining('services.api.hosts.1  "*.preview.dev.shop.example.com" is named by no certificate'),
    ]);
  });

  test("may have further names, each once, beneath the zone", () => {
    const hosts = '[v2.api.dev.shop.example.com, "*.preview.dev.shop.example.com"]';
    const names = (...given: readonly string[]) => `{ certificateNames: [${given.map((name) => `"${name}"`).join(", ")}] }`;
    const wanted = ["*.api.dev.shop.example.com", "*.preview.dev.shop.example.com"];
    expect(load(dev(hosts, names(...wanted))).environments["dev"]?.ingress?.certificateNames).toEqual(wanted);
    expect(report(dev("[api]", names("api.example.org", "*.dev.shop.example.com")))).toEqual([
      expect.stringContaining('ingress.certificateNames.0  "api.example.org" is not beneath the zone "dev.shop.example.com"'),
      expect.stringContaining('ingress.certificateNames.1  "*.dev.shop.example.com" is in the certificate anyway; take it out'),
    ]);
  });

  test("is not asked for what a service's own load balancer shows", () => {
    expect(load(dev("[v2.api.dev.shop.example.com]", "{}", "public")).environments).toHaveProperty("dev");
  });
});
