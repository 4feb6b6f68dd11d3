import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** The roles by which people of the security account come into this one. */
export const roleNames = ["admin", "power", "read-only", "billing", "support"] as const;

export type RoleName = (typeof roleNames)[number];

/** An AWS managed policy's name, with its path, or the ARN of one of the account's own. */
export const policyName = () =>
  z
    .string()
    .regex(
      /^(arn:aws:iam::(aws|\d{12}):policy\/)?[\w+=,.@/-]+$/,
      'is no policy; give the name of one of AWS\'s, such as "ReadOnlyAccess" or "job-function/Billing", or an ARN',
    );

interface RoleDefaults {
  readonly policies: readonly string[];
  readonly maxSessionHours: number;
}

const role = ({ policies, maxSessionHours }: RoleDefaults) =>
  z
    .strictObject({
      enabled: structural(z.boolean(), "it decides whether the role is made").default(true).describe("Whether there is such a role."),
      policies: structural(z.array(policyName()).min(1).max(10), "each is attached by a resource")
        .default([...policies])
        .describe("What it may: AWS's managed policies by name, or others by ARN."),
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
      maxSessionHours: z.int().min(1).max(12).default(maxSessionHours).describe("Hours for which a session of it lasts at most."),
      maxMfaAgeMinutes: z
        .int()
        .min(5)
        .max(720)
        .default(60)
        .describe("Minutes that may have passed since the caller's second factor was shown."),
    })
    .prefault({});

export const roles = z
  .strictObject({
    admin: role({ policies: ["AdministratorAccess"], maxSessionHours: 1 }).describe(
      "Everything, and alone the changing of what the boundary guards.",
    ),
    power: role({ policies: ["PowerUserAccess"], maxSessionHours: 4 }).describe("Everything but identities."),
    "read-only": role({ policies: ["ReadOnlyAccess"], maxSessionHours: 8 }).describe("Looking."),
    billing: role({ policies: ["job-function/Billing"], maxSessionHours: 8 }).describe("Invoices, budgets and costs."),
    support: role({ policies: ["AWSSupportAccess"], maxSessionHours: 8 }).describe("Cases with AWS Support."),
  })
  .prefault({})
  .describe("The roles that people of the security account assume, with a second factor.");
