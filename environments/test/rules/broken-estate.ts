import { estate, type Files } from "../folder.js";
import { type WrittenYaml, writeYaml } from "../written-yaml.js";
import { type Breach, breaches } from "./breaches.js";

/** An environment that breaks one rule. */
export interface BrokenEnvironment {
  readonly breach: Breach;
  readonly name: string;
  readonly yaml: WrittenYaml;
}

/** Why each rule is broken, where it is acknowledged. */
export const why = "this is what the test is about";

/** An environment a rule, each of a production that is sound but for that rule. */
export function brokenEnvironments({ acknowledged = false } = {}): readonly BrokenEnvironment[] {
  return breaches.map((breach, index) => {
    const acknowledge = acknowledged ? { acknowledge: [{ rule: breach.rule, why }] } : {};
    return { breach, name: `e${index}`, yaml: writeYaml({ ...sound(breach, index), ...acknowledge }) };
  });
}

/** Their files, in one estate. */
export function filesOf(environments: readonly BrokenEnvironment[]): Files {
  return { "estate.yaml": estate, ...Object.fromEntries(environments.map(({ name, yaml }) => [`${name}.yaml`, yaml.text])) };
}

function sound({ account, sections }: Breach, index: number): Readonly<Record<string, unknown>> {
  const { network, ecr } = sections;
  return {
    account,
    region: "eu-west-1",
    production: true,
    alerts: { subscriptions: { email: ["ops@example.com"] } },
    ...sections,
    // environments' ranges don't meet, nor do their repositories
    ...(network === undefined ? {} : { network: { cidr: `10.${index}.0.0/16`, azs: ["a", "b"], ...network } }),
    ...(ecr === undefined
      ? {}
      : { ecr: { repositories: { [`app${index}`]: Object.values((ecr as { repositories: object }).repositories)[0] } } }),
  };
}
