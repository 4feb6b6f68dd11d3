import type { AccountBaselineConfig } from "@groundplan/account-baseline/config";
import type { AdoptClients } from "./clients.js";

/** Something that stands in the account, as the file and as Terraform name it. */
export interface Standing {
  readonly value: string | true;
  /** of `existing`'s field where that is a map by name */
  readonly name?: string;
  readonly importId: string;
}

/** What AWS says of one kind of thing. */
export interface Answer {
  readonly standing: readonly Standing[];
  /** what stands and is not adopted, and why */
  readonly notes?: readonly string[];
}

/** Where a question is asked, and for whom. */
export interface Asked {
  readonly accountId: string;
  /** the estate's name, with which AWS names begin */
  readonly project: string;
  readonly home: string;
  readonly region: string;
  readonly identity: AccountBaselineConfig["identity"];
  /** of the region */
  readonly defaults: Pick<AccountBaselineConfig["defaults"], "accessAnalyzer">;
  readonly clients: AdoptClients;
  /** whether a stack of the account has it in its state */
  readonly isOurs: (type: string, importId: string) => boolean;
}

/** Asks for one field of `existing`, or only for what is to be told. */
export interface Question {
  readonly field?: keyof AccountBaselineConfig["existing"];
  /** whose import it is */
  readonly type: string;
  /** how the thing is called: `the detector of GuardDuty` */
  readonly what: string;
  /** the permission that the question needs */
  readonly needs: string;
  /** whether `field` is a list of what stands, or a map of it by name */
  readonly shape?: "list" | "map";
  readonly ask: (asked: Asked) => Promise<Answer>;
}

/** All of a list that comes in pages. */
export async function all<Page, Item>(pages: AsyncIterable<Page>, itemsOf: (page: Page) => readonly Item[] | undefined): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}

/** What AWS answers; undefined where the service is not in use, which it says by an error. */
export async function unless<T>(asked: Promise<T>, isAbsent: (error: Error) => boolean): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && isAbsent(error)) return undefined;
    throw error;
  }
}

export const nothing: Answer = { standing: [] };
