import type { Command } from "commander";
import { type Version, versions } from "../versions.js";
import { print, sizeText } from "./print.js";
import { type Opened, openSite, type SiteOptions, withSiteOptions } from "./site-options.js";

/** `site-publish versions` */
export function versionsCommand(program: Command): void {
  withSiteOptions(program.command("versions"))
    .description("list the versions that can be gone back to")
    .action(async (options: SiteOptions & { readonly json?: true }) => {
      await versionsTold(options, () => openSite(options));
    });
}

/** Prints a site's versions. */
export async function versionsTold({ json = false }: { readonly json?: boolean | undefined }, open: () => Promise<Opened>): Promise<void> {
  const found = await versions(await open());
  print(json, { human: versionsText(found), json: found });
}

function versionsText(found: readonly Version[]): string {
  if (found.length === 0) return "the site has no version yet";
  return found
    .map(({ id, publishedAt, files, bytes, rolledBackTo, isNewest }) => {
      const back = rolledBackTo === null ? "" : `, brought back ${rolledBackTo}`;
      return `${isNewest ? "*" : " "} ${id}  ${publishedAt.toISOString()}  ${files} files, ${sizeText(bytes)}${back}`;
    })
    .join("\n");
}
