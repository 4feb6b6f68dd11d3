import { accountId, logRetentionDays, region, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { engines } from "../engines.js";
import { sqlName } from "./fields.js";

const image = () =>
  z
    .string()
    .regex(/^[a-z0-9./_:-]+@sha256:[a-f0-9]{64}$/, "is no image by digest; give one such as registry/repository:tag@sha256:…")
    .optional();

/** A user's data: the props, their defaults, checks and documentation. */
export const databaseUserData = z.strictObject({
  name: structural(slug(100), "other names are made from it").describe(
    "What the task that makes the user is called, such as `shop-prod-api-main`; its roles, logs and secret are named after it.",
  ),
  accountId: accountId().describe("The account that it stands in."),
  region: region().describe("Its region."),
  engine: structural(z.enum(engines), "it decides which program makes the user").describe("The database's engine."),
  userName: sqlName(32).describe("The user, as the database knows it."),
  rights: structural(z.enum(["read", "readWrite", "owner"]), "they are arguments of the program")
    .default("readWrite")
    .describe("What it may do with the tables: read them, change what is in them, or make and change them, as migrations do."),
  access: structural(z.enum(["iam", "secret", "proxy"]), "it decides which resources there are")
    .default("iam")
    .describe(
      "How it gets in: by a token that IAM gives it for 15 minutes, by a password in a secret of its own, or by a token and the database's proxy.",
    ),
  passwordVersion: z
    .int()
    .min(1)
    .default(1)
    .describe("With `secret`: raise it by one for a new password; then run the task, and deploy what uses it."),
  parameterName: z
    .string()
    .regex(/^\/[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*$/, "is no parameter's name; give one such as /shop/prod/service/api/task/main-user")
    .describe("The parameter in Systems Manager that says how the task is run, such as `/shop/prod/service/api/task/main-user`."),
  image: image().describe("The engine's client. Default: the engine's official image, by digest."),
  certificateImage: image().describe("Fetches AWS's certificates, by `wget`. Default: Alpine's official image, by digest."),
  logRetentionDays: logRetentionDays().default(365).describe("Days for which the task's lines are kept."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys the secret or the logs."),
});

export type DatabaseUserConfig = z.output<typeof databaseUserData>;
