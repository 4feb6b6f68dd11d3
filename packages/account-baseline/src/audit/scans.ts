import { Inspector2Enabler } from "@cdktf/provider-aws/lib/inspector2-enabler/index.js";
import { Macie2Account } from "@cdktf/provider-aws/lib/macie2-account/index.js";
import { address } from "@groundplan/core";
import { adopt, type RegionBlueprint } from "../blueprint.js";

/** Looks for known weaknesses in what runs. */
export function makeInspector({ module, config }: RegionBlueprint): Inspector2Enabler | undefined {
  const { inspector } = config.audit;
  if (inspector === undefined) return undefined;
  const enabler = new Inspector2Enabler(module, "inspector", { accountIds: [config.accountId], resourceTypes: [...inspector.scans] });
  return address(enabler, module, "inspector");
}

/** Looks for what should not lie in buckets. */
export function makeMacie({ module, config }: RegionBlueprint): Macie2Account | undefined {
  const { macie } = config.audit;
  if (macie === undefined) return undefined;
  const account = new Macie2Account(module, "macie", { status: "ENABLED", findingPublishingFrequency: macie.publishing });
  return adopt(address(account, module, "macie"), config.existing.macie ? config.accountId : undefined);
}
