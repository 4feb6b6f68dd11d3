import { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account/index.js";
import { SecurityhubFindingAggregator } from "@cdktf/provider-aws/lib/securityhub-finding-aggregator/index.js";
import { SecurityhubStandardsSubscription } from "@cdktf/provider-aws/lib/securityhub-standards-subscription/index.js";
import { address } from "@groundplan/core";
import { type AccountBlueprint, adopt, type RegionBlueprint } from "../blueprint.js";

/** Checks the region against the standards. A control of several of them is checked once, and has one finding. */
export function makeHub({ module, config }: RegionBlueprint): SecurityhubAccount | undefined {
  const { enabled, standards } = config.audit.securityHub;
  if (!enabled) return undefined;
  const hub = new SecurityhubAccount(module, "security-hub", {
    enableDefaultStandards: false,
    controlFindingGenerator: "SECURITY_CONTROL",
    autoEnableControls: true,
  });
  adopt(address(hub, module, "security_hub"), config.existing.securityHub ? config.accountId : undefined);
  standards.forEach((standard) => {
    const standardsArn = `arn:aws:securityhub:${config.region}::standards/${paths[standard]}`;
    const subscription = new SecurityhubStandardsSubscription(module, `standard-${standard}`, { standardsArn, dependsOn: [hub] });
    address(subscription, module, standard);
  });
  return hub;
}

// https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html
const paths = {
  "cis-5.0": "cis-aws-foundations-benchmark/v/5.0.0",
  fsbp: "aws-foundational-security-best-practices/v/1.0.0",
  "nist-800-53": "nist-800-53/v/5.0.0",
  "pci-4.0": "pci-dss/v/4.0.1",
} as const;

/** Shows the findings of all regions in the home region. */
export function aggregateFindings({ module, config }: AccountBlueprint, hub: SecurityhubAccount | undefined): void {
  if (hub === undefined || config.audit.securityHub.aggregation === "off") return;
  const aggregator = new SecurityhubFindingAggregator(module, "finding-aggregator", { linkingMode: "ALL_REGIONS", dependsOn: [hub] });
  adopt(address(aggregator, module, "findings"), config.existing.findingAggregator);
}
