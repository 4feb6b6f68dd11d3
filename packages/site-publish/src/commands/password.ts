import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { InputError } from "../failure.js";
import { removePassword, setPassword } from "../password.js";
import { print } from "./print.js";
import { type Opened, openSite, type SiteOptions, withSiteOptions } from "./site-options.js";

/** What a password is asked with. */
export interface PasswordFlags {
  readonly remove?: true;
  readonly passwordStdin?: true;
  readonly json?: true;
}

/** `site-publish password <user>` */
export function passwordCommand(program: Command): void {
  withPasswordOptions(withSiteOptions(program.command("password")))
    .description("let a user in, where the site asks for a password; a new one is made, and printed once")
    .argument("<user>", "who is let in")
    .action(async (user: string, flags: PasswordFlags & SiteOptions) => {
      await passwordTold(flags, { user, open: () => openSite(flags) });
    });
}

export function withPasswordOptions(command: Command): Command {
  return command.option("--password-stdin", "take the password from the standard input").option("--remove", "let the user in no longer");
}

interface Guest {
  readonly user: string;
  readonly open: () => Promise<Opened>;
}

/** Lets a user in, or no longer, as flags say, and prints a password that was made. */
export async function passwordTold(flags: PasswordFlags, { user, open }: Guest): Promise<void> {
  const isJson = flags.json === true;
  const opened = await open();
  if (flags.remove) {
    if (flags.passwordStdin) throw new InputError('"--remove" needs no password; take "--password-stdin" out');
    await removePassword({ ...opened, user });
    return print(isJson, { human: `${user} is let in no longer, within seconds`, json: { user, removed: true } });
  }
  const given = flags.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
  const set = await setPassword({ ...opened, user, password: given });
  const human = given === undefined ? `user ${user}, password ${set.password} (shown this once)` : `${user} is let in by that password`;
  print(isJson, { human, json: given === undefined ? set : { user } });
}
