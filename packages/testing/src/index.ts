export type { ProviderArguments } from "./bare-provider.js";
export { type AddressDifference, compareAddresses } from "./golden-addresses.js";
export type { IamStatement, Statement } from "./iam-statements.js";
export * as matchers from "./matchers/index.js";
export type { Move, ResourceBody, StackJson } from "./stack-json.js";
export { type Build, type SynthesizeOptions, synthesize } from "./synthesize.js";
export { Template } from "./template.js";
