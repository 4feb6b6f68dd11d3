import { type AccountBaselineConfig, notices, type RegionBaselineConfig, rules } from "@groundplan/account-baseline/config";
import { brokenRules } from "@groundplan/core/schema";
import { brokenAt, judge, type Verdict } from "../acknowledgement.js";
import type { AccountConfig } from "../estate-schema.js";
import type { BrokenRule } from "../problem.js";

/** A baseline's configs, as far as they are right. */
interface Checked {
  readonly home: AccountBaselineConfig | undefined;
  readonly further: readonly { readonly region: string; readonly config?: RegionBaselineConfig }[];
}

/** Production's rules hold in every account of AWS: all its environments lean on what it has once. */
export function verdictOn({ acknowledge, emulatorOnly }: AccountConfig, { home, further }: Checked): Verdict {
  const production = !emulatorOnly;
  const broken = production && home !== undefined ? brokenIn(home, further) : [];
  const verdict = judge({ broken, acknowledge, known: rules.map(({ id }) => id), production });
  const told = production && home !== undefined ? notices(home) : [];
  return { ...verdict, notices: [...verdict.notices, ...told] };
}

/** What the account breaks, and what only a further region does. */
function brokenIn(home: AccountBaselineConfig, further: Checked["further"]): BrokenRule[] {
  const atHome = brokenRules(rules, home).map((rule) => brokenAt(["baseline"], rule, home));
  const elsewhere = further.flatMap(({ region, config }) => {
    if (config === undefined) return [];
    const { defaults, audit, keys, protect } = config;
    const hub = { ...home.audit.securityHub, ...audit.securityHub };
    const whole = {
      ...home,
      keys,
      protect,
      defaults: { ...home.defaults, ...defaults },
      audit: { ...home.audit, ...audit, securityHub: hub },
    };
    return brokenRules(rules, whole).map((rule) => brokenAt(["baseline", "inRegions", region], rule, whole));
  });
  return [...atHome, ...elsewhere.filter(({ id }) => !atHome.some((one) => one.id === id))];
}
