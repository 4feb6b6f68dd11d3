import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NamedRoute, routeCollisions } from "../src/config.js";
import { covers } from "../src/pattern.js";

const route = (name: string, priority: number, conditions: Partial<NamedRoute> = {}): NamedRoute => ({
  name,
  priority,
  hosts: [],
  paths: [],
  ...conditions,
});

/** Whether a pattern takes a text, by another way: a regular expression. */
function takes(pattern: string, text: string): boolean {
  const expression = pattern.replace(/[.$+]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}

// few letters, so that patterns meet
const text = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "?"), maxLength: 5 });

describe("a set of patterns", () => {
  it("covers one only where it takes every text of that one", () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 3 }),
        pattern,
        fc.array(text, { minLength: 20, maxLength: 40 }),
        (patterns, inner, texts) => {
          const missed = texts.some((one) => takes(inner, one) && !patterns.some((outer) => takes(outer, one)));
          return !(missed && covers(patterns, inner));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("covers one wherever it takes every text of up to five letters of that one", () => {
    const letters = ["a", "b", "/", "x"];
    const texts = [""];
    for (let begin = 0; (texts[begin]?.length ?? 5) < 5; begin++) texts.push(...letters.map((letter) => `${texts[begin]}${letter}`));
    const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(short, { maxLength: 2 }), short, (patterns, inner) => {
        const missed = texts.some((one) => takes(inner, one) && !patterns.some((outer) => takes(outer, one)));
        return covers(patterns, inner) === !missed;
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [["/*"], "/orders/*", true],
    [["/orders/*"], "/orders", false],
    [["/orders*"], "/orders/*", true],
    [["*.example.com"], "api.example.com", true],
    [["*.example.com"], "example.com", false],
    [["a*", "?*", ""], "*", true],
    [["a*", "*b"], "a*b", true],
    [["??*"], "*a", false],
  ])("%j covers %j: %j", (patterns, inner, expected) => {
    expect(covers(patterns, inner)).toBe(expected);
  });
});

describe("routes of one listener", () => {
  it("do not collide where each has a number and a request of its own", () => {
    expect(
      routeCollisions([
        route("api", 10, { hosts: ["api.example.com"] }),
        route("docs", 20, { hosts: ["www.example.com"], paths: ["/docs/*"] }),
        route("www", 30, { hosts: ["www.example.com"] }),
        route("rest", 40, { paths: ["/*"] }),
      ]),
    ).toEqual([]);
  });

  it("collide by their number, and hear of one that is free", () => {
    const routes = [
      route("api", 10, { hosts: ["a.example.com"] }),
      route("web", 10, { hosts: ["b.example.com"] }),
      route("x", 11, { hosts: ["c.d"] }),
    ];
    expect(routeCollisions(routes)).toEqual([
      { name: "web", by: "api", field: "priority", value: 10, message: 'is the priority of "api" too; give another, such as 12' },
    ]);
  });

  it("collide where one takes every request of another", () => {
    expect(routeCollisions([route("www", 10, { hosts: ["*.example.com"] }), route("api", 20, { hosts: ["api.example.com"] })])).toEqual([
      {
        name: "api",
        by: "www",
        field: "hosts",
        value: ["api.example.com"],
        message:
          'never get a request, since "www" takes them all with priority 10; give this route a smaller number than 10, or what the other does not take',
      },
    ]);
  });

  it.each([
    ["the same hosts and paths", { hosts: ["a.b"], paths: ["/x"] }, { hosts: ["a.b"], paths: ["/x"] }, true],
    ["paths that lie within", { paths: ["/x/*"] }, { hosts: ["a.b"], paths: ["/x/y"] }, true],
    ["one host of two", { hosts: ["a.b"] }, { hosts: ["a.b", "c.d"] }, false],
    ["no host, behind a host", { hosts: ["a.b"], paths: ["/*"] }, { paths: ["/*"] }, false],
    ["another path of the host", { hosts: ["a.b"], paths: ["/x"] }, { hosts: ["a.b"], paths: ["/y"] }, false],
    ["letters of another case in a path", { paths: ["/X"] }, { paths: ["/x"] }, false],
  ])("of %s: %j, then %j, collide: %j", (_, first, second, expected) => {
    expect(routeCollisions([route("first", 1, first), route("second", 2, second)]).length > 0).toBe(expected);
  });

  const host = fc.constantFrom("a.example.com", "b.example.com", "*.example.com", "example.com");
  const path = fc.constantFrom("/", "/a", "/a/*", "/*", "/b?");
  const anyRoute = fc.record({ priority: fc.integer({ min: 1, max: 8 }), hosts: fc.uniqueArray(host), paths: fc.uniqueArray(path) });

  it("collide alike in whatever order they are given", () => {
    const unique = fc.uniqueArray(anyRoute, { selector: ({ priority }) => priority, maxLength: 4 });
    fc.assert(
      fc.property(unique, (given) => {
        const routes = given.map((one, index) => ({ name: `r${index}`, ...one }));
        expect(routeCollisions(routes.toReversed())).toEqual(routeCollisions(routes));
      }),
    );
  });

  it("leave each route that does not collide a request that no earlier one alone takes", () => {
    const requests = ["a.example.com", "b.example.com", "example.com", "other.net"].flatMap((name) =>
      ["/", "/a", "/a/x", "/b1", "/else"].map((at) => ({ name, at })),
    );
    const matches = ({ hosts, paths }: NamedRoute, { name, at }: { readonly name: string; readonly at: string }) =>
      (hosts.length === 0 || hosts.some((one) => takes(one, name))) && (paths.length === 0 || paths.some((one) => takes(one, at)));
    fc.assert(
      fc.property(fc.array(anyRoute, { minLength: 2, maxLength: 2 }), (given) => {
        const [first, second] = given.map((one, index) => ({ ...one, name: `r${index}`, priority: index + 1 }));
        if (first === undefined || second === undefined) return true;
        const starved = requests.filter((request) => matches(second, request)).every((request) => matches(first, request));
        return routeCollisions([first, second]).length === 0 || starved;
      }),
    );
  });
});
