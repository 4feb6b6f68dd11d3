import { type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { type SiteEdgeProps, siteEdge } from "@groundplan/site-edge";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { schemas, siteEdgeNotices } from "../src/config.js";
import { everything } from "./everything.js";
import { site } from "./site.js";

/** What the schema has against a config, a line each. */
function problems(config: object): string[] {
  const result = schemas.SiteEdge.safeParse(config, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, schemas.SiteEdge)).map(problemText);
}

const redirects = (...pairs: readonly (readonly [from: string, to: string])[]) => ({
  redirects: pairs.map(([from, to]) => ({ from, to })),
});
const headers = (some: object) => ({ headers: some });
const csp = (directives: object) => headers({ contentSecurityPolicy: directives });

describe("a site's edge as data", () => {
  it("is what the props say", () => {
    expectTypeOf<SiteEdgeProps>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.SiteEdge>>>();
  });

  it("needs nothing", () => {
    expect(problems({})).toEqual([]);
    expect(problems(everything)).toEqual([]);
  });

  it.each([
    [{ domainNames: ["Example.com"] }, '"domainNames.0" "Example.com" is no domain name; give one in lower case'],
    [{ domainNames: ["https://example.com"] }, "is no domain name"],
    [{ domainNames: ["*.example.com"] }, "is no domain name"],
    [{ domainNames: ["example"] }, "is no domain name"],
    [{ domainNames: ["a.com", "a.com"] }, '"domainNames.1" "a.com" stands there twice; take one out'],
    [
      { routing: "directoryindex" },
      '"routing" "directoryindex" is not one of "spa", "directoryIndex", "none"; did you mean "directoryIndex"?',
    ],
    [{ indexDocument: "/index.html" }, '"indexDocument" "/index.html" is no file name'],
    [{ errorDocument: "/404.html" }, '"errorDocument" "/404.html" is no file of the site; give its path without the slash in front'],
    [{ errorDocument: "../404.html" }, '"errorDocument" "../404.html" is no file of the site'],
    [{ cache: { immutable: ["assets/*"] } }, '"cache.immutable.0" "assets/*" is no pattern of paths; give one such as "/assets/*"'],
    [{ cache: { html: 0 } }, '"cache.html"'],
  ])("refuses %o", (config, message) => {
    expect(problems(config).join("\n")).toContain(message);
  });
});

describe("redirects", () => {
  it.each([
    [redirects(["old", "/new"]), '"redirects.0.from" "old" is neither a path nor all paths beneath one'],
    [redirects(["/old*", "/new"]), "is neither a path nor all paths beneath one"],
    [redirects(["/a*b/*", "/new"]), "is neither a path nor all paths beneath one"],
    [redirects(["//old", "/new"]), "is neither a path nor all paths beneath one"],
    [redirects(["/{old}", "/new"]), "is neither a path nor all paths beneath one"],
    [redirects(["/old", "new"]), '"redirects.0.to" "new" leads nowhere; give a path such as "/new/*"'],
    [redirects(["/old", "//evil.com"]), "leads nowhere"],
    [redirects(["/old", "http://example.com/"]), "leads nowhere"],
    [redirects(["/old", "https://example.com"]), "with a slash behind the host"],
    [redirects(["/old/*", "https://example.com*"]), "leads nowhere"],
    [redirects(["/old/*", "https://*/x"]), "leads nowhere"],
    [redirects(["/old/*", "/new/*/*"]), "leads nowhere"],
    [redirects(["/old", "javascript:alert(1)"]), "leads nowhere"],
    [redirects(["/old", "/new\r\nset-cookie: x"]), "leads nowhere"],
    [redirects(["/old", "/new/*"]), '"redirects.0.to" "/new/*" has a "*" for what "from" leaves open, which is nothing'],
    [redirects(["/old", "/a"], ["/old", "/b"]), '"redirects.1.from" "/old" is that of redirects.0 too; take one out'],
    [redirects(["/a", "/a"]), '"redirects.0.to" "/a" leads back to where it comes from'],
    [redirects(["/a", "/b"], ["/b", "/a"]), '"redirects.1.to" "/a" leads back to where it comes from'],
    [redirects(["/a/*", "/a/b/*"]), '"redirects.0.to" "/a/b/*" leads back to where it comes from'],
    [redirects(["/*", "/new/*"]), "leads back to where it comes from"],
    [redirects(["/a/*", "/b/c"], ["/b/*", "/a/c?x=1#y"]), '"redirects.0.to" "/b/c" leads back'],
    [{ domainNames: ["example.com"], ...redirects(["/a", "https://example.com/a"]) }, "leads back to where it comes from"],
    [{ redirects: [{ from: "/a", to: "/b", status: 303 }] }, '"redirects.0.status" 303 is not one of 301, 302, 307, 308'],
  ])("refuse %o", (config, message) => {
    expect(problems(config).join("\n")).toContain(message);
  });

  it.each([
    [redirects(["/a/*", "/a/b"], ["/a/b", "/c"])],
    [redirects(["/a", "/b"], ["/b", "/c"])],
    [redirects(["/a", "https://example.com/a"])],
    [redirects(["/caf%C3%A9", "/caf%C3%A9/?x=a/b#top"])],
    [redirects(["/a/*", "https://example.com:8443/a/*/b?c=d"])],
  ])("may be %o", (config) => {
    expect(problems(config)).toEqual([]);
  });
});

