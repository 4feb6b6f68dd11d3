import type { Command } from "commander";
import { type RolledBack, rollback } from "../rollback.js";
import { fewOf, print } from "./print.js";
import { type RunFlags, withRunOptions } from "./run-options.js";
import { runTold } from "./run-told.js";
import { type Opened, openSite, type SiteOptions, withSiteOptions } from "./site-options.js";

/** `site-publish rollback [version]` */
export function rollbackCommand(program: Command): void {
  withRunOptions(withSiteOptions(program.command("rollback")))
    .description("bring an earlier version back, from the bucket's old versions of its objects")
    .argument("[version]", "as versions lists them (default: the one before that which is shown)")
    .action(async (to: string | undefined, flags: RunFlags & SiteOptions) => {
      await rollbackTold(flags, { to, open: () => openSite(flags) });
    });
}

interface Target {
  readonly to: string | undefined;
  readonly open: () => Promise<Opened>;
}

/** Rolls a site back as flags say, and prints what became of it. */
export async function rollbackTold(flags: RunFlags, { to, open }: Target): Promise<void> {
  const rolledBack = await runTold(flags, open, (options) => rollback({ ...options, to }));
  print(flags.json === true, { human: rolledBackText(rolledBack), json: rolledBack });
  if (rolledBack.dryRun && rolledBack.isNew) process.exitCode = 2;
}

function rolledBackText({ id, to, isNew, dryRun, restored, unchanged, deleted, invalidated, url }: RolledBack): string {
  if (!isNew) return `${url} shows version ${to} already`;
  const counts = `${restored.length} files brought back, ${unchanged} unchanged, ${deleted.length} deleted, ${invalidated.length} paths invalidated`;
  if (!dryRun) return `${url} shows version ${to} again, as version ${id}: ${counts}`;
  const lists = [...fewOf("would bring back", restored), ...fewOf("would delete", deleted), ...fewOf("would invalidate", invalidated)];
  return [...lists, `nothing was written; version ${to} would be shown again: ${counts}`].join("\n");
}
