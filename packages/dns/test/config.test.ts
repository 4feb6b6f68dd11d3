import { brokenRules, type DeepReadonly } from "@groundplan/core/schema";
import { synthesize } from "@groundplan/testing";
import { Token } from "cdktf";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { nonProduction, rules, schemas } from "../src/config.js";
import {
  Certificate,
  type CertificateData,
  Delegation,
  type DelegationData,
  DelegationRoles,
  type DelegationRolesData,
  Zone,
  type ZoneData,
} from "../src/index.js";
import { zoneProvider } from "./zone-provider.js";

const parent = { zoneId: "Z1", zoneName: "shop.example.com" };

const zone = (props: Partial<ZoneData>) => () => synthesize((stack) => new Zone(stack, "zone", { name: "shop.example.com", ...props }));
const certificate = (props: Partial<CertificateData>) => () =>
  synthesize((stack) => new Certificate(stack, "certificate", { zone: parent, domainName: "shop.example.com", ...props }));
const roles = (children: DelegationRolesData["children"]) => () =>
  synthesize((stack) => new DelegationRoles(stack, "delegation", { zone: parent, project: "shop", children }));

describe("the schemas", () => {
  it("are what the props say", () => {
    expectTypeOf<ZoneData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.Zone>>>();
    expectTypeOf<DelegationData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.Delegation>>>();
    expectTypeOf<DelegationRolesData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.DelegationRoles>>>();
    expectTypeOf<CertificateData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.Certificate>>>();
  });

  it("break no rule by default, and outside of production that of protection", () => {
    const given = { name: "shop.example.com" };
    expect(brokenRules(rules, schemas.Zone.parse(given))).toEqual([]);
    expect(brokenRules(rules, schemas.Zone.parse({ ...given, ...nonProduction })).map(({ id }) => id)).toEqual(["zone-protected"]);
  });
});

describe("a zone", () => {
  it.each([
    "Shop.example.com",
    "shop.example.com.",
    "localhost",
    "-shop.example.com",
    "shop..com",
    "*.example.com",
    `${"a".repeat(64)}.com`,
  ])("refuses to be called %s", (name) => {
    expect(zone({ name })).toThrow(`"name" ${JSON.stringify(name)} is no domain; give one in lower case without a dot at its end`);
  });

  it.each(["shop.example.com", "xn--bcher-kva.example", "a.b", `${"a".repeat(63)}.com`])("takes %s", (name) => {
    expect(zone({ name })).not.toThrow();
  });

  it("takes a name that is not known yet", () => {
    expect(zone({ name: Token.asString("${var.name}"), records: { mail: { type: "MX", values: ["10 mx"] } } })).not.toThrow();
  });

  it("tells every record that cannot stand where it is", () => {
    const values = ["a.example.com"];
    const wrong = zone({
      records: {
        apex: { type: "CNAME", values },
        "apex-ns": { type: "NS", values },
        www: { name: "www", type: "A", values },
        "www-again": { name: "www", type: "A", values },
        "www-cname": { name: "www", type: "CNAME", values },
        odd: { name: "ww w", type: "A", values },
      },
    });
    expect(wrong).toThrow('"records.odd.name" "ww w" is no name within a zone; give labels in lower case');
    const { odd: _, ...sound } = {
      odd: {},
      apex: { type: "CNAME", values },
      "apex-ns": { type: "NS", values },
      www: { name: "www", type: "A", values },
      "www-again": { name: "www", type: "A", values },
      "www-cname": { name: "www", type: "CNAME", values },
    } as const;
    expect(zone({ records: sound })).toThrow(
      [
        `"records.apex" is a CNAME record of the zone's own name, which takes none; give it a "name"`,
        `"records.apex-ns" is a NS record of the zone's own name, which takes none; give it a "name"`,
        `"records.apex-ns" has the name of "apex", and a CNAME stands alone; give one of them another name`,
        `"records.www-again" has the name and the type of "www"; put all values into one`,
        `"records.www-cname" has the name of "www", and a CNAME stands alone; give one of them another name`,
      ].join("\n  "),
    );
  });
});

