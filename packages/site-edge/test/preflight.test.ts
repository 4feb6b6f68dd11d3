import { corsHeaders, edgeFunction, edgeRuntime, type SiteEdgeProps } from "@groundplan/site-edge";
import { describe, expect, it } from "vitest";
import { requestOf, site } from "./site.js";

async function preflight(origin: string | undefined, cors?: SiteEdgeProps["cors"]): Promise<Readonly<Record<string, string>>> {
  const headers = { host: "example.com", ...(origin === undefined ? {} : { origin }) };
  const result = await edgeRuntime(edgeFunction(site({ cors, basicAuth: true })))(requestOf({ method: "OPTIONS", headers }));
  if (result.kind !== "answer") throw new Error("OPTIONS went on to the origin");
  expect(result.status).toBe(204);
  return result.headers;
}

const cors = { origins: ["https://app.example.com", "https://*.example.org"], headers: ["x-api-key"] };

describe("a preflight", () => {
  it("says what may be asked, and asks for no password", async () => {
    expect(await preflight(undefined)).toMatchObject({ allow: "GET, HEAD, OPTIONS", "x-content-type-options": "nosniff" });
  });

  it.each(["https://app.example.com", "https://a.example.org", "https://a.b.example.org"])("lets %s", async (origin) => {
    expect(await preflight(origin, cors)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "x-api-key",
      "access-control-max-age": "600",
      vary: "Origin",
    });
  });

  it.each([
    "https://evil.com",
    "http://app.example.com",
    "https://app.example.com.evil.com",
    "https://evilexample.org",
    "https://example.org",
    "null",
  ])("lets %s not", async (origin) => {
    expect(await preflight(origin, cors)).not.toHaveProperty("access-control-allow-origin");
  });

  it("lets everybody, without credentials", async () => {
    const headers = await preflight("https://evil.com", { origins: ["*"] });
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });

  it("lets nobody where CORS is off", async () => {
    expect(await preflight("https://app.example.com")).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("an answer to another site's page", () => {
  it.each([
    [
      cors,
      "https://a.example.org",
      [
        ["access-control-allow-origin", "https://a.example.org"],
        ["vary", "Origin"],
      ],
    ],
    [{ origins: ["*"] }, "https://evil.com", [["access-control-allow-origin", "*"]]],
    [{ ...cors, credentials: true }, "https://app.example.com", expect.arrayContaining([["access-control-allow-credentials", "true"]])],
    [cors, "https://evil.com", []],
    [cors, "https://evilexample.org", []],
    [cors, undefined, []],
    [undefined, "https://evil.com", []],
  ])("says who may read it: %o, %s", (permission, origin, expected) => {
    expect(corsHeaders(site({ cors: permission }), origin)).toEqual(expected);
  });
});
