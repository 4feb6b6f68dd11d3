import { describe, expect, test } from "vitest";
import { childZones, rootZone, zoneNameOf } from "../load.js";
import { load, place, report } from "./folder.js";

const root = { "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com }\n` };
const dev = (dns: string) => ({ "dev.yaml": `${place("nonprod")}dns: ${dns}\n` });

describe("an environment's zone", () => {
  test("is its name beneath the root domain, delegated by the environment that holds the root's", () => {
    const estate = load({ ...root, ...dev("{}") });
    expect(Object.values(estate.environments).map((environment) => zoneNameOf(estate, environment))).toEqual([
      "dev.shop.example.com",
      "shop.example.com",
    ]);
    expect(rootZone(estate)?.name).toBe("shared");
    expect(childZones(estate).map(({ name }) => name)).toEqual(["dev"]);
  });

  test("may be delegated by a person, and have any name then", () => {
    const estate = load(dev("{ delegation: elsewhere, zoneName: dev.example.org }"));
    expect(rootZone(estate)).toBeUndefined();
    expect(childZones(estate)).toEqual([]);
  });

  test("is somebody's to delegate", () => {
    expect(report(dev("{}"))).toEqual([
      'environments/dev.yaml:4:1  dns  has nobody to delegate it: no environment holds the zone of "shop.example.com"; say "delegation: elsewhere", or "zoneName: shop.example.com" in the environment that holds it',
    ]);
    expect(report({ ...root, ...dev("{ zoneName: dev.example.org }") })).toEqual([
      'environments/dev.yaml:4:18  dns.zoneName  "dev.example.org" is not beneath the estate\'s root domain "shop.example.com"; give a name beneath it, or say "delegation: elsewhere"',
    ]);
  });

  test("is no other's", () => {
    expect(report({ ...root, ...dev("{ zoneName: x.shop.example.com }"), "x.yaml": `${place("nonprod")}dns: {}\n` })).toEqual([
      'environments/x.yaml:4:1  dns.zoneName  "x.shop.example.com" is the zone of dev already; give each its own',
    ]);
  });

  test("is delegated by people's roles too, where there is a delegation that they could write", () => {
    const people = "appliers: [admin], planners: [reader]";
    expect(load({ ...root, ...dev(`{ ${people} }`) }).environments["dev"]?.dns).toMatchObject({
      appliers: ["admin"],
      planners: ["reader"],
    });
    const fix = "is for the record that we write into the root's zone, and there is none; take it out";
    expect(report(dev(`{ delegation: elsewhere, ${people} }`))).toEqual([
      `environments/dev.yaml:4:41  dns.appliers  ${fix}`,
      `environments/dev.yaml:4:60  dns.planners  ${fix}`,
    ]);
    expect(report({ "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com, appliers: [admin] }\n` })).toEqual([
      expect.stringContaining(`dns.appliers  ${fix}`),
    ]);
  });

  test("names people's roles without their account, which is the environment's", () => {
    expect(report({ ...root, ...dev('{ appliers: ["arn:aws:iam::444444444444:role/admin"] }') })).toEqual([
      expect.stringContaining(
        'dns.appliers.0  "arn:aws:iam::444444444444:role/admin" is no role of the environment\'s account; give its path and name, such as "admin"',
      ),
    ]);
  });

  test("takes nothing from the root's that would be asked of itself", () => {
    const rootWith = (name: string) => ({
      "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com, records: { mine: { name: "${name}", type: TXT, values: [x] } } }\n`,
    });
    for (const name of ["dev", "api.dev"])
      expect(report({ ...rootWith(name), ...dev("{}") })).toEqual([
        expect.stringContaining(
          'dns.records.mine  lies in the zone "dev.shop.example.com", which is delegated, and is asked of it; give it to the environment of that zone',
        ),
      ]);
    for (const name of ["", "www", "notdev", "_dmarc"])
      expect(load({ ...rootWith(name), ...dev("{}") }).environments).toHaveProperty("dev");
  });
});
