import { structural } from "@groundplan/core/schema";
import { z } from "zod";

// https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html
const contact = z.strictObject({
  name: z.string().min(1).max(64).describe("Whom AWS asks for."),
  title: z.string().min(1).max(50).describe("What they are, such as `Security team`."),
  email: z.email().max(254).describe("Where AWS writes to: a list, rather than a person."),
  phone: z
    .string()
    .regex(/^[\s0-9()+-]{1,25}$/, "is no phone number; give up to 25 digits, spaces and ()+-, such as +353 1 234 5678")
    .describe("Where AWS calls."),
});

export const contactFields = {
  contacts: structural(
    z.strictObject({
      security: contact
        .optional()
        .describe("For notices about abuse and attacks. AWS writes to root's own address alone where there is none."),
      operations: contact.optional().describe("For notices about what runs."),
      billing: contact.optional().describe("For invoices."),
    }),
    "each is a resource",
  )
    .prefault({})
    .describe("Whom AWS tells, beside root's address: security, operations, billing."),
};
