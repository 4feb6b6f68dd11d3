import {
  type PasswordFlags,
  type PreviewFlags,
  passwordTold,
  previewTold,
  publishTold,
  type RunFlags,
  rollbackTold,
  versionsTold,
  withPasswordOptions,
  withPreviewOptions,
  withRunOptions,
} from "@groundplan/site-publish/command-line";
import { type Command, Option } from "commander";
import { emulatorOption, jsonOption, openContext, outdirOption } from "./context.js";
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
  withPreviewOptions(command)
    .description("show the built site on localhost as the edge would; nothing of AWS is needed")
    .addOption(folderOption())
    .action((environment: string, name: string, flags: Folder & PreviewFlags) => {
      const { data, folder } = ownSite(openContext().root, environment, name);
      return previewTold(flags, { folder: flags.folder ?? folder, data });
    });
}

function password(command: Command): void {
  withPasswordOptions(inAccount(command))
    .description("let a user in, where the site asks for a password; a new one is made, and printed once")
    .argument("<user>", "who is let in")
    .action((environment: string, name: string, user: string, flags: Place & PasswordFlags) =>
      passwordTold(flags, { user, open: () => openSite(environment, name, flags) }),
    );
}
