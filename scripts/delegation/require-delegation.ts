import { say } from "../context.js";
import { until } from "../deploy/until.js";
import { InterruptedError, ToolError } from "../failure.js";
import type { Progress } from "../progress.js";
import { milliseconds } from "../run/options.js";
import type { Run } from "../run/run.js";
import { contractOf } from "../state/state-file.js";
import type { SavedPlan } from "../terraform/saved-plan.js";
import { type DelegatedZone, delegate, isZone, missing } from "./delegated-zone.js";
import { type Ask, publicDns } from "./public-dns.js";

/** How public DNS is asked, and waited for. */
export interface Asking {
  readonly ask: Ask;
  readonly wait: typeof until;
}

/**
 * Before a certificate is asked for, its zone has to be found by Amazon: else the stack would be half made, and then stand still until
 * the certificate's own time is over. The zones are those whose stacks it reads.
 *
 * @throws {ToolError} before anything is made, where a zone is not delegated in time
 */
export async function requireDelegation(
  run: Pick<Run, "session" | "states" | "options">,
  { facts, changes }: Pick<SavedPlan, "facts" | "changes">,
  progress: Pick<Progress, "step">,
  asking: Asking = { ask: publicDns, wait: until },
): Promise<void> {
  const proves = changes.some(
    ({ address, action }) => address.startsWith("aws_acm_certificate_validation.") && (action === "create" || action === "replace"),
  );
  const limit = milliseconds(run.options.dnsTimeout);
  if (!proves || limit === 0) return;
  if (run.session.emulatorOf(facts) !== undefined) return sayOnce(run.session);
  for (const zone of await zonesRead(run, facts)) await waitFor(zone, { limit, stack: facts.stack, progress, ...asking });
}

interface Waiting extends Asking {
  readonly stack: string;
  readonly limit: number;
  readonly progress: Pick<Progress, "step">;
}

async function waitFor(zone: DelegatedZone, { ask, wait, stack, limit, progress }: Waiting): Promise<void> {
  let why = "";
  const look = async (): Promise<true | undefined> => {
    const lack = missing(zone, await ask(zone.zoneName));
    if (lack === undefined) return true;
    why = lack;
    progress.step(stack, `waits for its certificates' zone: ${lack}; ${delegate(zone)}`);
    return undefined;
  };
  const waited = await wait(look, limit);
  if (waited === "interrupted") throw new InterruptedError();
  if (waited !== "timeout") return;
  throw new ToolError(`${stack}: no certificate can be issued, and nothing was made: ${why}`, [
    delegate(zone),
    "resolvers remember a name that was missing for a quarter of an hour; then apply again, or give a longer --dns-timeout",
    "where public DNS cannot be asked from here: --dns-timeout 0s",
  ]);
}

async function zonesRead({ states }: Pick<Run, "states">, facts: SavedPlan["facts"]): Promise<DelegatedZone[]> {
  const upstream = await Promise.all(facts.upstream.map((stack) => states.read(facts, facts.upstreamKeys[stack])));
  return upstream.map((state) => (state === undefined ? undefined : contractOf(state))).filter(isZone);
}

const told = new WeakSet<object>();

function sayOnce(session: object): void {
  if (told.has(session)) return;
  told.add(session);
  say("on the emulator certificates are issued without public DNS: whether their zones are delegated is not asked");
}
