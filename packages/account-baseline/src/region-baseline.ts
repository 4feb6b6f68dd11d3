import type { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import type { DefaultVpc } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import { checkProps } from "@groundplan/core";
import { Construct } from "constructs";
import type { BaselineWiring } from "./blueprint.js";
import { schemas } from "./config.js";
import type { RegionOverrides } from "./overrides.js";
import type { RegionBaselineData } from "./props.generated.js";
import { makeRegion } from "./region.js";

/** What a RegionBaseline is made from: its data, and what it is wired to. */
export interface RegionBaselineProps extends RegionBaselineData, BaselineWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: RegionOverrides | undefined;
}

/**
 * What each further region of an account has from its first day; the home region has it by the AccountBaseline.
 *
 * Cost: nothing, but container insights, by the metrics of the clusters that are made without a word about them.
 *
 * @example new RegionBaseline(this, "baseline", { name: "shop", accountId, accountKind: "workload", region: "eu-central-1", securityAccountId })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 */
export class RegionBaseline extends Construct {
  readonly accessAnalyzer: AccessanalyzerAnalyzer | undefined;
  readonly defaultVpc: DefaultVpc | undefined;

  constructor(scope: Construct, id: string, props: RegionBaselineProps) {
    super(scope, id);
    const { volumesKey, logArchive, overrides, ...data } = props;
    const config = checkProps(this, schemas.RegionBaseline, data);

    const region = makeRegion({ module: this, config, wiring: { volumesKey, logArchive }, overrides: { ...overrides } });
    this.accessAnalyzer = region.accessAnalyzer;
    this.defaultVpc = region.defaultVpc;
  }
}
