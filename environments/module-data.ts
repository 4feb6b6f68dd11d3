import type { Problem } from "@groundplan/core/schema";
import { beneath } from "./beneath.js";
import { isMap } from "./parse.js";
import { type SectionName, sectionNames, sectionOf } from "./sections.js";

/** What of a file is one module's: a section, or an entry of one. */
export interface ModuleData {
  readonly section: SectionName;
  readonly entry?: string;
  /** In the file. */
  readonly path: Problem["path"];
  readonly data: unknown;
}

/** All modules' data of a file; those that stand in every environment too, whether the file names them or not. */
export function moduleData(file: unknown): ModuleData[] {
  const given = isMap(file) ? file : {};
  return sectionNames.flatMap((section): ModuleData[] => {
    const { entries, always } = sectionOf(section);
    const data = given[section] ?? (always ? {} : undefined);
    if (entries === undefined) return data === undefined ? [] : [{ section, path: [section], data }];
    if (!isMap(data)) return [];
    return Object.entries(data).map(([entry, value]) => ({ section, entry, path: [section, entry], data: value }));
  });
}

/** A file with the cheaper defaults beneath each module's data, where it says that it is not production's. */
export function withCheaperDefaults(file: unknown): unknown {
  if (!isMap(file) || file["production"] !== false) return file;
  const whole = structuredClone(file);
  for (const { section, entry, data } of moduleData(file)) {
    if (!isMap(data)) continue;
    const full = beneath(sectionOf(section).nonProduction, data);
    const holder = entry === undefined ? whole : whole[section];
    if (isMap(holder)) holder[entry ?? section] = full;
  }
  return whole;
}
