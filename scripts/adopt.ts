import { join } from "node:path";
import type { Command } from "commander";
import { loadEstate } from "../environments/load.js";
import { baselineFacts, regionFacts } from "../stacks/estate-facts.js";
import { accountIn } from "./adopt/account.js";
import { type Adoption, adoptionText, exitCodeOf, treeOf } from "./adopt/adoption.js";
import { AdoptClients } from "./adopt/clients.js";
import { entriesOf } from "./adopt/entries.js";
import { EstateFile } from "./adopt/estate-file.js";
import { find } from "./adopt/find.js";
import { Managed } from "./adopt/managed.js";
import { regionsOn } from "./adopt/regions.js";
import { emulatorOption, jsonOption, openContext, print, say } from "./context.js";
import { Session } from "./session.js";
import { States } from "./state/states.js";

interface Options {
  readonly json?: boolean;
  readonly emulator?: boolean | string;
  readonly dryRun?: boolean;
}

/** `groundplan adopt <account>`: what stands in an account, written down for its stacks to import. */
export function adoptCommand(program: Command): void {
  program
    .command("adopt")
    .description("ask an account what its baseline would make twice, and write it into environments/estate.yaml, to be imported")
    .argument("<account>", "an account's name, also as account-<name>")
    .option("--dry-run", "print what would be written, and write nothing; exit 2 where there is something")
    .addOption(jsonOption())
    .addOption(emulatorOption())
    .action(async (name: string, options: Options) => {
      const context = openContext(options);
      const adoption = await adopt(name, options);
      print(context, { human: adoptionText(adoption), json: adoption });
      process.exitCode = exitCodeOf(adoption);
    });
}

async function adopt(name: string, options: Options): Promise<Adoption> {
  const context = openContext(options);
  const estate = loadEstate(join(context.root, "environments"));
  const { account, baseline } = accountIn(estate, name);
  const session = new Session(context);
  const home = { ...account, account: account.name, accountId: account.id, of: `account-${account.name}` };
  await session.requireAccount(home);

  const facts = [baselineFacts(estate, account), ...account.regions.map((region) => regionFacts(estate, account, region))];
  const managed = await Managed.read(new States(session), facts);
  const { on, off } = await regionsOn(session, home, account.regions);
  say(`asking ${account.id} in ${[account.region, ...on].join(", ")} ...`);
  const clients = new AdoptClients(await session.access(home, account.region));
  const isOurs = (region: string, type: string, id: string) => managed.has(region, type, id);
  const found = await find({ account, baseline, regions: on, clients, isOurs });

  const file = new EstateFile(context.root);
  const entries = entriesOf(found.answered, { home: account.region, existing: file.existing(account.name), isOurs });
  const text = file.with(account.name, entries.writings);
  const isDry = options.dryRun === true;
  if (!isDry && entries.writings.length > 0) file.save(text);
  return {
    account: home.of,
    accountId: account.id,
    regions: [account.region, ...on],
    regionsOff: off,
    file: file.name,
    status: entries.writings.length === 0 ? "nothing to write" : isDry ? "to be written" : "written",
    existing: treeOf(entries.writings),
    kept: entries.kept,
    notes: entries.notes,
    unanswered: found.unanswered,
  };
}
