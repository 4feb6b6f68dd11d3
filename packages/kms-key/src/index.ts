export { CentralKey, type CentralKeyProps } from "./central-key.js";
export type { KmsKeyConfig } from "./config.js";
export { KmsKey, type KmsKeyProps } from "./kms-key.js";
export type { KmsKeyData } from "./props.generated.js";
