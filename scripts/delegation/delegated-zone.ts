import type { DnsContract } from "@groundplan/core";
import type { Answer } from "./public-dns.js";

export type DelegatedZone = Pick<DnsContract, "zoneName" | "nameServers">;

/** Whether a contract is that of a stack that makes a zone. */
export function isZone(contract: unknown): contract is DelegatedZone {
  if (typeof contract !== "object" || contract === null || !("zoneName" in contract) || !("nameServers" in contract)) return false;
  return typeof contract.zoneName === "string" && Array.isArray(contract.nameServers);
}

/** What keeps the internet from asking the zone; undefined where it is delegated. */
export function missing({ zoneName, nameServers }: DelegatedZone, answer: Answer): string | undefined {
  const ours = nameServers.map(plain);
  const found = answer.nameServers.map(plain);
  if (found.length === 0)
    return `public DNS knows no name servers of ${zoneName}${answer.trouble === undefined ? "" : ` (${answer.trouble})`}`;
  // of a zone of the same name that stood before, say
  const strange = found.filter((server) => !ours.includes(server));
  return strange.length === 0 ? undefined : `public DNS has ${zoneName} answered by ${strange.join(", ")}`;
}

/** What a person does about it. */
export function delegate({ zoneName, nameServers }: DelegatedZone): string {
  const servers = nameServers.map(plain).sort().join(", ");
  return `set these as the NS record of ${zoneName} where its parent zone is kept, or with the registrar: ${servers}`;
}

function plain(server: string): string {
  return server.toLowerCase().replace(/\.$/, "");
}
