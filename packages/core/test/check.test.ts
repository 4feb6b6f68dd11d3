import { App, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkProps, isUnknown, PropsError } from "../src/index.js";
import { structural } from "../src/schema/index.js";

const token = Token.asString("${var.x}");
const marked = () => structural(z.cidrv4(), "the subnets are cut from it");
const construct = () => new Construct(new TerraformStack(new App({ stackTraces: false }), "test"), "it");
const check = <S extends z.ZodType>(schema: S, props: unknown): z.output<S> => checkProps(construct(), schema, props);

describe("checkProps", () => {
  it("fills in the defaults, at any depth", () => {
    const schema = z.strictObject({ days: z.int().default(7), logs: z.strictObject({ kept: z.int().default(30) }).prefault({}) });
    expect(check(schema, {})).toEqual({ days: 7, logs: { kept: 30 } });
  });

  it("leaves what it was given as it was", () => {
    const props = Object.freeze({ list: Object.freeze(["a"]) });
    expect(check(z.strictObject({ list: z.array(z.string()), n: z.int().default(1) }), props)).toEqual({ list: ["a"], n: 1 });
    expect(props).toEqual({ list: ["a"] });
  });

  it("tells every problem at once, with the construct's path, and keeps them apart for programs", () => {
    const schema = z.strictObject({ a: z.int().min(3), b: z.strictObject({ c: z.string() }), d: z.boolean().default(true) });
    const wrong = () => check(schema, { a: 1, b: {}, elsewhere: 1 });
    expect(wrong).toThrow(PropsError);
    expect(wrong).toThrow(
      [
        "test/it:",
        '"a" 1 is too small; give at least 3',
        '"b.c" is missing; give a string',
        '"elsewhere" is no known property; known are a, b, d',
      ].join("\n  "),
    );
    try {
      wrong();
    } catch (error) {
      expect(error).toMatchObject({
        name: "PropsError",
        problems: [{ path: ["a"], value: 1 }, { path: ["b", "c"] }, { path: ["elsewhere"] }],
      });
    }
  });
});

describe("a field that only passes through", () => {
  it.each([
    ["a string", z.string().regex(/^vpc-/), token],
    ["a number", z.int().min(1), Token.asNumber("${var.x}")],
    ["a list", z.array(z.string()).min(2), Token.asList("${var.x}")],
    ["a map", z.record(z.string(), z.string()), Token.asStringMap("${var.x}")],
    ["a string with a default", z.string().min(30).default("x"), token],
    ["an optional string", z.string().min(30).optional(), token],
    ["a nullable string", z.string().min(30).nullable(), token],
    ["a union", z.union([z.literal("auto"), z.cidrv4()]), token],
    ["an enum", z.enum(["a", "b"]), token],
    ["what would be transformed, and so ruined", z.string().trim().toLowerCase(), Token.asString("${var.X}")],
    ["what would be piped on", z.string().pipe(z.cidrv4()), token],
    ["Terraform's interpolation written by hand", z.cidrv4(), "${var.x}"],
    ["a part of a string", z.string().max(3), `vpc-${token}`],
  ])("hands a token on: %s", (_, field, value) => {
    expect(check(z.strictObject({ field }), { field: value })).toEqual({ field: value });
  });

  it.each([
    ["in a list", z.strictObject({ list: z.array(z.cidrv4()) }), { list: ["10.0.0.0/16", token] }],
    ["in a map", z.strictObject({ map: z.record(z.string(), z.cidrv4()) }), { map: { a: token } }],
    ["in an object in a list", z.strictObject({ list: z.array(z.strictObject({ a: z.cidrv4() })) }), { list: [{ a: token }] }],
    [
      "in a branch of a union",
      z.strictObject({ u: z.discriminatedUnion("k", [z.strictObject({ k: z.literal("a"), v: z.cidrv4() })]) }),
      { u: { k: "a", v: token } },
    ],
    ["in a tuple", z.strictObject({ pair: z.tuple([z.cidrv4(), z.int()]) }), { pair: [token, 1] }],
    ["in what is transformed", z.strictObject({ a: z.strictObject({ b: z.cidrv4() }).transform((a) => a) }), { a: { b: token } }],
    ["behind a lazy schema", z.strictObject({ later: z.lazy(() => z.strictObject({ a: z.cidrv4() })) }), { later: { a: token } }],
  ])("hands a token on %s", (_, schema, props) => {
    expect(check(schema, props)).toEqual(props);
  });

  it("is still checked where its value is known, before and after a token was let through", () => {
    const schema = z.strictObject({ a: z.cidrv4("is no range; give one such as 10.0.0.0/16") });
    expect(() => check(schema, { a: "x" })).toThrow('"a" "x" is no range; give one such as 10.0.0.0/16');
    expect(check(schema, { a: token })).toEqual({ a: token });
    expect(() => check(schema, { a: "x" })).toThrow('"a" "x" is no range');
  });

  it("does not take a token for a key", () => {
    expect(() => check(z.record(z.string().regex(/^[a-z]+$/, "is no name; give letters"), z.int()), { "${var.x}": 1 })).toThrow(
      "is no name",
    );
  });
});

describe("a structural field", () => {
  it.each([
    ["itself", marked()],
    ["optional", marked().optional()],
    ["with a default", marked().default("10.0.0.0/16")],
    ["described", marked().describe("the range")],
    ["in a union", z.union([z.literal("auto"), marked()])],
    ["in a pipe", marked().pipe(z.string())],
  ])("refuses a token: %s", (_, field) => {
    expect(() => check(z.strictObject({ cidr: field }), { cidr: token })).toThrow("must be known at synth: the subnets are cut from it");
  });

  it("refuses a list that is a token, and takes tokens in a list that is none", () => {
    const schema = z.strictObject({ azs: structural(z.array(z.string()), "each has a subnet") });
    expect(() => check(schema, { azs: Token.asList("${var.x}") })).toThrow("must be known at synth: each has a subnet");
    expect(check(schema, { azs: [token] })).toEqual({ azs: [token] });
  });

  it("marks only its own place", () => {
    const shared = z.cidrv4();
    const schema = z.strictObject({ a: structural(shared, "it is split"), b: shared });
    expect(() => check(schema, { a: "10.0.0.0/16", b: token })).not.toThrow();
  });

  it("refuses Terraform's interpolation written by hand, too", () => {
    expect(() => check(z.strictObject({ cidr: marked() }), { cidr: "${var.cidr}" })).toThrow(
      '"cidr" "${var.cidr}" must be known at synth: the subnets are cut from it; give the value itself',
    );
  });

  it("is told beside all else that is wrong", () => {
    expect(() => check(z.strictObject({ cidr: marked(), days: z.int() }), { cidr: token, days: "x" })).toThrow(
      /must be known at synth[\s\S]*"days" "x" is not a/,
    );
  });
});

describe("isUnknown", () => {
  it.each([[token], [Token.asNumber("${var.x}")], [Token.asList("${var.x}")], ["${var.x}"], [`a-${token}`]])("holds for %j", (value) => {
    expect(isUnknown(value)).toBe(true);
  });

  it.each([["x"], [1], [undefined], [null], [["x"]], [{}], ["$x"], [true]])("does not hold for %j", (value) => {
    expect(isUnknown(value)).toBe(false);
  });
});
