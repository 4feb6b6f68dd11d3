import { z } from "zod";
import { recordPattern } from "../names.js";

/** Types of record that a zone may be given; it makes NS, SOA and CAA of its own name itself. */
const types = ["A", "AAAA", "CNAME", "DS", "MX", "NS", "SRV", "TXT"] as const;

export const record = z.strictObject({
  name: z
    .string()
    .regex(recordPattern, 'is no name within a zone; give labels in lower case, such as "www", or "" for the zone itself')
    .default("")
    .describe("Its name, without the zone's; empty for the zone's own name."),
  type: z.enum(types).describe("What kind of record."),
  values: z.array(z.string().min(1).max(4000)).min(1).describe("What it says. Text longer than 255 characters is cut as DNS wants it."),
  ttlSeconds: z.int().min(0).max(604_800).default(300).describe("Seconds for which resolvers keep it."),
});

export type ZoneRecord = z.output<typeof record>;

type Records = Readonly<Record<string, ZoneRecord>>;

/** Whether the records of a zone can stand beside each other. */
export function recordsFit(records: Records, context: z.core.$RefinementCtx<Records>): void {
  const entries = Object.entries(records);
  entries.forEach(([key, { name, type }], index) => {
    const refuse = (message: string): void => context.addIssue({ code: "custom", input: undefined, path: [key], message });
    const others = entries.slice(0, index).filter(([, other]) => other.name === name);
    const twin = others.find(([, other]) => other.type === type);
    const clash = others.find(([, other]) => other.type === "CNAME" || type === "CNAME");
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat
    if (name === "" && (type === "CNAME" || type === "NS" || type === "DS"))
      refuse(`is a ${type} record of the zone's own name, which takes none; give it a "name"`);
    if (twin !== undefined) refuse(`has the name and the type of "${twin[0]}"; put all values into one`);
    else if (clash !== undefined) refuse(`has the name of "${clash[0]}", and a CNAME stands alone; give one of them another name`);
  });
}
