import { IamAccountAlias } from "@cdktf/provider-aws/lib/iam-account-alias/index.js";
import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy/index.js";
import { address } from "@groundplan/core";
import { type AccountBlueprint, adopt } from "../blueprint.js";

/** What users' passwords must be. AWS has one policy an account: it is written over, and needs no import. */
export function makePasswordPolicy({ module, config, overrides }: AccountBlueprint): IamAccountPasswordPolicy {
  const { minimumLength, maxPasswordAgeDays, rememberedPasswords } = config.identity.passwordPolicy;
  return address(
    new IamAccountPasswordPolicy(module, "password-policy", {
      minimumPasswordLength: minimumLength,
      maxPasswordAge: maxPasswordAgeDays,
      passwordReusePrevention: rememberedPasswords,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      // an administrator would have to set a new one for whoever was away
      hardExpiry: false,
      ...overrides.passwordPolicy,
    }),
    module,
  );
}

/** The account's name in the sign-in URL. */
export function makeAlias({ module, config }: AccountBlueprint): IamAccountAlias | undefined {
  const { alias } = config.identity;
  if (alias === undefined) return undefined;
  const made = address(new IamAccountAlias(module, "alias", { accountAlias: alias }), module);
  return adopt(made, config.existing.accountAlias);
}
