export { type CrossProblem, crossCheck, isKnown } from "./cross-check.js";
export type { DeepReadonly } from "./deep-readonly.js";
export { accountId, arn, bucketName, logRetentionDays, region, slug, tags } from "./fields.js";
export { nameFix, type Problem, problemsOf, problemText, suggestion } from "./problem.js";
export { brokenRules, type ProductionRule } from "./rule.js";
export { structural, whyStructural } from "./structural.js";
