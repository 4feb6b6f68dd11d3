import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nameFix, problemsOf, problemText, suggestion } from "../src/schema/index.js";

/** Every problem of a value, as a person reads it. */
const told = (schema: z.ZodType, value: unknown): string[] => {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => problemsOf(issue, schema)).map(problemText);
};
const field = (schema: z.ZodType) => z.strictObject({ field: schema });

describe("a problem", () => {
  it.each([
    ["a missing string", z.string(), undefined, '"field" is missing; give a string'],
    ["a missing list", z.array(z.string()), undefined, '"field" is missing; give a list'],
    ["a missing map of properties", z.strictObject({}), undefined, '"field" is missing; give a map of properties'],
    ["a missing choice", z.enum(["a", "b"]), undefined, '"field" is missing; give one of "a", "b"'],
    ["a missing constant", z.literal("a"), undefined, '"field" is missing; give "a"'],
    ["a missing union", z.union([z.boolean(), z.int()]), undefined, '"field" is missing; give true or false or a number'],
    ["a wrong type", z.string(), 7, '"field" 7 is not a string; give a string'],
    ["a fraction", z.int(), 1.5, '"field" 1.5 is not a whole number; give a whole number'],
    ["no boolean", z.boolean(), "yes", '"field" "yes" is not true or false; give true or false'],
    ["no list", z.array(z.string()), "a", '"field" "a" is not a list; give a list'],
    ["no map", z.record(z.string(), z.string()), [], '"field" [] is not a map; give a map'],
    ["null", z.string(), null, '"field" null is not a string; give a string'],
    ["a small number", z.int().min(90), 30, '"field" 30 is too small; give at least 90'],
    ["a big number", z.number().max(2.5), 3, '"field" 3 is too big; give at most 2.5'],
    ["a short string", z.string().min(2), "a", '"field" "a" is too short; give at least 2 characters'],
    ["a long string", z.string().max(1), "ab", '"field" "ab" is too long; give at most 1 character'],
    ["a short list", z.array(z.int()).min(1), [], '"field" [] is too short; give at least 1 item'],
    ["a long list", z.array(z.int()).max(1), [1, 2], '"field" [1,2] is too long; give at most 1 item'],
    ["no multiple", z.int().multipleOf(64), 65, '"field" 65 is no multiple of 64; give one, such as 64'],
    ["another choice", z.enum(["a", "b"]), "c", '"field" "c" is not one of "a", "b"; give one of them'],
    [
      "a near choice",
      z.enum(["postgres", "mysql"]),
      "postgress",
      '"field" "postgress" is not one of "postgres", "mysql"; did you mean "postgres"?',
    ],
    ["another number", z.literal([1, 3, 5]), 4, '"field" 4 is not one of 1, 3, 5; give one of them'],
    ["no range", z.cidrv4(), "10.0.0.0", '"field" "10.0.0.0" is no IPv4 range; give one such as 10.0.0.0/16'],
    ["no address", z.ipv4(), "10.0.0", '"field" "10.0.0" is no IPv4 address; give one such as 10.0.0.1'],
    ["no email", z.email(), "ops", '"field" "ops" is no email address; give one such as ops@example.com'],
    ["a message of its own", z.cidrv4("is no range; cut one"), "x", '"field" "x" is no range; cut one'],
    ["a pattern's message", z.string().regex(/^a/, "is no a; give an a"), "b", '"field" "b" is no a; give an a'],
    ["a message without a fix", z.string().refine(() => false, "is never right"), "b", '"field" "b" is never right'],
  ])("tells %s", (_, schema, value, text) => {
    expect(told(field(schema), value === undefined ? {} : { field: value })).toEqual([text]);
  });

  it.each([
    ["in a list", z.array(z.strictObject({ a: z.int() })), [{ a: 1 }, { a: "x" }], '"field.1.a" "x" is not a number; give a number'],
    ["in a map", z.record(z.string(), z.int()), { one: "x" }, '"field.one" "x" is not a number; give a number'],
    ["of a map's key", z.record(z.string().regex(/^a/, "is no a; give an a"), z.int()), { b: 1 }, '"field.b" "b" is no a; give an a'],
  ])("tells its place %s", (_, schema, value, text) => {
    expect(told(field(schema), { field: value })).toEqual([text]);
  });
});

