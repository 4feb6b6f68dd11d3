import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { headerList, type SiteEdgeProps, siteEdge } from "@groundplan/site-edge";
import { preview } from "@groundplan/site-publish";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { WrittenSite } from "./written-site.js";

const site = new WrittenSite({
  "index.html": "<h1>home</h1>",
  "404.html": "<h1>nothing here</h1>",
  "docs/index.html": "<h1>docs</h1>",
  "v1.2/index.html": "<h1>1.2</h1>",
  "assets/app.4f2a91.js": "console.log(1)",
  "a b+ü.txt": "text",
  ".env": "SECRET=1",
  ".well-known/security.txt": "Contact: mailto:ops@example.com",
});
const { folder } = site;
afterAll(() => site.remove());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks a preview as fetch would not: by the very path. */
async function ask(
  props: SiteEdgeProps,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const shown = await preview({ folder, data: siteEdge(props), port: 0, users: { ann: "correct horse" } });
  onTestFinished(() => shown.close());
  return new Promise((resolve, reject) => {
    const url = new URL(shown.url);
    const sent = request({ host: url.hostname, port: url.port, path, ...options }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (piece) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on("error", reject).end();
  });
}

describe("a preview", () => {
  it.each([
    ["/", 200, "<h1>home</h1>"],
    ["/docs/", 200, "<h1>docs</h1>"],
    ["/docs/?x=1", 200, "<h1>docs</h1>"],
    ["/v1.2/", 200, "<h1>1.2</h1>"],
    ["/a%20b+%C3%BC.txt", 200, "text"],
    ["/.well-known/security.txt", 200, "Contact: mailto:ops@example.com"],
    ["/missing.js", 404, "<h1>nothing here</h1>"],
    ["/missing/", 404, "<h1>nothing here</h1>"],
    ["/.env", 404, "<h1>nothing here</h1>"],
    ["/docs/../.env", 404, "404 Not Found\n"],
    ["/%2e%2e/%2e%2e/etc/passwd", 404, "404 Not Found\n"],
    ["/docs%2F..%2F.env", 404, "404 Not Found\n"],
    ["/%00.txt", 404, "<h1>nothing here</h1>"],
    ["/_versions/x.json", 404, "404 Not Found\n"],
    ["/100%", 400, "400 Bad Request\n"],
  ])("shows %s as the edge would: %i", async (path, status, body) => {
    expect(await ask({}, path)).toMatchObject({ status, body });
  });

  it("leads a folder to its slash, and another name to the first", async () => {
    expect(await ask({}, "/docs?x=1")).toMatchObject({ status: 301, headers: { location: "/docs/?x=1" } });
    const props = { domainNames: ["example.com", "www.example.com"] };
    expect(await ask(props, "/docs/")).toMatchObject({ status: 200 });
    expect(await ask(props, "/docs/", { headers: { host: "www.example.com" } })).toMatchObject({
      status: 301,
      headers: { location: "https://example.com/docs/" },
    });
  });

  it("shows an app on its own paths, and has no page for what is missing", async () => {
    expect(await ask({ routing: "spa" }, "/users/7")).toMatchObject({ status: 200, body: "<h1>home</h1>" });
    expect(await ask({ routing: "spa" }, "/assets/missing.js")).toMatchObject({ status: 404, body: "404 Not Found\n" });
  });

  it.each(["/", "/assets/app.4f2a91.js", "/missing.js"])("sends the very headers with %s", async (path) => {
    const props: SiteEdgeProps = { headers: { custom: { "x-robots-tag": "noindex" } } };
    expect((await ask(props, path)).headers).toMatchObject(Object.fromEntries(headerList(siteEdge(props))));
  });

  it.each([
    ["/", "text/html; charset=utf-8", "no-cache"],
    ["/assets/app.4f2a91.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/.well-known/security.txt", "text/plain; charset=utf-8", "public, max-age=3600"],
    ["/missing.js", "text/html; charset=utf-8", "no-cache"],
  ])("sends %s as %s, to be kept: %s", async (path, type, cache) => {
    expect((await ask({}, path)).headers).toMatchObject({ "content-type": type, "cache-control": cache });
  });

  it("answers HEAD without a body, and parts of files", async () => {
    expect(await ask({}, "/", { method: "HEAD" })).toMatchObject({ status: 200, body: "", headers: { "content-length": "13" } });
    expect(await ask({}, "/", { headers: { range: "bytes=0-3" } })).toMatchObject({ status: 206, body: "<h1>" });
  });

  it("answers OPTIONS as the edge, and nothing else", async () => {
    expect(await ask({}, "/", { method: "OPTIONS" })).toMatchObject({ status: 204, headers: { allow: "GET, HEAD, OPTIONS" } });
    for (const method of ["POST", "PUT", "DELETE"]) expect(await ask({}, "/", { method })).toMatchObject({ status: 403 });
  });

  it("lets another site's page read what it may", async () => {
    const cors = { origins: ["https://app.example.com"] };
    const from = (origin: string) => ask({ cors }, "/", { headers: { origin } });
    expect((await from("https://app.example.com")).headers).toMatchObject({ "access-control-allow-origin": "https://app.example.com" });
    expect((await from("https://evil.com")).headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("asks for the password, where the site does", async () => {
    const enter = (text: string) =>
      ask({ basicAuth: true }, "/", { headers: { authorization: `Basic ${Buffer.from(text).toString("base64")}` } });
    expect(await ask({ basicAuth: true }, "/")).toMatchObject({ status: 401 });
    expect(await enter("ann:wrong")).toMatchObject({ status: 401 });
    expect(await enter("ann:correct horse")).toMatchObject({ status: 200 });
  });

  it("makes a password where none is given, and none where nobody asks", async () => {
    for (const [basicAuth, users] of [
      [true, ["preview"]],
      [false, []],
    ] as const) {
      const shown = await preview({ folder, data: siteEdge({ basicAuth }), port: 0 });
      onTestFinished(() => shown.close());
      expect(Object.keys(shown.users)).toEqual(users);
    }
  });

  it("shows no file to which a link leads out of the folder", async () => {
    const outside = mkdtempSync(join(tmpdir(), "groundplan-outside-"));
    writeFileSync(join(outside, "secret.txt"), "secret");
    const shown = await preview({ folder, data: siteEdge({}), port: 0 });
    // made after the start, which refuses such a folder
    symlinkSync(join(outside, "secret.txt"), join(folder, "secret.txt"));
    onTestFinished(async () => {
      await shown.close();
      rmSync(join(folder, "secret.txt"));
      rmSync(outside, { recursive: true });
    });
    expect((await fetch(new URL("secret.txt", shown.url))).status).toBe(404);
  });

  it("says what was asked and answered", async () => {
    const answers: string[] = [];
    const onAnswer = ({ method, url, status }: { method: string; url: string; status: number }) =>
      answers.push(`${status} ${method} ${url}`);
    const shown = await preview({ folder, data: siteEdge({}), port: 0, onAnswer });
    onTestFinished(() => shown.close());
    await (await fetch(new URL("docs/?x=1", shown.url))).text();
    await expect.poll(() => answers).toEqual(["200 GET /docs/?x=1"]);
  });
});

describe("a preview that cannot be", () => {
  it.each([
    [{ folder: "/nowhere" }, 'there is no folder "/nowhere"; build the site first'],
    [{ data: siteEdge({ indexDocument: "default.htm" }) }, "has no default.htm, which visitors of / get"],
    [{ host: "203.0.113.7" }, "203.0.113.7:0 is no address of this machine; give 127.0.0.1"],
  ])("says so in one line: %o", async (options, message) => {
    await expect(preview({ folder, data: siteEdge({}), port: 0, ...options })).rejects.toThrow(message);
  });

  it("names the port that is taken", async () => {
    const shown = await preview({ folder, data: siteEdge({}), port: 0 });
    onTestFinished(() => shown.close());
    const port = Number(new URL(shown.url).port);
    await expect(preview({ folder, data: siteEdge({}), port })).rejects.toThrow(
      `127.0.0.1:${port} is taken; give another port, or 0 for any that is free`,
    );
  });
});
