import { type HostedZone, type PolicyStatement, pipelineRoleArns, type TrustStatement } from "@groundplan/core";
import type { DelegationChild } from "./config.js";

/** What a role is for. */
export type Access = "plan" | "apply";

// The account as principal, with its roles in a condition: AWS refuses a trust policy that names a role which does not exist yet.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
export function trust({ project, child }: { readonly project: string; readonly child: DelegationChild }, access: Access): TrustStatement {
  const { accountId, planners, appliers } = child;
  const pipeline = pipelineRoleArns({ project, accountId });
  const writers = [pipeline.apply, ...appliers];
  return {
    Sid: access === "apply" ? "AppliersAssume" : "PlannersAssume",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: ["sts:AssumeRole"],
    Condition: { ArnLike: { "aws:PrincipalArn": access === "apply" ? writers : [pipeline.plan, ...planners, ...writers] } },
  };
}

/** What Terraform asks to find the zone and to read the record. */
export function reads({ zoneId }: HostedZone): PolicyStatement[] {
  const zone = `arn:aws:route53:::hostedzone/${zoneId}`;
  return [
    {
      Sid: "FindsTheZone",
      Effect: "Allow",
      Action: ["route53:ListHostedZones"],
      // the list is of the whole account
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html
      Resource: "*",
    },
    {
      Sid: "ReadsTheZone",
      Effect: "Allow",
      Action: ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ListTagsForResource"],
      Resource: zone,
    },
  ];
}

interface Records {
  /** Whether the names are whole, or * stands for any characters. */
  readonly match: "StringEquals" | "StringLike";
  readonly names: readonly string[];
  readonly types: readonly string[];
}

// ForAllValues holds where there is no value at all, hence Null.
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
function only({ match, names, types }: Records): NonNullable<PolicyStatement["Condition"]> {
  const named = { "route53:ChangeResourceRecordSetsNormalizedRecordNames": [...names] };
  const made = {
    "route53:ChangeResourceRecordSetsRecordTypes": [...types],
    "route53:ChangeResourceRecordSetsActions": ["CREATE", "UPSERT", "DELETE"],
  };
  return {
    ...(match === "StringEquals"
      ? { "ForAllValues:StringEquals": { ...named, ...made } }
      : { "ForAllValues:StringLike": named, "ForAllValues:StringEquals": made }),
    Null: {
      "route53:ChangeResourceRecordSetsNormalizedRecordNames": "false",
      "route53:ChangeResourceRecordSetsRecordTypes": "false",
      "route53:ChangeResourceRecordSetsActions": "false",
    },
  };
}

/** Writing the child's records alone, and asking until the change is on all servers. */
export function changes(
  { zoneId }: HostedZone,
  { zoneName, aliasNames }: Pick<DelegationChild, "zoneName" | "aliasNames">,
): PolicyStatement[] {
  const write = (Sid: string, records: Records): PolicyStatement => ({
    Sid,
    Effect: "Allow",
    Action: ["route53:ChangeResourceRecordSets"],
    Resource: `arn:aws:route53:::hostedzone/${zoneId}`,
    Condition: only(records),
  });
  return [
    write("WritesTheRecord", { match: "StringEquals", names: [zoneName], types: ["NS"] }),
    ...(aliasNames.length === 0
      ? []
      : [
          write("LeadsNamesToDistributions", { match: "StringEquals", names: aliasNames, types: ["A", "AAAA"] }),
          // ACM makes up the label of a proof
          // https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
          write("ProvesNamesToCertificates", { match: "StringLike", names: aliasNames.map((name) => `_*.${name}`), types: ["CNAME"] }),
        ]),
    {
      Sid: "WaitsForTheChange",
      Effect: "Allow",
      Action: ["route53:GetChange"],
      // a change's id is not known before it is made
      Resource: "arn:aws:route53:::change/*",
    },
  ];
}
