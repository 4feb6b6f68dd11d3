import { ConfigConfigRule } from "@cdktf/provider-aws/lib/config-config-rule/index.js";
import { ConfigConformancePack } from "@cdktf/provider-aws/lib/config-conformance-pack/index.js";
import { address } from "@groundplan/core";
import type { RegionBlueprint } from "../blueprint.js";
import type { ManagedRule } from "./managed-rules.js";
import type { Recorder } from "./recorder.js";

/** The rules that a region's resources are held against, and the packs of rules. AWS takes none before there is a recorder. */
export function holdAgainstRules(blueprint: RegionBlueprint, recorder: Recorder, own: Readonly<Record<string, ManagedRule>>): void {
  const { rules, withoutRules, conformancePacks } = blueprint.config.audit.config;
  const wanted = { ...own, ...rules };
  for (const [name, rule] of Object.entries(wanted)) {
    if (!withoutRules.includes(name)) makeRule(blueprint, recorder, { name, ...rule });
  }
  for (const [name, template] of Object.entries(conformancePacks)) makePack(blueprint, recorder, { name, template });
}

function makeRule({ module, config }: RegionBlueprint, { status }: Recorder, rule: ManagedRule & { readonly name: string }): void {
  const { name, identifier, parameters } = rule;
  const made = new ConfigConfigRule(module, `rule-${name}`, {
    name: `${config.name}-${name.replaceAll("_", "-")}`,
    source: { owner: "AWS", sourceIdentifier: identifier },
    ...(parameters === undefined || Object.keys(parameters).length === 0 ? {} : { inputParameters: JSON.stringify(parameters) }),
    dependsOn: [status],
  });
  address(made, module, name);
}

function makePack(
  { module, config }: RegionBlueprint,
  { status }: Recorder,
  pack: { readonly name: string; readonly template: string },
): void {
  const { name, template } = pack;
  const made = new ConfigConformancePack(module, `pack-${name}`, {
    name: `${config.name}-${name}`,
    ...(template.startsWith("s3://") ? { templateS3Uri: template } : { templateBody: template }),
    dependsOn: [status],
  });
  address(made, module, name);
}
