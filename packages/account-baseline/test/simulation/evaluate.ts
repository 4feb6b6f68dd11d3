import { runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import type { Policy } from "./policies.js";

/** A request, and the policies that it meets. */
export interface AwsRequest {
  /** The caller's ARN, or a service's name. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The account of the resource. */
  readonly accountId: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly identityPolicies?: readonly Policy[];
  readonly boundary?: Policy;
  /** The resource's own: a role's trust. */
  readonly resourcePolicy?: Policy;
}

/**
 * Whether AWS would let the request through, by a simulator of its evaluation.
 *
 * @throws {Error} where the request says what its action does not know: it would be left out without a word
 */
export async function isAllowed(request: AwsRequest): Promise<boolean> {
  const answer = await runSimulation(simulationOf(request), {});
  if (answer.resultType === "error") throw new Error(`${request.action}: ${JSON.stringify(answer.errors)}`);
  const ignored = answer.resultType === "single" ? (answer.result.ignoredContextKeys ?? []) : [];
  if (ignored.length > 0) throw new Error(`${request.action} of ${request.resource} knows no ${ignored.join(", ")}`);
  return answer.overallResult === "Allowed";
}

function simulationOf({ principal, action, resource, accountId, context = {}, ...policies }: AwsRequest): Simulation {
  const { identityPolicies = [], boundary, resourcePolicy } = policies;
  const trust = resourcePolicy === undefined ? {} : { resourcePolicy: renamed(resourcePolicy) };
  const contextVariables = Object.fromEntries(
    Object.entries(renamed(context)).map(([key, value]) => [key, typeof value === "string" ? value : [...value]]),
  );
  return {
    request: { principal, action, resource: { resource, accountId }, contextVariables },
    identityPolicies: identityPolicies.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...trust,
    ...(boundary === undefined ? {} : { permissionBoundaryPolicies: [{ name: "boundary", policy: boundary }] }),
  };
}

// The simulator knows the keys of an identity provider that AWS lists, and GitHub's is none of them: in the request and in the trust
// they are called as those of one that it knows, and nothing else changes.
function renamed<T extends object>(document: T): T {
  return JSON.parse(JSON.stringify(document).replaceAll("token.actions.githubusercontent.com:", "accounts.google.com:"));
}
