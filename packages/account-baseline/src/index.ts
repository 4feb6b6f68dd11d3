export { AccountBaseline, type AccountBaselineProps } from "./account-baseline.js";
export type { Archive } from "./archive/archive.js";
export type { SiteLogs } from "./archive/site-logs.js";
export type { AccountAudit } from "./audit/account-audit.js";
export type { RegionAudit } from "./audit/region-audit.js";
export type { AccountWiring, BaselineWiring } from "./blueprint.js";
export type { AccountBaselineConfig, RegionBaselineConfig, RoleName } from "./config.js";
export {
  type Control,
  type ControlsReport,
  controlHolds,
  controls,
  controlsReport,
  type Evidence,
  type Expected,
  type Find,
  type Maker,
} from "./controls.js";
export type { PipelineRoles } from "./identity/pipelines.js";
export type { CentralKeys } from "./keys/central-keys.js";
export type { AccountOverrides, RegionOverrides } from "./overrides.js";
export type { AccountBaselineData, RegionBaselineData } from "./props.generated.js";
export { RegionBaseline, type RegionBaselineProps } from "./region-baseline.js";
