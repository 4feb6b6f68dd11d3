import { accountId, crossCheck, isKnown, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { domain } from "./fields.js";

const roleArn = () =>
  z
    .string()
    .regex(
      /^arn:aws:iam::\d{12}:role\/[\w+=,.@/*?-]+$/,
      'is no role; give its ARN, such as "arn:aws:iam::444444444444:role/admin"; * stands for any characters',
    );

const childData = z.strictObject({
  zoneName: structural(domain(), "the role's policy names it in lower case").describe("The one name whose NS record may be written."),
  accountId: structural(accountId(), "ARNs are made of it").describe("The account that the environment is in, whose roles are trusted."),
  aliasNames: structural(z.array(domain()), "the role's policy names each in lower case")
    .default([])
    .describe("Names of the parent zone itself that the environment may lead to its own distributions, and prove to certificates."),
  planners: z.array(roleArn()).default([]).describe("Roles that may read to plan, beside the account's pipelines."),
  appliers: z.array(roleArn()).default([]).describe("Roles that may write, beside the account's pipeline that applies."),
});

export type DelegationChild = z.output<typeof childData>;

/** The trust names the account: a role of another one would be listed, and never let in. */
const rolesFit = crossCheck<DelegationChild>(["accountId", "planners", "appliers"], ({ accountId: home, ...child }) =>
  (["planners", "appliers"] as const).flatMap((list) =>
    child[list].map(
      (role, index) =>
        isKnown(role) &&
        role.split(":")[4] !== home && { path: [list, index], value: role, message: `is a role of another account; give one of ${home}` },
    ),
  ),
);

export const delegationRoles = z.strictObject({
  project: slug().describe("The estate's name, the first part of the roles' names."),
  children: structural(z.record(slug(), childData.check(rolesFit)), "each has its roles")
    .default({})
    .describe("The environments with a zone of their own beneath this one, by name."),
});

export type DelegationRolesConfig = z.output<typeof delegationRoles>;
