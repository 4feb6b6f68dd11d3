import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { TerraformVariable } from "cdktf";
import type { EstateStack } from "./estate-stack.js";

/** Where the parent zone is, and by which roles it is reached. */
export interface ZoneAccess {
  readonly region: string;
  /** The account that holds the parent zone. */
  readonly accountId: string;
  /** The role that may read, and the one that may write. */
  readonly roleArns: { readonly plan: string; readonly apply: string };
}

/** The variable that says which role is assumed. The commands set it for every plan and every apply. */
export const zoneAccessVariable = "zone_access";

/**
 * The provider into the account of the parent zone, one a stack. A plan is made by a role that may only read, and applied by one that
 * may write: an ephemeral variable is in no plan file, so that it may be another when the plan is applied, and has to be set then too.
 *
 * @see https://developer.hashicorp.com/terraform/language/values/variables#exclude-values-from-state
 */
export function zoneProvider(stack: EstateStack, { region, accountId, roleArns }: ZoneAccess): AwsProvider {
  const known = stack.node.tryFindChild(providerId);
  if (known instanceof AwsProvider) return known;
  const access = accessVariable(stack);
  const roleArn = `\${${access.fqn} == "apply" ? "${roleArns.apply}" : "${roleArns.plan}"}`;
  return new AwsProvider(stack, providerId, { alias: "zone", region, assumeRole: [{ roleArn }], allowedAccountIds: [accountId] });
}

const providerId = "zone-provider";

function accessVariable(stack: EstateStack): TerraformVariable {
  const variable = new TerraformVariable(stack, zoneAccessVariable, {
    type: "string",
    default: "plan",
    description: 'By which role the parent zone is reached: "plan" reads, "apply" writes.',
    validation: [
      {
        condition: `\${contains(["plan", "apply"], var.${zoneAccessVariable})}`,
        errorMessage: 'Give "plan" or "apply".',
      },
    ],
  });
  // cdktf's type has no such argument
  variable.addOverride("ephemeral", true);
  return variable;
}
