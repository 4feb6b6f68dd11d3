import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aligned, cidrText, contains, knownCidr, overlap } from "../src/cidr.js";
import { schema } from "../src/config.js";
import { subnetsOf } from "../src/subnets.js";

const letters = ["a", "b", "c", "d", "e", "f"];

interface Layout {
  readonly cidr: string;
  readonly grid: { readonly tiers: number; readonly azs: number };
  /** Columns of the grid, in the order of the AZs' letters. */
  readonly columns: readonly number[];
  readonly slots: readonly { readonly slot: number; readonly smaller: number }[];
}

/** Any VPC that AWS takes, any grid that fits it, some of its columns and rows. */
const layouts = fc
  .record({ prefixLength: fc.integer({ min: 16, max: 28 }), place: fc.nat(2 ** 24 - 1), tierBits: fc.nat(4), azBits: fc.nat(3) })
  .filter(({ prefixLength, tierBits, azBits }) => prefixLength + tierBits + azBits <= 28)
  .chain(({ prefixLength, place, tierBits, azBits }) => {
    const grid = { tiers: 2 ** tierBits, azs: 2 ** azBits };
    const first = 10 * 2 ** 24 + place;
    const room = 28 - prefixLength - tierBits - azBits;
    return fc.record({
      cidr: fc.constant(cidrText(aligned({ first, prefixLength }))),
      grid: fc.constant(grid),
      columns: fc.uniqueArray(fc.nat(grid.azs - 1), { minLength: 1, maxLength: Math.min(6, grid.azs) }),
      slots: fc.uniqueArray(fc.record({ slot: fc.nat(grid.tiers - 1), smaller: fc.nat(room) }), {
        minLength: 1,
        maxLength: grid.tiers,
        selector: ({ slot }) => slot,
      }),
    });
  });

function configOf({ cidr, grid, columns, slots }: Layout) {
  const cells = knownCidr(cidr).prefixLength + Math.log2(grid.tiers * grid.azs);
  return {
    ...defaults,
    cidr,
    grid,
    azs: Object.fromEntries(columns.map((column, index) => [letters[index] ?? "", column])),
    withoutTiers: ["public", "private", "isolated"] as const,
    tiers: Object.fromEntries(
      slots.map(({ slot, smaller }) => [`t${slot}`, { ...aTier, kind: "private" as const, slot, prefixLength: cells + smaller }]),
    ),
  };
}

const defaults = { region: "eu-west-1", ipam: undefined };
const aTier = { cidrs: {}, publicIps: false, acl: { defaultRules: true, ingress: [], egress: [] }, tags: {} };

function subnets(layout: Layout): Map<string, string> {
  const config = configOf(layout);
  return new Map(
    subnetsOf({ ...config, withoutTiers: [...config.withoutTiers] }).map(({ tier, zone, cidr }) => [
      `${tier.name}-${zone.letter}`,
      cidr ?? "",
    ]),
  );
}

const runs = { numRuns: 10_000 };
/** Milliseconds; a second or two where the machine has nothing else to do. */
const patience = 60_000;

describe("the subnets of any layout", () => {
  it(
    "lie in the VPC, begin where their size begins, and share no address",
    () => {
      fc.assert(
        fc.property(layouts, (layout) => {
          const cidrs = [...subnets(layout).values()].map(knownCidr).sort((one, other) => one.first - other.first);
          if (cidrs.length !== layout.columns.length * layout.slots.length) throw new Error(`only ${cidrs.length} subnets`);
          cidrs.forEach((cidr, index) => {
            const before = cidrs[index - 1];
            if (!contains(knownCidr(layout.cidr), cidr)) throw new Error(`${cidrText(cidr)} lies outside`);
            if (aligned(cidr).first !== cidr.first) throw new Error(`${cidrText(cidr)} is not aligned`);
            if (before !== undefined && overlap(before, cidr)) throw new Error(`${cidrText(before)} overlaps ${cidrText(cidr)}`);
          });
        }),
        runs,
      );
    },
    patience,
  );

  it(
    "stay where they are when an AZ and a tier are added",
    () => {
      fc.assert(
        fc.property(layouts, fc.nat(), fc.nat(), (whole, lessAzs, lessTiers) => {
          const earlier = {
            ...whole,
            columns: whole.columns.slice(0, 1 + (lessAzs % whole.columns.length)),
            slots: whole.slots.slice(0, 1 + (lessTiers % whole.slots.length)),
          };
          const now = subnets(whole);
          for (const [name, cidr] of subnets(earlier)) if (now.get(name) !== cidr) throw new Error(`${name} moved from ${cidr}`);
        }),
        runs,
      );
    },
    patience,
  );
});

it("every such layout passes the checks", () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const { ipam: _, ...config } = configOf(layout);
      schema.parse({ ...config, name: "shop", accountId: "111111111111", nat: "none" });
    }),
    { numRuns: 300 },
  );
});

describe("a /16 by default", () => {
  const config = schema.parse({ name: "shop", accountId: "111111111111", region: "eu-west-1", cidr: "10.0.0.0/16" });

  it("is 16 cells of /20: a row a tier, a column an AZ", () => {
    expect(subnetsOf(config).map(({ tier, zone, cidr }) => `${tier.name} ${zone.letter} ${cidr}`)).toEqual([
      "public a 10.0.0.0/20",
      "public b 10.0.16.0/20",
      "public c 10.0.32.0/20",
      "private a 10.0.64.0/20",
      "private b 10.0.80.0/20",
      "private c 10.0.96.0/20",
      "isolated a 10.0.128.0/20",
      "isolated b 10.0.144.0/20",
      "isolated c 10.0.160.0/20",
    ]);
  });

  it("is the same whatever the order in the file", () => {
    const own = { kind: "isolated", slot: 3 };
    const one = schema.parse({ ...config, azs: ["a", "c"], tiers: { private: { prefixLength: 22 }, cache: own } });
    const other = schema.parse({ ...config, azs: ["c", "a"], tiers: { cache: own, private: { prefixLength: 22 } } });
    expect(subnetsOf(one)).toEqual(subnetsOf(other));
  });

  it("leaves the column of a letter that a region lacks empty", () => {
    const canada = schema.parse({ ...config, region: "ca-central-1" });
    expect(subnetsOf(canada).flatMap(({ tier, cidr }) => (tier.name === "public" ? [cidr] : []))).toEqual([
      "10.0.0.0/20",
      "10.0.16.0/20",
      "10.0.48.0/20",
    ]);
  });

  it("gives a tier subnets with room for what it asks, AWS's five reserved addresses counted", () => {
    const prefixLength = (addresses: number) =>
      subnetsOf(schema.parse({ ...config, tiers: { public: { addresses } } }))[0]?.cidr?.split("/")[1];
    expect([11, 12, 251, 252, 4091].map(prefixLength)).toEqual(["28", "27", "24", "23", "20"]);
  });
});
