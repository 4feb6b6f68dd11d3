export type { LogBucketConfig } from "./config.js";
export { LogBucket, type LogBucketProps } from "./log-bucket.js";
export type { LogBucketData } from "./props.generated.js";