describe("too many redirects", () => {
  const many = redirects(...Array.from({ length: 200 }, (_, index) => [`/old/page-${index}`, `/new/chapter/page-${index}/`] as const));

  it("are told before anything is made", () => {
    expect(problems(many)).toEqual([expect.stringMatching(/^"redirects" make the edge's function \d+ bytes longer than the 10240/)]);
  });

  it("are no problem as one", () => {
    expect(problems(redirects(["/old/*", "/new/chapter/*/"]))).toEqual([]);
  });
});

describe("headers", () => {
  it.each([
    [csp({ "scrip-src": [] }), '"headers.contentSecurityPolicy.scrip-src" "scrip-src" is no directive; did you mean "script-src"?'],
    [csp({ "script-src": ["'self'; img-src *"] }), '"headers.contentSecurityPolicy.script-src.0"'],
    [csp({ "script-src": ["'self'\nx-evil: 1"] }), "is no source; give one without spaces, commas and semicolons"],
    [csp({ "script-src": ["self"] }), `"self" is a host of that name; did you mean "'self'", in single quotes?`],
    [csp({ "script-src": ["unsafe-inline"] }), `did you mean "'unsafe-inline'", in single quotes?`],
    [csp({ "script-src": ["'none'", "'self'"] }), "has other sources beside 'none', which browsers then ignore"],
    [headers({ hsts: { maxAgeDays: 0 } }), '"headers.hsts.maxAgeDays" 0 is too small; give at least 1'],
    [
      headers({ frameOptions: "SAMEORIGN" }),
      '"headers.frameOptions" "SAMEORIGN" is not one of "DENY", "SAMEORIGIN", "off"; did you mean "SAMEORIGIN"?',
    ],
    [headers({ permissionsPolicy: { geolocatoin: ["self"] } }), '"geolocatoin" is no feature; did you mean "geolocation"?'],
    [headers({ permissionsPolicy: { geolocation: ["maps.example.com"] } }), '"maps.example.com" is nobody who can be let'],
    [headers({ custom: { "X-Robots-Tag": "none" } }), "is no header; give its name in lower case"],
    [headers({ custom: { "content-security-policy": "x" } }), "is set by a property of its own, if at all; take it out"],
    [headers({ custom: { "access-control-allow-origin": "*" } }), "is set by a property of its own, if at all; take it out"],
    [headers({ custom: { "x-xss-protection": "1" } }), "is set by a property of its own, if at all; take it out"],
    [
      csp({ "connect-src": Array.from({ length: 80 }, (_, index) => `https://api-${index}.example.com`) }),
      /^"headers\.contentSecurityPolicy" makes a header of \d+ characters, and CloudFront takes 1783; name fewer sources, /,
    ],
    [headers({ custom: { "transfer-encoding": "x" } }), "is CloudFront's own to set; take it out"],
    [headers({ custom: { "x-a": "1\r\nx-b: 2" } }), "is no header's value"],
    [headers({ custom: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`x-${index}`, "1"])) }), '"headers.custom" {"x-0":"1"'],
  ])("are refused: %o", (config, message) => {
    expect(problems(config).join("\n")).toMatch(message);
  });

  it("may have features that nobody has heard of", () => {
    expect(problems(headers({ permissionsPolicy: { "smell-o-vision": ["self"] } }))).toEqual([]);
  });
});

