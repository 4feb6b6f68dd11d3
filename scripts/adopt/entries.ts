import type { Answered } from "./find.js";
import type { Standing } from "./question.js";
import type { Writing } from "./yaml-text.js";

/** What of an account is to be written under `existing`, and what is told besides. */
export interface Entries {
  /** paths beneath `existing` */
  readonly writings: readonly Writing[];
  /** what stands and is in the file */
  readonly kept: readonly string[];
  readonly notes: readonly string[];
}

/** What the file says of an account, and what its states hold. */
export interface Known {
  readonly home: string;
  /** `existing`, as it is in the file */
  readonly existing: Readonly<Record<string, unknown>>;
  /** whether a stack of the account has it in its state: then it is no more to be adopted */
  readonly isOurs: (region: string, type: string, importId: string) => boolean;
}

/** Holds what stands against the file. An entry that is there is never changed. */
export function entriesOf(answers: readonly Answered[], known: Known): Entries {
  const entries = answers.map((answered) => join(slotsOf(answered, known).map((slot) => entryOf(slot, answered, known))));
  return join([{ writings: widenings(entries, known), kept: [], notes: answers.flatMap(({ notes = [] }) => notes) }, ...entries]);
}

/** One place under `existing`, what the file has there, and what stands. */
interface Slot {
  readonly path: readonly string[];
  readonly inFile: unknown;
  readonly standing: readonly Standing[];
  readonly listed?: boolean;
}

function slotsOf({ question, region, standing }: Answered, { existing, home }: Known): Slot[] {
  const { field, shape } = question;
  if (field === undefined) return [];
  const given = existing[field];
  if (shape === "list") {
    const listed = Array.isArray(given) ? given.map(String) : [];
    const values = unique([...listed, ...standing.map(({ value }) => String(value))]);
    return values.map((value) => ({
      path: [field],
      inFile: listed.find((one) => one === value),
      standing: standing.filter((one) => one.value === value),
      listed: true,
    }));
  }
  const byKey = isMap(given) ? given : undefined;
  if (shape === "map") {
    const names = unique([...Object.keys(byKey ?? {}), ...standing.flatMap(({ name }) => name ?? [])]);
    return names.map((name) => ({ path: [field, name], inFile: byKey?.[name], standing: standing.filter((one) => one.name === name) }));
  }
  if (region === undefined) return [{ path: [field], inFile: given, standing }];
  // a value alone is the home region's
  const inFile = byKey === undefined ? (region === home ? given : undefined) : byKey[region];
  return [{ path: [field, region], inFile, standing }];
}

function entryOf(slot: Slot, { question, region }: Answered, { home, isOurs }: Known): Entries {
  const { path, inFile, standing, listed } = slot;
  const place = ["existing", ...path].join(".");
  const known = standing.map(({ value }) => value);
  if (inFile !== undefined) return { writings: [], ...heldAgainst(place, inFile, known) };
  const others = standing.filter(({ importId }) => !isOurs(region ?? home, question.type, importId));
  const [one, ...more] = others;
  if (one === undefined) return none;
  // its place is taken: adopting another one would replace what the baseline made
  if (others.length < standing.length && !listed) return told(`${question.what} ${quoted(others)} stands beside the baseline's own`);
  if (more.length > 0) return told(`"${place}" may be any of ${quoted(others)}: write the one that the baseline is to have`);
  return { ...none, writings: [{ path, value: one.value, ...(listed === undefined ? {} : { listed }) }] };
}

function heldAgainst(place: string, inFile: unknown, standing: readonly unknown[]): Pick<Entries, "kept" | "notes"> {
  if (standing.includes(inFile)) return { kept: [place], notes: [] };
  if (standing.length > 0) {
    const found = standing.map(said).join(", ");
    return {
      kept: [],
      notes: [`"${place}" is ${said(inFile)} in the file, and AWS has ${found}: it is kept; write ${found} if it is wrong`],
    };
  }
  if (inFile === false) return { kept: [], notes: [] };
  return { kept: [], notes: [`"${place}" is ${said(inFile)} in the file, and no such one can be adopted: an import fails, take it out`] };
}

/** A value alone, which is the home region's, becomes a map where another region joins it. */
function widenings(entries: readonly Entries[], { home, existing }: Known): Writing[] {
  const regional = entries.flatMap(({ writings }) => writings).filter(({ path }) => path.length === 2);
  const fields = unique(regional.map(({ path: [field = ""] }) => field));
  return fields.flatMap((field) => {
    const alone = existing[field];
    return alone === undefined || isMap(alone) ? [] : [{ path: [field], value: { [home]: alone } }];
  });
}

const none: Entries = { writings: [], kept: [], notes: [] };
const told = (note: string): Entries => ({ ...none, notes: [note] });

function join(all: readonly Entries[]): Entries {
  return {
    writings: all.flatMap(({ writings }) => writings),
    kept: unique(all.flatMap(({ kept }) => kept)),
    notes: all.flatMap(({ notes }) => notes),
  };
}

const quoted = (standing: readonly Standing[]) => standing.map(({ value }) => said(value)).join(", ");
const said = (value: unknown) => JSON.stringify(value);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
