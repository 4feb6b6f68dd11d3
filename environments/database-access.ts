import { slug } from "@groundplan/core/schema";
import { databaseUserData } from "@groundplan/rds/config";
import { z } from "zod";

const { access, rights, userName } = databaseUserData.shape;

const variables = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, "is no beginning of a variable's name; give capitals, digits and _, such as MAIN")
  .default("DATABASE")
  .describe("Begins the names of the variables that say where the database is: `<variables>_HOST`, `_PORT`, `_NAME`, `_USER`.");

const wayIn = z.strictObject({
  database: slug(30).describe("The database, by its name in the section `databases`."),
  access,
  rights,
  user: userName.optional().describe("The service's user in the database. Default: the service's own name, with _ for hyphens."),
  variables,
});

/** Databases that a service connects to: by name, or with what differs from the defaults. */
export const databaseAccess = z
  .array(z.union([slug(30), wayIn]))
  .default([])
  .describe(
    "Databases of the environment that the service connects to, as a user of its own: `[main]`, or `[{ database: main, rights: read }]`.",
  );

/** How a service gets into a database. */
export interface WayIn extends Omit<z.output<typeof wayIn>, "user"> {
  readonly user: string;
}

/** A service's ways in, every default filled in. */
export function waysIn(service: string, given: z.output<typeof databaseAccess>): WayIn[] {
  return given.map((one) => {
    const { user = service.replaceAll("-", "_"), ...rest } = typeof one === "string" ? wayIn.parse({ database: one }) : one;
    return { ...rest, user };
  });
}
