import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import { address } from "@groundplan/core";
import { type AccountBlueprint, adopt, type RegionBlueprint } from "../blueprint.js";

/** Looks for resources of the region that somebody outside can reach; it costs nothing. */
export function makeAccessAnalyzer({ module, config, overrides }: RegionBlueprint): AccessanalyzerAnalyzer | undefined {
  const { accessAnalyzer } = config.defaults;
  if (accessAnalyzer === "off") return undefined;
  const analyzer = new AccessanalyzerAnalyzer(module, "external-access", {
    analyzerName: nameOf(config.existing.accessAnalyzer, `${config.name}-external-access`),
    type: accessAnalyzer === "organization" ? "ORGANIZATION" : "ACCOUNT",
    ...overrides.accessAnalyzer,
  });
  return adopt(address(analyzer, module, "external_access"), config.existing.accessAnalyzer);
}

/** Looks for what nobody uses. Identities are the same in every region, so that one is enough. */
export function makeUnusedAccessAnalyzer({ module, config }: AccountBlueprint): AccessanalyzerAnalyzer | undefined {
  const { unusedAccess } = config.identity;
  if (unusedAccess === undefined) return undefined;
  const analyzer = new AccessanalyzerAnalyzer(module, "unused-access", {
    analyzerName: nameOf(config.existing.unusedAccessAnalyzer, `${config.name}-unused-access`),
    type: "ACCOUNT_UNUSED_ACCESS",
    configuration: { unusedAccess: { unusedAccessAge: unusedAccess.afterDays } },
  });
  return adopt(address(analyzer, module, "unused_access"), config.existing.unusedAccessAnalyzer);
}

// another name would be another analyzer
const nameOf = (existing: string | undefined, own: string): string => (existing === undefined ? own : existing);
