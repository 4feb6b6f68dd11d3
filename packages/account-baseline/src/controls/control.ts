import { accountRules, type ManagedRule, regionRules } from "../audit/managed-rules.js";

/** Who makes a resource: a class of this module, or another module or part of the library. */
export type Maker =
  | "AccountBaseline"
  | "RegionBaseline"
  | "ecr"
  | "ecs-service"
  | "kms-key"
  | "load-balancer"
  | "log-bucket"
  | "network"
  | "rds"
  | "state-backend"
  | "static-site";

/** What a property has to be: the value itself, or a bound of it. */
export type Expected =
  | string
  | number
  | boolean
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly includes: string }
  | { readonly excludes: string }
  | { readonly length: number }
  | "set"
  | "unset";

/** A resource by which a control is met. */
export interface Evidence {
  readonly maker: Maker;
  /** The account that it stands in; any, where nothing is said. */
  readonly account?: "security" | "management";
  readonly resourceType: string;
  /** What its address has after the instance's: `aws_iam_role.baseline_support` has `support`. */
  readonly suffix: string;
  /** What it has to have, by its properties' paths in Terraform's JSON; `"set"` is any value, `"unset"` none. Never nothing. */
  readonly has: Readonly<Record<string, Expected>>;
}

/** A control of a benchmark, and what meets it. */
export interface Control {
  /** `CIS 5.0 1.8` of the CIS AWS Foundations Benchmark v5.0.0, `FSBP IAM.7` of AWS's Foundational Security Best Practices. */
  readonly id: string;
  readonly title: string;
  /** CIS's profile: 1 or 2. */
  readonly level?: 1 | 2;
  /** By the defaults, by a property, or by none: code cannot. */
  readonly met: "default" | "prop" | "notByCode";
  /** All of these have to stand. Where code cannot meet a control, they watch that somebody does. */
  readonly by: readonly Evidence[];
  /** The property that has to be given. */
  readonly prop?: string;
  /** Why code cannot, or what has to be known. */
  readonly why?: string;
}

type Has = Evidence["has"];

/** A resource of an account's baseline. */
export function account(resourceType: string, suffix: string, has: Has): Evidence {
  return { maker: "AccountBaseline", resourceType, suffix, has };
}

/** A resource of the baseline of each region, the home region's as that of the others. */
export function everyRegion(resourceType: string, suffix: string, has: Has): Evidence[] {
  return [account(resourceType, suffix, has), { maker: "RegionBaseline", resourceType, suffix, has }];
}

/** A resource of another module or part: its type, and its address's suffix where it has one. */
export function made(maker: Maker, resource: string, has: Has): Evidence {
  const [resourceType = "", suffix = ""] = resource.split(".");
  return { maker, resourceType, suffix, has };
}

/** A rule of AWS Config that watches, in the home region, where it asks about the whole account. */
export function watchedBy(rule: keyof typeof accountRules): Evidence {
  return account("aws_config_config_rule", rule, isManaged(accountRules[rule]));
}

/** A rule of AWS Config that watches in each region. */
export function watchedEverywhere(rule: keyof typeof regionRules, has: Has = {}): Evidence[] {
  return everyRegion("aws_config_config_rule", rule, { ...isManaged(regionRules[rule]), ...has });
}

function isManaged({ identifier }: ManagedRule): Has {
  return { "source.owner": "AWS", "source.source_identifier": identifier };
}

/** An empty security group, born with its VPC. */
export const closed: Has = { ingress: { length: 0 }, egress: { length: 0 } };

/** The flows of a VPC, those that were let through and those that were not. */
export const allFlows: Has = { traffic_type: "ALL", vpc_id: "set", log_destination: "set" };
