import { Resolver } from "node:dns/promises";

/** What a resolver of the internet says of a zone. */
export interface Answer {
  readonly nameServers: readonly string[];
  /** what it said instead of an answer, in DNS's word: `ENOTFOUND` */
  readonly trouble?: string;
}

export type Ask = (zoneName: string) => Promise<Answer>;

/** Asks the machine's own resolvers, as anybody's would be asked. */
export const publicDns: Ask = async (zoneName) => {
  try {
    return { nameServers: await new Resolver({ timeout: 5000, tries: 2 }).resolveNs(zoneName) };
  } catch (error) {
    return { nameServers: [], trouble: error instanceof Error && "code" in error ? String(error.code) : String(error) };
  }
};
