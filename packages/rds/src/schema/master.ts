import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides, sqlName } from "./fields.js";

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
const managed = z.strictObject({
  secret: z.literal("managed").describe("RDS makes the secret, and rotates it by itself."),
  userName: sqlName(16).default("dbadmin").describe("The master's name. Changing it replaces the database."),
  rotateAfterDays: structural(
    z.union([z.int().min(1).max(1000), z.literal("off")], { error: "is no number of days; give 1 to 1000" }),
    "it is checked",
  )
    .default(7)
    .describe("Days between rotations."),
});

// https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only
const writeOnly = z.strictObject({
  secret: z
    .literal("writeOnly")
    .describe("A random password that Terraform passes on without keeping it: for what AWS refuses with a managed secret."),
  userName: sqlName(16).default("dbadmin").describe("The master's name. Changing it replaces the database."),
  passwordVersion: z.int().min(1).default(1).describe("Raise it by one for a new password, and one wherever the old one got out."),
});

export const master = () => structural(z.discriminatedUnion("secret", [managed, writeOnly]), decides).prefault({ secret: "managed" });

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html
const proxy = z.strictObject({
  users: structural(z.array(sqlName(32)).min(1), "a secret is made for each").describe(
    "Users that come by way of the proxy, which logs in for them by a secret of its own for each.",
  ),
  passwordVersion: z
    .int()
    .min(1)
    .default(1)
    .describe("Raise it by one for new passwords of the proxy's users; then run their tasks again."),
  idleClientTimeoutSeconds: z.int().min(1).max(28_800).default(1800).describe("Seconds after which an idle client is let go."),
  maxConnectionsPercent: z.int().min(1).max(100).default(90).describe("Share of the database's connections that it may hold."),
  borrowTimeoutSeconds: z.int().min(0).max(300).default(120).describe("Seconds for which a client waits for a free connection."),
});

export type ProxyConfig = z.output<typeof proxy>;

export const proxyField = () => structural(z.union([proxy, z.literal("off")]), decides).default("off");
