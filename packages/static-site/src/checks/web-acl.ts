import type { CrossProblem } from "@groundplan/core/schema";
import { schema } from "@groundplan/web-acl/config";
import type { StaticSiteConfig } from "../schema/site.js";

/** Names and places say nothing here, and may not be known yet. */
const somewhere = { name: "some", accountId: "000000000000", region: "us-east-1", scope: "cloudfront" } as const;

/** What holds between the fields of the web ACL, so that it is told before anything is made. */
export function webAclProblems({ webAcl }: StaticSiteConfig): CrossProblem[] {
  if (webAcl === "off") return [];
  const { error } = schema.safeParse({ ...webAcl, ...somewhere }, { reportInput: true });
  // each field for itself has been looked at already
  return (error?.issues ?? [])
    .filter(({ code }) => code === "custom")
    .map(({ path, input, message }) => ({
      path: ["webAcl", ...path.map((key) => (typeof key === "number" ? key : String(key)))],
      value: input,
      message,
    }));
}
