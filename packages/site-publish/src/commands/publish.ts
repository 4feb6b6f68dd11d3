import type { Command } from "commander";
import { type Published, publish } from "../publish.js";
import { fewOf, print, sizeText } from "./print.js";
import { type RunFlags, withRunOptions } from "./run-options.js";
import { runTold } from "./run-told.js";
import { type Opened, openSite, type SiteOptions, withSiteOptions } from "./site-options.js";

/** `site-publish publish <folder>` */
export function publishCommand(program: Command): void {
  withRunOptions(withSiteOptions(program.command("publish")))
    .description("upload what changed of a built site, and have the edge forget it")
    .argument("<folder>", "what the build writes, such as dist")
    .action(async (folder: string, flags: RunFlags & SiteOptions) => {
      await publishTold(flags, { folder, open: () => openSite(flags) });
    });
}

interface Folder {
  readonly folder: string;
  readonly open: () => Promise<Opened>;
}

/** Publishes a folder as flags say, and prints what became of it. */
export async function publishTold(flags: RunFlags, { folder, open }: Folder): Promise<void> {
  const published = await runTold(flags, open, (options) => publish({ ...options, folder }));
  print(flags.json === true, { human: publishedText(published), json: published });
  if (published.dryRun && published.isNew) process.exitCode = 2;
}

function publishedText(published: Published): string {
  const { id, isNew, dryRun, uploaded, unchanged, bytes, deleted, invalidated, leftOut, url } = published;
  const hidden = leftOut.length === 0 ? [] : [`left out, being hidden: ${leftOut.join(", ")}`];
  if (!isNew && deleted.length === 0) return [...hidden, `${url} is up to date: version ${id}, ${unchanged} files`].join("\n");
  const counts = `${uploaded.length} files (${sizeText(bytes)}), ${unchanged} unchanged, ${deleted.length} deleted, ${invalidated.length} paths invalidated`;
  if (!dryRun) return [...hidden, `published ${url}: version ${id}: ${counts}`].join("\n");
  const lists = [...fewOf("would upload", uploaded), ...fewOf("would delete", deleted), ...fewOf("would invalidate", invalidated)];
  return [...hidden, ...lists, `nothing was written; ${url} would get ${counts}`].join("\n");
}
