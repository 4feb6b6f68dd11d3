import { describe, expect, test } from "vitest";
import { load, place, report } from "./folder.js";

const root = { "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com }\n` };
const files = (lines: readonly string[]) => ({
  ...root,
  "dev.yaml": `${place("nonprod")}network: { cidr: 10.1.0.0/16, azs: [a, b] }\n${lines.join("\n")}\n`,
});
const service = (name: string, loadBalancer: string, host: string, more = ""): string =>
  `  ${name}: { image: "x:1", port: 8080, loadBalancer: ${loadBalancer}, hosts: [${host}]${more} }`;
const withServices = (...services: readonly string[]) => files(["dns: {}", "ingress: {}", "services:", ...services]);

describe("a name", () => {
  test("may be that of two services that share the load balancer, by their paths", () => {
    const first = service("a", "shared", "api", ", priority: 1, paths: [/v1/*]");
    const second = service("b", "shared", "api.dev.shop.example.com", ", priority: 2, paths: [/v2/*]");
    expect(load(withServices(first, second)).environments).toHaveProperty("dev");
  });

  test.each(["public", "shared, priority: 1, paths: [/v1/*]"])("is not another service's with a load balancer of its own (%s)", (other) => {
    expect(report(withServices(service("a", other, "api"), service("b", "internal", "api.dev.shop.example.com")))).toEqual([
      expect.stringContaining(
        'services.b.hosts.0  "api.dev.shop.example.com" leads to the service "a" already, by another load balancer; give each its own, or "loadBalancer: shared" and paths to both',
      ),
    ]);
  });

  test("is each service's own otherwise, whatever they stand behind", () => {
    const services = [service("a", "public", "a"), service("b", "internal", "b"), service("c", "shared", "c", ", priority: 1")];
    expect(load(withServices(...services)).environments).toHaveProperty("dev");
  });

  test("of the zone itself leads to the shared load balancer, or elsewhere", () => {
    const lines = (apex: string) => [
      "dns: {}",
      `ingress: { ${apex} }`,
      "services:",
      service("a", "shared", "dev.shop.example.com", ", priority: 1"),
    ];
    expect(load(files(lines(""))).environments["dev"]?.ingress?.apex).toBe(true);
    expect(report(files(lines("apex: false")))).toEqual([
      expect.stringContaining('"dev.shop.example.com" is the zone\'s own name, which "ingress.apex" leaves to something else'),
    ]);
  });
});

describe("a record of the zone", () => {
  const records = (record: string, ...more: readonly string[]) => files([`dns: { records: { mine: ${record} } }`, ...more]);
  const a = (name: string) => `{ name: "${name}", type: A, values: [192.0.2.1] }`;
  const taken = "dns.records.mine  is a name that leads to the load balancer that services share already";

  test("has no name that leads to a service or the load balancer already", () => {
    expect(report(records(a(""), "ingress: {}"))).toEqual([
      expect.stringContaining(`${taken}; take it out, or set "ingress.apex" to false`),
    ]);
    expect(report(records(a("*"), "ingress: {}"))).toEqual([expect.stringContaining(`${taken}; take one of them out`)]);
    expect(report(records(a("api"), "services:", service("api", "public", "api")))).toEqual([
      expect.stringContaining('dns.records.mine  is a name that leads to the service "api" already'),
    ]);
  });

  test("may have any other name, and be of another kind", () => {
    expect(load(records(a("office"), "ingress: {}")).environments).toHaveProperty("dev");
    expect(load(records(a(""), "ingress: { apex: false }")).environments).toHaveProperty("dev");
    expect(load(records('{ type: MX, values: ["10 mail.example.com"] }', "ingress: {}")).environments).toHaveProperty("dev");
  });
});