describe("a certificate", () => {
  it("refuses wildcards anywhere but leftmost", () => {
    const wrong = ["a.*.shop.example.com", "*", "a*.shop.example.com", "*.*.shop.example.com"];
    for (const name of wrong)
      expect(certificate({ alternativeNames: [name] })).toThrow(`"alternativeNames.0" "${name}" is no name for a certificate`);
  });

  it("has a first name of 64 characters at most, and others of any length that DNS takes", () => {
    const long = `${"a".repeat(50)}.shop.example.com`;
    expect(long).toHaveLength(67);
    expect(certificate({ domainName: long })).toThrow(`"domainName" "${long}" is too long; give at most 64 characters`);
    expect(certificate({ alternativeNames: [long] })).not.toThrow();
  });

  it("has each name once, and no more than the quota", () => {
    expect(certificate({ alternativeNames: ["shop.example.com"] })).toThrow(
      '"alternativeNames.0" "shop.example.com" is in the certificate already; take it out',
    );
    const alternativeNames = Array.from({ length: 10 }, (_, index) => `n${index}.shop.example.com`);
    expect(certificate({ alternativeNames })).toThrow(
      `"alternativeNames" makes 11 names, and the account's quota is 10; use a wildcard, or have the quota raised and set "nameQuota"`,
    );
    expect(certificate({ alternativeNames, nameQuota: 11 })).not.toThrow();
  });

  it("has names of its zone alone, where that is known", () => {
    expect(certificate({ domainName: "example.com", alternativeNames: ["*.shop.example.com", "myshop.example.com"] })).toThrow(
      [
        '"domainName" "example.com" is not beneath the zone "shop.example.com"; give a name that ends in ".shop.example.com", or another zone',
        '"alternativeNames.1" "myshop.example.com" is not beneath the zone "shop.example.com"',
      ].join("\n  "),
    );
    const unknown = { zoneId: "Z1", zoneName: Token.asString("${var.zone}") };
    expect(() => synthesize((stack) => new Certificate(stack, "c", { zone: unknown, domainName: "example.org" }))).not.toThrow();
  });

  it("refuses names that are not known at synth", () => {
    expect(certificate({ alternativeNames: [Token.asString("${var.name}")] })).toThrow(
      '"alternativeNames.0" "${var.name}" must be known at synth: each name has its record of proof; give the value itself',
    );
  });
});

describe("a delegation", () => {
  it("is of a zone beneath the parent", () => {
    const delegate = (zoneName: string) => () =>
      synthesize((stack) => {
        const zone = { zoneName, nameServers: ["ns-1.example.com"] };
        new Delegation(stack, "delegation", { zone, parentZoneName: "shop.example.com", zoneProvider: zoneProvider(stack) });
      });
    expect(delegate("dev.example.com")).toThrow('"zone.zoneName" "dev.example.com" is not beneath the zone "shop.example.com"');
    expect(delegate("shop.example.com")).toThrow('"zone.zoneName" "shop.example.com" is the parent zone itself; give a zone beneath it');
    expect(delegate("dev.shop.example.com")).not.toThrow();
    expect(delegate(Token.asString("${var.zone}"))).not.toThrow();
  });

  it("is trusted for zones beneath the parent, and to roles", () => {
    expect(roles({ dev: { zoneName: "dev.example.com", accountId: "444444444444" } })).toThrow(
      '"children.dev.zoneName" "dev.example.com" is not beneath the zone "shop.example.com"',
    );
    expect(roles({ all: { zoneName: "shop.example.com", accountId: "444444444444" } })).toThrow(
      '"children.all.zoneName" "shop.example.com" is the parent zone itself; give a zone beneath it',
    );
    expect(
      roles({ dev: { zoneName: "dev.shop.example.com", accountId: "444444444444", appliers: ["arn:aws:iam::444444444444:user/me"] } }),
    ).toThrow('"children.dev.appliers.0" "arn:aws:iam::444444444444:user/me" is no role; give its ARN');
  });

  it("is trusted to roles of the child's account alone: another's would never be let in", () => {
    const dev = { zoneName: "dev.shop.example.com", accountId: "444444444444" };
    const stranger = "arn:aws:iam::555555555555:role/admin";
    const wrong = `"${stranger}" is a role of another account; give one of 444444444444`;
    expect(roles({ dev: { ...dev, planners: [stranger] } })).toThrow(`"children.dev.planners.0" ${wrong}`);
    expect(roles({ dev: { ...dev, appliers: ["arn:aws:iam::444444444444:role/admin", stranger] } })).toThrow(
      `"children.dev.appliers.1" ${wrong}`,
    );
    expect(roles({ dev: { ...dev, planners: [Token.asString("${var.reader}")] } })).not.toThrow();
  });
});
