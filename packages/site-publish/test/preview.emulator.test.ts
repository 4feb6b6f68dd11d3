import { readdirSync } from "node:fs";
import { join } from "node:path";
import { headerList, type SiteEdgeProps, siteEdge } from "@groundplan/site-edge";
import { preview } from "@groundplan/site-publish";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { executablePath, openBrowser, openPage, unlessInstalled, type Watched } from "./browser.js";
import { buildApp } from "./built-app.js";
import { WrittenSite } from "./written-site.js";

describe.skipIf(executablePath === undefined)(`a preview in a browser${unlessInstalled}`, () => {
  let browser: Browser;
  let app: WrittenSite;
  beforeAll(async () => {
    [browser, app] = await Promise.all([openBrowser(), buildApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    app?.remove();
  });

  async function open(folder: string, props: SiteEdgeProps): Promise<Watched> {
    const shown = await preview({ folder, data: siteEdge(props), port: 0 });
    const watched = await openPage(browser, shown.url);
    onTestFinished(async () => {
      await watched.page.close();
      await shown.close();
    });
    return watched;
  }

  /** The app that Vite built. */
  const openApp = () => open(join(app.folder, "dist"), { routing: "spa" });

  function written(files: Readonly<Record<string, string>>): string {
    const site = new WrittenSite(files);
    onTestFinished(() => site.remove());
    return site.folder;
  }

  it("shows an app’s page by its deep link, again after a reload, and the next one by a click, without an error", async () => {
    const { page, errors } = await openApp();
    await page.goto("/users/7");
    await expect.poll(() => page.textContent("h1")).toBe("user 7");
    await page.reload();
    await expect.poll(() => page.textContent("h1")).toBe("user 7");
    await page.click("text=home");
    await expect.poll(() => page.textContent("h1")).toBe("home");
    expect(new URL(page.url()).pathname).toBe("/");
    await page.goBack();
    await expect.poll(() => page.textContent("h1")).toBe("user 7");
    expect(errors).toEqual([]);
  });

  it("loads the app’s styles and images under the strict policy", async () => {
    const { page, errors } = await openApp();
    await page.goto("/");
    await expect.poll(() => page.evaluate("getComputedStyle(document.querySelector('h1')).color")).toBe("rgb(0, 128, 128)");
    await expect.poll(() => page.evaluate("document.querySelector('img').naturalWidth")).toBe(8);
    expect(errors).toEqual([]);
  });

  it("sends the browser the very headers, and keeps hashed files for ever", async () => {
    const { page } = await openApp();
    const answer = await page.goto("/users/7");
    expect(answer?.headers()).toMatchObject({
      ...Object.fromEntries(headerList(siteEdge({ routing: "spa" }))),
      "cache-control": "no-cache",
    });
    const [script] = readdirSync(join(app.folder, "dist", "assets")).filter((name) => name.endsWith(".js"));
    const file = await page.request.get(`/assets/${script}`);
    expect(file.headers()).toMatchObject({ "cache-control": "public, max-age=31536000, immutable" });
  });

  it("has a 404 for a missing script, and not the app’s page", async () => {
    const { page } = await openApp();
    const answer = await page.goto("/assets/gone.4f2a91.js");
    expect(answer?.status()).toBe(404);
    expect(await answer?.text()).not.toContain("<html");
  });

  it("refuses a script that stands in the page, and runs it where the policy is opened", async () => {
    const folder = written({ "index.html": '<!doctype html><link rel="icon" href="data:,"><script>document.title = "ran"</script>' });
    const strict = await open(folder, {});
    await strict.page.goto("/");
    expect(await strict.page.title()).toBe("");
    expect(strict.errors).toEqual([expect.stringMatching(/inline script.*Content Security Policy/)]);

    const opened = await open(folder, { headers: { contentSecurityPolicy: { "script-src": ["'self'", "'unsafe-inline'"] } } });
    await opened.page.goto("/");
    expect(await opened.page.title()).toBe("ran");
    expect(opened.errors).toEqual([]);
  });

  it("leads a folder to its slash, so that what its page names is found, and shows the site’s own page for what is missing", async () => {
    const folder = written({
      "index.html": "<h1>home</h1>",
      "404.html": "<!doctype html><h1>nothing here</h1>",
      "docs/index.html": '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="docs.css"><h1>docs</h1>',
      "docs/docs.css": "h1 { color: rgb(0, 128, 128); }",
    });
    const { page, errors } = await open(folder, {});
    await page.goto("/docs?x=1");
    expect(new URL(page.url())).toMatchObject({ pathname: "/docs/", search: "?x=1" });
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).color")).toBe("rgb(0, 128, 128)");
    expect(errors).toEqual([]);
    const missing = await page.goto("/docs/gone/");
    expect(missing?.status()).toBe(404);
    expect(await page.textContent("h1")).toBe("nothing here");
  });

  it("asks for the password of a site that has one", async () => {
    const folder = written({ "index.html": '<!doctype html><link rel="icon" href="data:,"><h1>home</h1>' });
    const shown = await preview({ folder, data: siteEdge({ basicAuth: true }), port: 0, users: { ann: "correct hörse" } });
    onTestFinished(() => shown.close());
    for (const [password, status] of [
      ["wrong", 401],
      ["correct hörse", 200],
    ] as const) {
      const context = await browser.newContext({ baseURL: shown.url, httpCredentials: { username: "ann", password } });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      expect((await page.goto("/"))?.status()).toBe(status);
    }
  });
});
