import { createHash } from "node:crypto";
import { edgeFunction, edgeRuntime, passwordEntry } from "@groundplan/site-edge";
import { describe, expect, it } from "vitest";
import { lineOf, requestOf, site } from "./site.js";

const salt = "0123456789abcdefghijkl";
const entry = (user: string, password: string) => passwordEntry({ user, password, salt });
const kept = new Map([entry("ann", "correct horse"), entry("bob", "pä:ß wörd")].map(({ key, value }) => [key, value]));
const basic = (text: string, scheme = "Basic") => `${scheme} ${Buffer.from(text).toString("base64")}`;

async function enter(authorization: string | undefined, passwords: ReadonlyMap<string, string> = kept, uri = "/docs/"): Promise<string> {
  const headers = { host: "example.com", ...(authorization === undefined ? {} : { authorization }) };
  const source = edgeFunction(site({ basicAuth: true, domainNames: ["example.com"], redirects: [{ from: "/old", to: "/new/" }] }));
  return lineOf(await edgeRuntime(source, passwords)({ ...requestOf({ uri }), headers }));
}

describe("basic auth", () => {
  it.each([
    ["the right password", basic("ann:correct horse")],
    ["a password with colons and letters beyond ASCII", basic("bob:pä:ß wörd")],
    ["the scheme in other letters", basic("ann:correct horse", "bAsIc")],
  ])("lets %s in", async (_, authorization) => {
    expect(await enter(authorization)).toBe("/docs/index.html");
  });

  it.each([
    ["nothing", undefined],
    ["an empty header", ""],
    ["a wrong password", basic("ann:wrong")],
    ["an empty password", basic("ann:")],
    ["another's password", basic("bob:correct horse")],
    ["an unknown user", basic("eve:correct horse")],
    ["no user", basic(":correct horse")],
    ["no colon", basic("ann")],
    ["no base64", "Basic ann:correct horse"],
    ["another scheme", basic("ann:correct horse", "Bearer")],
    ["a user that is no key", basic("../ann:correct horse")],
    ["the hash itself", basic(`ann:${createHash("sha256").update(`${salt}:correct horse`).digest("hex")}`)],
  ])("refuses %s", async (_, authorization) => {
    expect(await enter(authorization)).toBe("401");
  });

  it.each([
    ["nobody is kept", new Map<string, string>()],
    ["an entry is empty", new Map([["basic-auth/ann", ""]])],
    ["an entry has no hash", new Map([["basic-auth/ann", `${salt}:`]])],
    ["an entry has half a hash", new Map([["basic-auth/ann", entry("ann", "correct horse").value.slice(0, -1)]])],
    ["an entry has more than a hash", new Map([["basic-auth/ann", `${entry("ann", "correct horse").value}0`]])],
    ["an entry is the password itself", new Map([["basic-auth/ann", "correct horse"]])],
  ])("lets nobody in where %s", async (_, passwords) => {
    expect(await enter(basic("ann:correct horse"), passwords)).toBe("401");
  });

  it("asks before it leads on, and not before it hides", async () => {
    expect(await enter(undefined, kept, "/old")).toBe("401");
    expect(await enter(basic("ann:correct horse"), kept, "/old")).toBe("301 /new/");
    expect(await enter(basic("ann:correct horse"), kept, "/_versions/x.json")).toBe("404");
  });

  it("says how to ask, and that nothing of it is kept", async () => {
    const result = await edgeRuntime(edgeFunction(site({ basicAuth: true })))(requestOf("/"));
    expect(result).toMatchObject({
      body: "401 Unauthorized\n",
      headers: { "www-authenticate": 'Basic realm="preview", charset="UTF-8"', "cache-control": "no-store" },
    });
  });

  it("sends nobody's password to another name", async () => {
    const source = edgeFunction(site({ basicAuth: true, domainNames: ["example.com", "www.example.com"] }));
    expect(lineOf(await edgeRuntime(source)({ ...requestOf("/docs"), headers: { host: "www.example.com" } }))).toBe(
      "301 https://example.com/docs",
    );
  });
});

describe("a password's entry", () => {
  it("is a salt and a hash", () => {
    const hash = createHash("sha256").update(`${salt}:correct horse`).digest("hex");
    expect(entry("ann", "correct horse")).toEqual({ key: "basic-auth/ann", value: `${salt}:${hash}` });
  });

  it.each([
    [{ user: "ann:x" }, '"user" "ann:x" is no user\'s name'],
    [{ user: "" }, '"user" "" is no user\'s name'],
    [{ password: "" }, '"password" is empty'],
    [{ salt: "short" }, '"salt" is too short'],
    [{ salt: "0123456789abcdefghijkl:" }, '"salt" is too short'],
  ])("is refused for %o", (other, message) => {
    expect(() => passwordEntry({ user: "ann", password: "correct horse", salt, ...other })).toThrow(message);
  });
});
