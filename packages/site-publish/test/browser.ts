import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome"];
const folders = (process.env["PATH"] ?? "").split(delimiter);

/** The distribution's own browser, where there is one. */
export const executablePath = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);

/** What to say of tests that have no browser. */
export const unlessInstalled = executablePath === undefined ? " (Chromium is not installed: apt-get install chromium)" : "";

export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error("Chromium is not installed: apt-get install chromium");
  // a container's root has no sandbox to give
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

/** A page, and all that goes wrong on it. */
export interface Watched {
  readonly page: Page;
  /** Errors of its console and its scripts, in their order. */
  readonly errors: readonly string[];
}

export async function openPage(browser: Browser, baseURL: string): Promise<Watched> {
  const page = await browser.newPage({ baseURL });
  const errors: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return { page, errors };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
