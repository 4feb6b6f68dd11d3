import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** Whose keys encrypt, in an account's home region and in the others. */
export const keyFields = {
  keys: structural(z.enum(["account", "central"]), "it decides whose keys are looked for")
    .default("account")
    .describe(
      "`central`: the security account makes keys for all of `estateAccountIds`, and the others find them by their alias. `account`: each has its own.",
    ),
};
