import type { ProductionRule } from "@groundplan/core/schema";
import { auditRules } from "./audit/rules.js";
import type { AccountBaselineConfig } from "./schema/baseline.js";

/** What production demands of its account; to break one, the estate acknowledges its id with a reason. */
export const rules: readonly ProductionRule<AccountBaselineConfig>[] = [
  {
    id: "account-baseline-security-contact",
    path: ["contacts", "security"],
    holds: ({ contacts }) => contacts.security !== undefined,
    message: "is missing, and AWS tells nobody but root of an attack; give name, title, email and phone",
  },
  {
    id: "account-baseline-passwords",
    path: ["identity", "passwordPolicy"],
    // CIS AWS Foundations Benchmark v5.0.0, 1.7 and 1.8
    holds: ({ identity: { passwordPolicy } }) => passwordPolicy.minimumLength >= 14 && passwordPolicy.rememberedPasswords === 24,
    message: 'is weaker than CIS asks; leave "minimumLength" at 14 or more and "rememberedPasswords" at 24',
  },
  {
    id: "account-baseline-s3-private",
    path: ["defaults", "s3PublicAccess"],
    holds: ({ defaults }) => defaults.s3PublicAccess === "blocked",
    message: 'lets buckets be public; give "blocked", and serve sites by CloudFront',
  },
  {
    id: "account-baseline-volumes-encrypted",
    path: ["defaults", "volumes"],
    holds: ({ defaults }) => defaults.volumes === "encrypted",
    message: 'leaves new volumes unencrypted; give "encrypted"',
  },
  {
    id: "account-baseline-nothing-shared",
    path: ["defaults"],
    holds: ({ defaults }) =>
      defaults.snapshots === "block-all-sharing" && defaults.images !== "unblocked" && defaults.documents === "private",
    message:
      'lets snapshots, images or documents be shared with everybody; leave "snapshots", "images" and "documents" as they are by default',
  },
  {
    id: "account-baseline-metadata-tokens",
    path: ["defaults", "instanceMetadata", "tokens"],
    holds: ({ defaults }) => defaults.instanceMetadata.tokens === "required",
    message: 'lets an instance\'s credentials be read without a token; give "required"',
  },
  ...auditRules,
];
