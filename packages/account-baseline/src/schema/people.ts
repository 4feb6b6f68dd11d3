import { accountId, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { policyName, roleNames } from "./roles.js";

const group = z.strictObject({
  roles: structural(z.array(z.enum(roleNames)), "each is named in the group's policy")
    .default([])
    .describe("Roles that its members may assume."),
  accountIds: structural(z.array(accountId()), "each is named in the group's policy")
    .default([])
    .describe("The accounts in which they may. Default: none."),
  policies: structural(z.array(policyName()), "each is attached by a resource")
    .default([])
    .describe("What its members may in the security account itself, beside looking after their own credentials."),
});

const user = z.strictObject({
  groups: structural(z.array(slug()).min(1), "a membership is made of them").describe("The groups that give the user what it may."),
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
const userName = () => z.string().regex(/^[\w+=,.@-]{1,64}$/, "is no user's name; give up to 64 letters, digits and +=,.@_-");

export const peopleFields = {
  groups: structural(z.record(slug(), group), "each is a resource")
    .default({})
    .describe("Groups of users, by name; every member needs a second factor for anything else than getting one. Security account only."),
  users: structural(z.record(userName(), user), "each is a resource")
    .default({})
    .describe("Users, by name, without keys, passwords or policies of their own. Security account only."),
};
