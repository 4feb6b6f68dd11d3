import type { DnsContract } from "@groundplan/core";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import { api } from "../examples/alias.js";
import { environmentZone } from "../examples/environment-zone.js";
import { rootZone } from "../examples/root-zone.js";
import { aliasRecord, Zone, type ZoneProps } from "../src/index.js";
import { zoneProvider } from "./zone-provider.js";

const zoneTemplate = (props: Partial<ZoneProps> = {}): Template =>
  synthesize((stack) => new Zone(stack, "zone", { name: "shop.example.com", ...props }));

const environment = () => synthesize(environmentZone);

describe("addresses", () => {
  it("of an environment's zone, its delegation and its certificates are those of their version", () => {
    expect(environment()).toHaveAddresses("golden/environment-zone.txt");
  });

  it("of a root zone, its records and its roles are those of their version", () => {
    expect(synthesize(rootZone)).toHaveAddresses("golden/root-zone.txt");
  });

  it("of aliases are those of their version", () => {
    expect(synthesize(api)).toHaveAddresses("golden/alias.txt");
  });
});

describe("a zone", () => {
  it("cannot be destroyed by a plan, unless its protection was taken off", () => {
    expect(zoneTemplate()).toHaveResource("aws_route53_zone", { name: "shop.example.com", lifecycle: { prevent_destroy: true } });
    expect(zoneTemplate({ protect: false })).toHaveResource("aws_route53_zone", { lifecycle: { prevent_destroy: false } });
  });

  it("lets Amazon alone issue certificates, or those named, or anybody", () => {
    const caa = (certificateAuthorities?: readonly string[]) =>
      zoneTemplate({ certificateAuthorities }).resources("aws_route53_record")["zone_caa"]?.["records"];
    expect(caa()).toEqual(['0 issue "amazon.com"']);
    expect(caa(["amazon.com", "letsencrypt.org"])).toEqual(['0 issue "amazon.com"', '0 issue "letsencrypt.org"']);
    expect(caa([])).toBeUndefined();
  });

  it("has the records that it is given, at its own name or beneath", () => {
    const template = synthesize(rootZone);
    expect(template).toHaveResourceAt("aws_route53_record.zone_record_mail", { name: "shop.example.com", type: "MX", ttl: 3600 });
    expect(template).toHaveResourceAt("aws_route53_record.zone_record_mail_policy", {
      name: "_dmarc.shop.example.com",
      records: ["v=DMARC1; p=reject"],
      ttl: 300,
    });
  });

  it("cuts text into strings of 255 characters", () => {
    const text = (value: string) =>
      zoneTemplate({ records: { key: { name: "k", type: "TXT", values: [value] } } }).resource("aws_route53_record", "zone_record_key")[
        "records"
      ];
    expect(text("a".repeat(255))).toEqual(["a".repeat(255)]);
    expect(text(`${"a".repeat(255)}b`)).toEqual([`${"a".repeat(255)}""b`]);
    expect(text('"in" "strings already"')).toEqual(['"in" "strings already"']);
  });

  it("is the contract that a DNS stack publishes", () => {
    const template = synthesize((stack) => {
      const { zoneId, zoneName, nameServers }: DnsContract = new Zone(stack, "zone", { name: "shop.example.com" });
      new TerraformOutput(stack, "contract", { value: { zoneId, zoneName, nameServers }, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      zoneId: "${aws_route53_zone.zone.zone_id}",
      zoneName: "shop.example.com",
      nameServers: "${aws_route53_zone.zone.name_servers}",
    });
  });

  it("lets arguments be overridden that no property covers", () => {
    expect(zoneTemplate({ overrides: { zone: { comment: "ours" } } })).toHaveResource("aws_route53_zone", { comment: "ours" });
  });
});

describe("a delegation", () => {
  it("is written and looked up by the provider into the parent's account, and by no other", () => {
    const template = environment();
    expect(template).toHaveDataSource("aws_route53_zone", { provider: "aws.zone", name: "shop.example.com" });
    expect(template).toHaveResourceAt("aws_route53_record.delegation", {
      provider: "aws.zone",
      zone_id: "${data.aws_route53_zone.delegation_parent.zone_id}",
      name: "dev.shop.example.com",
      type: "NS",
      ttl: 3600,
      records: "${aws_route53_zone.zone.name_servers}",
    });
  });
});

describe("an alias", () => {
  const zone = { zoneId: "Z1", zoneName: "shop.example.com" };
  const target = { dnsName: "lb.example.com", canonicalZoneId: "Z2" };

  it("leads by IPv4, and by IPv6 where the target has it", () => {
    const types = (template: Template) => Object.values(template.resources("aws_route53_record")).map((record) => record["type"]);
    expect(types(synthesize(api))).toEqual(["A", "AAAA"]);
    const template = synthesize((stack) => aliasRecord(stack, { zone, name: "www.shop.example.com", target, evaluateTargetHealth: true }));
    expect(types(template)).toEqual(["A"]);
    expect(template).toHaveResource("aws_route53_record", {
      zone_id: "Z1",
      name: "www.shop.example.com",
      alias: { name: "lb.example.com", zone_id: "Z2", evaluate_target_health: true },
    });
  });

  it("tells a wildcard from the name that it is of", () => {
    const template = synthesize((stack) => {
      for (const name of ["shop.example.com", "*.shop.example.com"]) aliasRecord(stack, { zone, name, target });
    });
    expect(Object.keys(template.resources("aws_route53_record"))).toEqual([
      "alias_shop_example_com_a",
      "alias_wildcard_shop_example_com_a",
    ]);
  });

  it("may be written into another account's zone", () => {
    const template = synthesize((stack) => aliasRecord(stack, { zone, name: "shop.example.com", target, provider: zoneProvider(stack) }));
    expect(template).toHaveResource("aws_route53_record", { provider: "aws.zone" });
  });

  it("is of a name that is known, and of the zone", () => {
    const alias = (name: string) => () => synthesize((stack) => aliasRecord(stack, { zone, name, target }));
    expect(alias("www.example.com")).toThrow('"name" "www.example.com" is not beneath the zone "shop.example.com"');
    expect(alias("${var.name}")).toThrow(`"name" must be known at synth: the record's address is made of it; give the value itself`);
  });
});