describe("an unknown property", () => {
  const inner = z.strictObject({ retentionDays: z.int().optional(), kmsKey: z.string().optional() });

  it.each([
    ["at the top", inner, { retentionDay: 1 }, '"retentionDay" is no known property; did you mean "retentionDays"?'],
    ["in another case", inner, { kmskey: 1 }, '"kmskey" is no known property; did you mean "kmsKey"?'],
    ["nested", field(inner), { field: { retentionDay: 1 } }, '"field.retentionDay" is no known property; did you mean "retentionDays"?'],
    [
      "in a map whose keys are listed",
      field(z.partialRecord(z.enum(["reads", "writes"]), z.int())),
      { field: { write: 1 } },
      '"field.write" is no known property; did you mean "writes"?',
    ],
    ["in a list", field(z.array(inner)), { field: [{}, { kmsKeys: 1 }] }, '"field.1.kmsKeys" is no known property; did you mean "kmsKey"?'],
    [
      "in a map",
      field(z.record(z.string(), inner)),
      { field: { a: { kmsKeys: 1 } } },
      '"field.a.kmsKeys" is no known property; did you mean "kmsKey"?',
    ],
    [
      "behind a default",
      field(inner.prefault({})),
      { field: { kmsKeys: 1 } },
      '"field.kmsKeys" is no known property; did you mean "kmsKey"?',
    ],
    ["far from all", inner, { color: 1 }, '"color" is no known property; known are retentionDays, kmsKey'],
    ["of a letter", z.strictObject({ a: z.int().optional() }), { e: 1 }, '"e" is no known property; known are a'],
    ["where there are none", z.strictObject({}), { color: 1 }, '"color" is no known property; take it out'],
  ])("is told %s", (_, schema, value, text) => {
    expect(told(schema, value)).toEqual([text]);
  });

  it("is told for each", () => {
    expect(told(inner, { a: 1, b: 2 })).toHaveLength(2);
  });
});

describe("a union", () => {
  const nat = z.union([z.enum(["none", "single"]), z.int().min(2)]);
  const source = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("cidr"), cidr: z.cidrv4() }),
    z.strictObject({ kind: z.literal("ipam"), poolId: z.string() }),
  ]);
  const via = z.union([z.literal("nat"), z.strictObject({ peering: z.string().regex(/^pcx-/, "is no peering; give pcx-…") })]);

  it.each([
    ["what all branches want", nat, "perAz", '"field" "perAz" is none of what is allowed; give "none", "single" or a number'],
    ["the place in the branch that came furthest", via, { peering: "x" }, '"field.peering" "x" is no peering; give pcx-…'],
    [
      "what is unknown in the branch that came furthest",
      via,
      { peering: "pcx-1", peer: 1 },
      '"field.peer" is no known property; known are peering',
    ],
    ["what is missing in the branch chosen", source, { kind: "cidr" }, '"field.cidr" is missing; give a string'],
    ["what the branches are told apart by", source, { kind: "vpc" }, '"field.kind" "vpc" is not one of "cidr", "ipam"; give one of them'],
    ["what names none of them", source, {}, '"field.kind" is missing; give one of "cidr", "ipam"'],
    [
      "what is unknown in the branch chosen",
      source,
      { kind: "ipam", poolId: "a", poolID: "a" },
      '"field.poolID" is no known property; did you mean "poolId"?',
    ],
    [
      "what goes with another branch",
      source,
      { kind: "ipam", poolId: "a", cidr: "x" },
      '"field.cidr" goes with "kind" "cidr" alone; take it out',
    ],
    [
      "what no branch chosen knows",
      source,
      { kind: "cidr", cidr: "10.0.0.0/8", color: 1 },
      '"field.color" is no known property; known are kind, cidr',
    ],
  ])("tells %s", (_, schema, value, text) => {
    expect(told(field(schema), { field: value })).toEqual([text]);
  });
});

describe("suggestion", () => {
  it.each([
    ["nework", ["network", "keys"], "network"],
    ["NETWORK", ["network"], "network"],
    ["perAZ", ["perAz", "single"], "perAz"],
    ["x", ["y"], undefined],
    ["completely", ["different"], undefined],
    ["x", [], undefined],
  ])("for %j among %j is %j", (word, allowed, expected) => {
    expect(suggestion(word, allowed)).toBe(expected);
  });
});

describe("what to do about an unknown name", () => {
  it("is to take the nearest", () => expect(nameFix("netwrk", ["keys", "network"])).toBe('did you mean "network"?'));
  it("is to take one of all, where none is near", () => expect(nameFix("x", ["keys", "network"])).toBe("known are keys, network"));
});
