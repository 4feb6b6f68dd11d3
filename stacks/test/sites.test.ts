import { expect, test } from "vitest";
import type { Environment } from "../../environments/load.js";
import { ownEstate, ownStack, synthesizedAlone } from "./synthesized.js";

/** The site of the emulator's environment. */
function docs(): Environment["sites"][string] {
  const site = ownEstate().environments["local"]?.sites["docs"];
  if (site === undefined) throw new Error('"local" has no site "docs"');
  return site;
}

test("a site reads whom alarms tell, and the zone that its names are in", () => {
  const { facts, template } = ownStack("local-site-docs");
  expect(facts).toMatchObject({ layer: "site", entry: "docs", upstream: ["local-alerts", "local-dns"] });
  expect(template).toHaveResource("aws_cloudfront_distribution", { aliases: ["docs.local.shop.example.com"] });
  expect(template).toHaveResource("aws_ssm_parameter", { name: "/shop/local/site/docs" });
});

test("its certificate stands in us-east-1, and its records where the zone is", () => {
  const { template } = ownStack("local-site-docs");
  expect(template).toHaveResource("aws_acm_certificate", { provider: "aws.edge" });
  for (const record of Object.values(template.resources("aws_route53_record"))) expect(record).not.toHaveProperty("provider");
});

test("a name of the root's zone is written by a role of its account, which may write that name alone", () => {
  const stacks = synthesizedAlone("prod", (prod) => ({ ...prod, sites: { www: { ...docs(), zone: "root", domainNames: ["www"] } } }));
  const find = (name: string) => stacks.find(({ facts }) => facts.stack === name);
  const site = find("prod-site-www");
  expect(site?.facts.upstream).toEqual(["prod-alerts"]);
  for (const record of Object.values(site?.template.resources("aws_route53_record") ?? {}))
    expect(record).toMatchObject({ provider: "aws.zone" });
  expect(find("shared-dns")?.text).toContain("_*.www.shop.example.com");
  expect(find("prod-dns")?.text).not.toContain("www.shop");
});

test("what is published, and from where, is no part of the stack", () => {
  const moved = synthesizedAlone("local", (local) => ({
    ...local,
    sites: Object.fromEntries(Object.entries(local.sites).map(([name, site]) => [name, { ...site, folder: "elsewhere" }])),
  }));
  expect(moved.find(({ facts }) => facts.stack === "local-site-docs")?.text).toBe(ownStack("local-site-docs").text);
});
