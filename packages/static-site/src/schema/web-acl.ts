import { structural } from "@groundplan/core/schema";
import { webAclData } from "@groundplan/web-acl/config";
import { z } from "zod";
import { decides } from "./fields.js";

/** What the site knows already of its web ACL is not asked again. */
const ownWebAcl = webAclData.omit({ name: true, accountId: true, region: true, scope: true });

export const webAclField = () =>
  structural(z.union([z.literal("off"), ownWebAcl]), decides)
    .prefault({})
    .describe("What stands before the distribution, in us-east-1; `off` lets everything through. It costs 10 USD a month.");
