/**
 * What production demands of a module's data. An environment with `production: true` runs it, and so may a module's user;
 * to break one, the environment acknowledges its id with a reason.
 */
export interface ProductionRule<Config> {
  /** Its name in `acknowledge`, in kebab case, begun by the module's: `network-nat-per-az`. */
  readonly id: string;
  /** The field it speaks of, from the module's section. */
  readonly path: readonly (string | number)[];
  readonly holds: (config: Config) => boolean;
  /** What is wrong, then what to do: `is off, and …; leave "protect" on`. */
  readonly message: string;
}

/** The rules that a module's data breaks. */
export function brokenRules<Config>(rules: readonly ProductionRule<Config>[], config: Config): ProductionRule<Config>[] {
  return rules.filter((rule) => !rule.holds(config));
}
