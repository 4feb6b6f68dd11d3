import { accountId, region, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";

/** What an account is for; it decides what belongs there. */
export const accountKinds = ["management", "security", "shared", "workload"] as const;

/** What tells an account and a region; an estate knows them already. */
export const placeFields = {
  name: slug().describe("The estate's name, the first part of AWS names, such as `shop`."),
  accountId: structural(accountId(), "names are made of it").describe("The account that the baseline is of."),
  accountKind: structural(z.enum(accountKinds), "it decides what belongs here").describe("What the account is for."),
  region: structural(region(), "names are made of it").describe(
    "The region that it is made in: for an account its home region, such as `eu-west-1`.",
  ),
  securityAccountId: accountId().describe("The account whose users may come in by role, and that holds what is kept for all."),
};
