import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EdgeRequest, edgeFunction, edgeRuntime, passwordEntry, type SiteEdgeConfig } from "@groundplan/site-edge";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everything } from "./everything.js";
import { lineOf, requestOf, site } from "./site.js";

const engine = "njs";
const missing = spawnSync(engine, ["-v"]).error !== undefined;
const entry = passwordEntry({ user: "ann", password: "correct hörse", salt: "0123456789abcdefghijkl" });
const passwords = new Map([[entry.key, entry.value]]);
const authorization = `Basic ${Buffer.from("ann:correct hörse").toString("base64")}`;

const paths = [
  ...[
    "/",
    "/docs",
    "/docs/",
    "/docs?a=1&b=%20",
    "/v1.2",
    "/v1.2/",
    "/caf%C3%A9/",
    "/assets/app.4f2a.js",
    "/.well-known/x",
    "//evil",
    "/100%",
  ],
  ...["/_versions/x.json", "/%5Fversions/x", "/a/../b", "/old/page-7", "/old/page-7?x=1", "/shop/a//b?c", "/shop/$&", "/\\evil", "@evil"],
];
const requests: readonly EdgeRequest[] = [
  ...paths.map((path) => ({ ...requestOf(path), headers: { host: "www.example.com", authorization } })),
  requestOf({ uri: "/docs?x", headers: { host: "example.com", authorization } }),
  requestOf({ uri: "/docs/", headers: { host: "www.example.com" } }),
  requestOf({ uri: "/docs/", headers: { host: "www.example.com", authorization: `Basic ${Buffer.from("ann:no").toString("base64")}` } }),
  requestOf({ uri: "/docs/", headers: { host: "www.example.com", authorization: `Basic ${Buffer.from("eve:no").toString("base64")}` } }),
  requestOf({ method: "OPTIONS", headers: { host: "www.example.com", origin: "https://a.example.org" } }),
  requestOf({ method: "OPTIONS", headers: { host: "www.example.com", origin: "https://evil.com" } }),
];

// CloudFront's functions run in nginx's njs; what node takes, it may not
describe.skipIf(missing)(`in njs${missing ? " (not installed: apt-get install njs)" : ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-njs-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    const store = `{ get: async function (key) { const value = kept[key]; if (value === undefined) { throw new Error(key); } return value; } }`;
    writeFileSync(
      join(folder, "cloudfront"),
      `const kept = ${JSON.stringify(Object.fromEntries(passwords))};\nexport default { kvs: function () { return ${store}; } };\n`,
    );
  });

  function njs(data: SiteEdgeConfig): string[] {
    writeFileSync(join(folder, "main.js"), `${edgeFunction(data)}\n${driver}\nmain(${JSON.stringify(requests)});\n`);
    const { stdout, stderr } = spawnSync(engine, ["-p", folder, join(folder, "main.js")], { encoding: "utf8" });
    try {
      return JSON.parse(stdout);
    } catch {
      throw new Error(`njs: ${stdout}${stderr}`);
    }
  }

  it.each(
    (["spa", "directoryIndex", "none"] as const).flatMap((routing) => [
      [`${routing}, defaults`, site({ routing })] as const,
      [`${routing}, everything`, site({ ...everything, routing })] as const,
    ]),
  )("the function does what it does here: %s", async (_, data) => {
    const run = edgeRuntime(edgeFunction(data), passwords);
    const here = await Promise.all(requests.map(async (request) => lineOf(await run(request))));
    expect(njs(data)).toEqual(here);
  });
});

const driver = `
async function main(requests) {
  const lines = [];
  for (let at = 0; at < requests.length; at++) {
    const query = requests[at].query;
    const headers = {};
    Object.keys(requests[at].headers).forEach((name) => { headers[name] = { value: requests[at].headers[name] }; });
    const event = { request: { method: requests[at].method, uri: requests[at].uri, headers: headers, rawQueryString: () => query } };
    const result = await handler(event);
    const location = result.headers.location;
    lines.push(result.statusCode ? String(result.statusCode) + (location ? " " + location.value : "") : result.uri);
  }
  console.log(JSON.stringify(lines));
}`;
