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
});
