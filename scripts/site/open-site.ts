import { findAccountHosts } from "@groundplan/emulator";
import { type AwsAccess, openClients, readSite } from "@groundplan/site-publish";
import type { Opened } from "@groundplan/site-publish/command-line";
import { stacksOfApp } from "../app.js";
import { clientConfig } from "../aws/access.js";
import { type ContextOptions, openContext } from "../context.js";
import { Session } from "../session.js";
import { findSite } from "./site-stack.js";

/** A site by its name, in its account or on the emulator. */
export async function openSite(environment: string, site: string, options: ContextOptions): Promise<Opened> {
  const context = openContext(options);
  const session = new Session(context);
  const { stack, parameterName } = findSite(stacksOfApp(context), environment, site);
  await session.requireAccount(stack.facts);
  // the store of passwords has the account's own host
  if (session.emulatorOf(stack.facts) !== undefined) await findAccountHosts();
  const { region, endpoint, credentials } = clientConfig(await session.access(stack.facts, stack.facts.region));
  const access: AwsAccess = { region, endpoint, credentials };
  const clients = openClients(access);
  return { site: await readSite(clients, parameterName), clients };
}
