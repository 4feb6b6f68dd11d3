import { preview } from "@groundplan/site-publish";
import {
  type PasswordFlags,
  passwordTold,
  publishTold,
  type RunFlags,
  rollbackTold,
  untilStopped,
  versionsTold,
  withPasswordOptions,
  withRunOptions,
} from "@groundplan/site-publish/command-line";
import { type Command, InvalidArgumentError, Option } from "commander";
import { emulatorOption, jsonOption, openContext, outdirOption, say } from "./context.js";
import { openSite } from "./site/open-site.js";
import { ownSite } from "./site/own-site.js";

/** Where a site's account is reached. */
interface Place {
  readonly emulator?: boolean | string;
  readonly outdir?: string;
}

interface Folder {
  readonly folder?: string;
}

/** `groundplan site`: what a site shows, and to whom. Its stack is applied like any other. */
export function siteCommand(program: Command): void {
  const site = program.command("site").description("a site's content: publish, rollback, versions, preview, password");
  publish(ofSite(site.command("publish")));
  rollback(ofSite(site.command("rollback")));
  versions(ofSite(site.command("versions")));
  show(ofSite(site.command("preview")));
  password(ofSite(site.command("password")));
}

const ofSite = (command: Command): Command => command.argument("<environment>").argument("<site>", "its name in the environment's file");

const inAccount = (command: Command): Command => command.addOption(jsonOption()).addOption(emulatorOption()).addOption(outdirOption());

const folderOption = () => new Option("--folder <folder>", 'the built site (default: the "folder" that the environment\'s file names)');

function publish(command: Command): void {
  withRunOptions(inAccount(command))
    .description("upload what changed of the built site, and have the edge forget it")
    .addOption(folderOption())
    .action((environment: string, name: string, flags: Place & RunFlags & Folder) => {
      const folder = flags.folder ?? ownSite(openContext().root, environment, name).folder;
      return publishTold(flags, { folder, open: () => openSite(environment, name, flags) });
    });
}

function rollback(command: Command): void {
  withRunOptions(inAccount(command))
    .description("bring an earlier version back")
    .argument("[version]", "as versions lists them (default: the one before that which is shown)")
    .action((environment: string, name: string, to: string | undefined, flags: Place & RunFlags) =>
      rollbackTold(flags, { to, open: () => openSite(environment, name, flags) }),
    );
}

function versions(command: Command): void {
  inAccount(command)
    .description("list the versions that can be gone back to")
    .action((environment: string, name: string, flags: Place & { readonly json?: true }) =>
      versionsTold(flags, () => openSite(environment, name, flags)),
    );
}

function show(command: Command): void {
  command
    .description("show the built site on localhost as the edge would; nothing of AWS is needed")
    .addOption(folderOption())
    .option("--port <number>", "where to listen; 0 for any port that is free (default: 4173)", portFrom)
    .option("--host <address>", "on which address (default: 127.0.0.1)")
    .action(
      async (environment: string, name: string, { port, host, ...flags }: Folder & { readonly port?: number; readonly host?: string }) => {
        const own = ownSite(openContext().root, environment, name);
        const folder = flags.folder ?? own.folder;
        const onAnswer = ({ method, url, status }: { method: string; url: string; status: number }) => say(`${status} ${method} ${url}`);
        await untilStopped(await preview({ folder, data: own.data, port, host, onAnswer }), folder);
      },
    );
}

function password(command: Command): void {
  withPasswordOptions(inAccount(command))
    .description("let a user in, where the site asks for a password; a new one is made, and printed once")
    .argument("<user>", "who is let in")
    .action((environment: string, name: string, user: string, flags: Place & PasswordFlags) =>
      passwordTold(flags, { user, open: () => openSite(environment, name, flags) }),
    );
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("give a whole number from 0 to 65535.");
}
