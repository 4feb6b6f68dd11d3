import type { Run } from "../run/run.js";
import { contractOf } from "../state/state-file.js";
import type { SavedStack } from "../terraform/saved-plan.js";
import { delegate, isZone } from "./delegated-zone.js";

/** What is left for a person, where a zone was made whose delegation no stack writes: the root's own, or one whose parent is elsewhere. */
export async function nameServerNotices(run: Pick<Run, "session" | "states">, { plan, stack }: SavedStack): Promise<string[]> {
  const isNew = plan.changes.some(
    ({ address, action }) => address.startsWith("aws_route53_zone.") && (action === "create" || action === "replace"),
  );
  if (!isNew) return [];
  const state = await run.states.read(stack.facts);
  const zone = state === undefined ? undefined : contractOf(state);
  if (!isZone(zone) || delegates(stack.json, zone.zoneName)) return [];
  const here = run.session.emulatorOf(stack.facts) === undefined ? "" : " (the emulator's own, which nobody asks)";
  return [`${delegate(zone)}${here}`];
}

/** Whether the stack itself writes the zone's NS record into the parent. */
function delegates(json: string, zoneName: string): boolean {
  const { resource = {} } = JSON.parse(json) as { resource?: Record<string, Record<string, { name?: unknown; type?: unknown }>> };
  return Object.values(resource["aws_route53_record"] ?? {}).some(({ name, type }) => type === "NS" && name === zoneName);
}
