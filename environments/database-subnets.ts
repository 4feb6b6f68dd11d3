import type { Draft } from "./draft.js";
import { isMap } from "./parse.js";
import type { DataProblem } from "./problem.js";

type Values = Draft["values"];
type Network = NonNullable<Values["network"]>;
type Database = NonNullable<Values["databases"]>[string];

/** Whether a database finds isolated subnets, in as many AZs as AWS asks for. */
export function subnetProblems({ network }: Values, [name, database]: readonly [string, Database]): DataProblem[] {
  const problem = (wrong: string, fix: string): DataProblem[] => [{ path: ["databases", name], at: "key", value: undefined, wrong, fix }];
  if (network === undefined)
    return problem('needs the section "network", which the environment lacks: it stands in isolated subnets', 'add "network"');
  if (network.withoutTiers.includes("isolated"))
    return problem("stands in isolated subnets, and the network is made without them", 'take "isolated" out of "network.withoutTiers"');
  const needed = leastAzs(database);
  const given = azCount(network);
  return given >= needed
    ? []
    : problem(
        `needs subnets in ${needed} AZs, and the network has ${given}`,
        `give "network.azs" ${needed} or more, or take the database out`,
      );
}

/**
 * A subnet group has to be in two AZs, whatever stands in it.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Subnets
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html
 */
function leastAzs({ availability }: Database): number {
  return availability === "readableStandbys" ? 3 : 2;
}

function azCount({ azs }: Network): number {
  if (typeof azs === "number") return azs;
  return isMap(azs) ? Object.keys(azs).length : azs.length;
}
