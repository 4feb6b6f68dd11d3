import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides } from "./fields.js";

/** How the database changes. */
export const upgrades = () =>
  z
    .strictObject({
      minorAutomatic: z.boolean().default(true).describe("Whether AWS takes it to newer minor versions in its maintenance window."),
      allowMajor: z
        .boolean()
        .default(false)
        .describe("Let a new major `version` through, which cannot be taken back: set it for the one upgrade."),
      applyImmediately: z.boolean().default(false).describe("Change it at once, restarts too, and not in the maintenance window."),
      how: structural(z.enum(["inPlace", "blueGreen"]), decides)
        .default("inPlace")
        .describe("Change the instance itself, or a copy that takes over within a minute. What RDS copies so is told by an error."),
    })
    .prefault({});
