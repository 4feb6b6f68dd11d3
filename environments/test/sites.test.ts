import { describe, expect, test } from "vitest";
import { rootNames, siteDomainNames } from "../load.js";
import { load, place, report } from "./folder.js";

const docs = (more = ""): string => `sites: { docs: { ${more} } }\n`;
const dev = (...parts: readonly string[]) => ({ "dev.yaml": `${place("nonprod")}${parts.join("")}` });
const shared = (records = "{}") => ({ "shared.yaml": `${place("shared")}dns: { zoneName: shop.example.com, records: ${records} }\n` });
const zone = "dns: {}\n";

test("a site is protected in production, and cheaper outside it", () => {
  const prod = load({ "prod.yaml": `${place("prod", true)}dns: { delegation: elsewhere }\n${docs("domainNames: [docs]")}` });
  expect(prod.environments["prod"]?.sites["docs"]?.protect).toBe(true);
  expect(load(dev(docs())).environments["dev"]?.sites["docs"]?.protect).toBe(false);
});

describe("a site's names", () => {
  test("are beneath the environment's zone, and need one", () => {
    const { environments } = load({ ...dev(zone, docs("domainNames: [docs]")), ...shared() });
    const site = environments["dev"]?.sites["docs"];
    expect(site && siteDomainNames(site, { rootDomain: "shop.example.com", zoneName: "dev.shop.example.com" })).toEqual([
      "docs.dev.shop.example.com",
    ]);
    expect(report(dev(docs("domainNames: [docs]")))).toEqual([
      expect.stringMatching(
        /^environments\/dev\.yaml:4:10 {2}sites\.docs {2}needs the section "dns", which the environment lacks: its names/,
      ),
    ]);
    expect(report({ ...dev(zone, docs("domainNames: [www.example.org]")), ...shared() })).toEqual([
      expect.stringContaining('"www.example.org" is not beneath the zone "dev.shop.example.com"; give a name that ends in'),
    ]);
  });

  test("lead to nothing else", () => {
    const both = "sites: { docs: { domainNames: [docs] }, handbook: { domainNames: [docs.dev.shop.example.com] } }\n";
    expect(report({ ...dev(zone, both), ...shared() })).toEqual([
      expect.stringMatching(/sites\.handbook\.domainNames\.0 .* leads to the site "docs" already; give each its own/),
    ]);
    const recorded = "dns: { records: { docs: { name: docs, type: A, values: [192.0.2.1] } } }\n";
    expect(report({ ...dev(recorded, docs("domainNames: [docs]")), ...shared() })).toEqual([
      expect.stringMatching(/dns\.records\.docs {2}is a name that leads to the site "docs" already/),
    ]);
    const ingress = "network: { cidr: 10.0.0.0/16, azs: [a, b] }\ningress: {}\n";
    expect(report({ ...dev(zone, ingress, docs("domainNames: [dev.shop.example.com]")), ...shared() })).toEqual([
      expect.stringMatching(/leads to the load balancer that services share already; set "ingress.apex" to false/),
    ]);
  });

  test("may be the root's, where that lets the environment write them", () => {
    const { environments } = load({ ...dev(zone, docs("zone: root, domainNames: [www, shop.example.com]")), ...shared() });
    const environment = environments["dev"];
    expect(environment && rootNames(environment, { rootDomain: "shop.example.com" })).toEqual(["www.shop.example.com", "shop.example.com"]);
    expect(report(dev("dns: { delegation: elsewhere }\n", docs("zone: root, domainNames: [www]")))).toEqual([
      expect.stringContaining(
        '"www" is a name of the root\'s zone, into which nobody here lets this environment write; leave "zone: root" out',
      ),
    ]);
  });

  test("of the root are nobody else's", () => {
    const www = docs("zone: root, domainNames: [www]");
    expect(report({ ...dev(zone, www), ...shared("{ www: { name: www, type: CNAME, values: [example.org] } }") })).toEqual([
      expect.stringContaining('"www" has a record of its own in shared; take one of them out'),
    ]);
    expect(report({ ...dev(zone, docs("zone: root, domainNames: [dev.shop.example.com]")), ...shared() })).toEqual([
      expect.stringContaining("lies in the zone of dev, which is asked for it"),
    ]);
    const stage = { "stage.yaml": `${place("nonprod")}${zone}${www}` };
    expect(report({ ...dev(zone, www), ...stage, ...shared() })).toEqual([
      expect.stringMatching(/^environments\/stage\.yaml.*"www" leads to a site of dev already; give each its own/),
    ]);
  });
});

test("a second region is another one, and the account's", () => {
  expect(report(dev(docs("secondRegion: eu-west-1")))).toEqual([expect.stringContaining("is the environment's own region")]);
  expect(report(dev(docs("secondRegion: eu-north-1")))).toEqual([expect.stringContaining('is none of account "nonprod"')]);
});
