import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";

/** A name in AWS, without the project's before it, and who bears it. */
interface Claim {
  readonly name: string;
  readonly environment: string;
  /** The service; undefined for the environment itself, whose load balancer and web ACL are called so. */
  readonly service: string | undefined;
  /** Revisions that a pipeline takes its own from have a family beside the service's. */
  readonly isTemplate: boolean;
}

/** Services that AWS could not tell from another one of their account: names are joined by hyphens, and may have some themselves. */
export function serviceNameProblems(draft: Draft, drafts: readonly Draft[]): DataProblem[] {
  const inAccount = drafts.filter(({ values }) => values.account !== undefined && values.account === draft.values.account);
  const claims = inAccount.flatMap(claimsOf);
  // backwards, so that the first of a name is the one that stays
  const holders = new Map(claims.toReversed().map((claim) => [claim.name, claim]));
  return claims.flatMap((claim) => {
    const holder = holders.get(claim.name);
    if (holder === undefined || holder === claim) return [];
    // of the environment and its template there is nothing to rename
    const [renamed, other] = claim.service === undefined || claim.isTemplate ? [holder, claim] : [claim, holder];
    if (renamed.environment !== draft.name || renamed.service === undefined) return [];
    return [
      {
        path: ["services", renamed.service],
        at: "key",
        value: undefined,
        wrong: `is called "<project>-${claim.name}" in AWS, as is ${bearer(other)} in the same account`,
        fix: "give it another name",
      },
    ];
  });
}

function claimsOf({ name: environment, values }: Draft): Claim[] {
  const services = Object.entries(values.services ?? {}).flatMap(([service, { imageOwner }]): Claim[] => {
    const own = { name: `${environment}-${service}`, environment, service, isTemplate: false };
    return imageOwner === "pipeline" ? [own, { ...own, name: `${own.name}-template`, isTemplate: true }] : [own];
  });
  return [{ name: environment, environment, service: undefined, isTemplate: false }, ...services];
}

function bearer({ environment, service, isTemplate }: Claim): string {
  if (service === undefined) return `the load balancer of the environment "${environment}"`;
  return isTemplate ? `the family that the pipeline of "${service}" renders from` : `"${service}" of the environment "${environment}"`;
}