describe("cors", () => {
  it.each([
    [{ origins: ["*"], credentials: true }, '"cors.credentials" true goes with no "*" among "origins"'],
    [{ origins: ["https://a.com"], headers: ["*"], credentials: true }, '"cors.headers" ["*"] goes with no "credentials"'],
    [{ origins: ["*", "https://example.com"] }, '"cors.origins" ["*","https://example.com"] has others beside "*"'],
    [{ origins: [] }, '"cors.origins" [] is too short'],
    [{ origins: ["https://example.com/"] }, '"cors.origins.0" "https://example.com/" is no origin'],
    [{ origins: ["example.com"] }, '"cors.origins.0" "example.com" is no origin'],
    [{ origins: ["https://a.com"], methods: ["POST"] }, '"cors.methods.0" "POST" is not one of'],
    [{ origins: ["https://a.com"], headers: ["X-Api-Key"] }, '"cors.headers.0" "X-Api-Key" is no header'],
  ])("is refused: %o", (cors, message) => {
    expect(problems({ cors }).join("\n")).toContain(message);
  });
});

describe("notices", () => {
  it("are none for the defaults", () => {
    expect(siteEdgeNotices(site({}))).toEqual([]);
  });

  it.each([
    [csp({ "script-src": ["'self'", "'unsafe-inline'"] }), "\"headers.contentSecurityPolicy.script-src\" has 'unsafe-inline'"],
    [csp({ "style-src": ["'unsafe-inline'"] }), "\"headers.contentSecurityPolicy.style-src\" has 'unsafe-inline': styles that"],
    [csp({ "default-src": ["*"] }), '"headers.contentSecurityPolicy.default-src" has *'],
    [csp({ "frame-ancestors": ["https://a.com"] }), '"headers.frameOptions" DENY says something else than "frame-ancestors"'],
    [headers({ hsts: { preload: true } }), "to leave them takes months"],
    [headers({ hsts: { preload: true, includeSubdomains: false } }), "no browser's list takes the site"],
    [
      { domainNames: ["a.com", "www.a.com"], redirects: [{ from: "/x", to: "https://www.a.com/y" }] },
      "the redirect from /x leads to https://www.a.com/y, which leads on to a.com",
    ],
  ])("are told of %o", (config, notice) => {
    expect(siteEdgeNotices(site(config)).join("\n")).toContain(notice);
  });

  it("are none for what says the same, or lets in no more than images", () => {
    expect(siteEdgeNotices(site(csp({ "frame-ancestors": ["'none'"], "img-src": ["*"] })))).toEqual([]);
  });
});

describe("data that nobody has looked at", () => {
  it("gets its defaults", () => {
    expect(siteEdge({ routing: "spa" })).toEqual(site({ routing: "spa" }));
  });

  it("is refused with all that is wrong", () => {
    expect(() => siteEdge({ routing: "app", basicAuth: "yes" })).toThrow(/^"routing" "app" .*\n"basicAuth" "yes" is not true or false/);
  });

  it.each([[undefined], ["spa"], [[]]])("is refused for being no map: %o", (data) => {
    expect(() => siteEdge(data)).toThrow("a map of properties");
  });
});
