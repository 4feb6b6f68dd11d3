import { edgeFunction, type SiteEdgeProps } from "@groundplan/site-edge";
import { describe, expect, it } from "vitest";
import { everything } from "./everything.js";
import { notSupported } from "./language.js";
import { site } from "./site.js";

const routings = ["spa", "directoryIndex", "none"] as const;
const sites: (readonly [name: string, props: SiteEdgeProps])[] = routings.flatMap((routing) => [
  [`${routing}, nothing else`, { routing, headers: { hsts: "off" } }],
  [`${routing}, defaults`, { routing }],
  [`${routing}, everything`, { ...everything, routing }],
]);

describe("the function's source", () => {
  it.each(sites)("is in the language of CloudFront's runtime 2.0: %s", (_, props) => {
    expect(notSupported(edgeFunction(site(props)))).toEqual([]);
  });

  it.each(sites)("is within what CloudFront takes: %s", (_, props) => {
    expect(Buffer.byteLength(edgeFunction(site(props)))).toBeLessThanOrEqual(10_240);
  });

  it.each(sites)("holds nothing that Terraform would fill in: %s", (_, props) => {
    expect(edgeFunction(site(props))).not.toMatch(/[$%]\{/);
  });

  it.each(sites)("is ASCII, a line a statement, without a comment that only we need: %s", (_, props) => {
    const source = edgeFunction(site(props));
    expect(source).toMatch(/^[\n\x20-\x7e]+$/);
    expect(source).not.toContain("/**");
    expect(source).not.toContain("export ");
  });

  it("has no more than the site needs", () => {
    const source = edgeFunction(site({ routing: "none" }));
    for (const name of ["redirected", "unauthorized", "otherName", "cloudfront", "crypto"]) expect(source).not.toContain(name);
  });

  it("takes the store that it is told, or the one that is associated", () => {
    expect(edgeFunction(site({ basicAuth: true }), { keyValueStoreId: "6a7b8c9d" })).toContain('cf.kvs("6a7b8c9d")');
    expect(edgeFunction(site({ basicAuth: true }))).toContain("cf.kvs()");
  });

  it("says by how much redirects are too many", () => {
    const redirects = Array.from({ length: 300 }, (_, index) => ({
      from: `/old/page-${index}`,
      to: `/new/chapter/page-${index}/`,
      status: 301 as const,
    }));
    expect(() => edgeFunction({ ...site(), redirects })).toThrow(
      /^"redirects" make the edge's function \d+ bytes longer than the 10240 that CloudFront takes: they are \d+ of them; give fewer, or one with "\/\*" for many$/,
    );
  });
});

describe("the language's limits", () => {
  it.each([
    ["for (const a of []) {}", "ForOfStatement"],
    ["const { a } = {};", "ObjectPattern"],
    ["const a = [...[]];", "SpreadElement"],
    ["class A {}", "ClassDeclaration"],
    ["const a = 1 ?? 2;", "??"],
    ["const a = {}; a?.b;", "?."],
    ["const a = 1; const b = { a };", "a property without its name"],
    ["function f(a = 1) {}", "a default or a pattern as a parameter"],
    ["const f = async () => 1;", "an async closure"],
    ["async function f() { g(await f()); } function g(a) {}", "await within a CallExpression"],
    ["try { } catch { }", "catch without its error"],
    ["setTimeout(1);", "the global setTimeout"],
    ["new Function('1');", "the global Function"],
    ["new URL('a');", "the global URL"],
    ["''.at(1);", "the method at"],
    ["import fs from 'fs';", "the module fs"],
    ["/(?<=a)b/.test('');", "the expression /(?<=a)b/"],
  ])("are held against %s", (source, problem) => {
    expect(notSupported(source).join("\n")).toContain(problem);
  });
});
