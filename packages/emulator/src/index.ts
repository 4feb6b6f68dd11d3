export { findAccountHosts } from "./account-hosts.js";
export { type EmulatorEnvironmentOptions, emulatorEnvironment } from "./environment.js";
export { findProviderMirror, type MirrorSearch, type Provider } from "./provider-mirror.js";
export { findPython, type Python } from "./python.js";
export {
  type AnsweredBy,
  type CoveredOperation,
  type CoveredType,
  type EmulatorConcession,
  type EmulatorFault,
  emulatorCalls,
  emulatorConcessions,
  emulatorCoverage,
  emulatorFaults,
  forgetRecord,
  resetEmulator,
} from "./record.js";
export { type EmulatorOptions, type EmulatorServer, emulatorStatus, startEmulator, stopEmulator } from "./server.js";
export { findTerraform, type Terraform } from "./terraform.js";
export { awsProvider, type TerraformEnvironmentOptions, terraformEnvironment } from "./terraform-environment.js";
export { type PythonOptions, preparePython } from "./virtual-environment.js";
