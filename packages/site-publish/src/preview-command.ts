import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type SiteEdgeConfig, siteEdge } from "@groundplan/site-edge";
import { type Command, InvalidArgumentError } from "commander";
import { stoppable } from "./commands/interrupts.js";
import { InputError } from "./failure.js";
import { type Preview, type PreviewOptions, preview } from "./preview.js";

/** Where a preview is asked to listen. */
export interface PreviewFlags {
  readonly port?: number;
  readonly host?: string;
}

/** `site-publish preview <folder>` */
export function previewCommand(program: Command): void {
  withPreviewOptions(program.command("preview"))
    .description("show a built site on localhost as the edge would; nothing of AWS is needed")
    .argument("<folder>", "what the build writes, such as dist")
    .option("--site <file>", 'what the site does at the edge, as JSON: {"routing": "spa"} (default: the edge\'s own defaults)')
    .action((folder: string, { site, ...flags }: PreviewFlags & { readonly site?: string }) =>
      previewTold(flags, { folder, data: site === undefined ? siteEdge({}) : readSiteFile(site) }),
    );
}

export function withPreviewOptions(command: Command): Command {
  return command
    .option("--port <number>", "where to listen; 0 for any port that is free (default: 4173)", portFrom)
    .option("--host <address>", "on which address (default: 127.0.0.1)");
}

/** Shows a site until somebody stops it, with a line for each request. */
export async function previewTold({ port, host }: PreviewFlags, what: Pick<PreviewOptions, "folder" | "data">): Promise<void> {
  const shown = await preview({ ...what, port, host, onAnswer: ({ method, url, status }) => log(`${status} ${method} ${url}`) });
  await untilStopped(shown, what.folder);
}

/** Says where a preview is, and ends it when somebody asks for that. */
async function untilStopped(shown: Preview, folder: string): Promise<void> {
  const logins = Object.entries(shown.users).map(([user, password]) => `user ${user}, password ${password}`);
  process.stdout.write(`${[`${shown.url} shows ${folder} as the edge would; Ctrl-C ends it`, ...logins].join("\n")}\n`);
  await stoppable((signal) => once(signal, "abort"));
  await shown.close();
}

function readSiteFile(file: string): SiteEdgeConfig {
  try {
    return siteEdge(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("give a whole number from 0 to 65535.");
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
