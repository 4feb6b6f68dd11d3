/** How the baseline of an account breaks one rule, and no other. */
export interface AccountBreach {
  readonly rule: string;
  /** What the baseline says beside what {@link soundBaseline} says already. */
  readonly baseline: Readonly<Record<string, unknown>>;
  /** What is told of, beneath the account's `baseline`. */
  readonly at: readonly (string | number)[];
}

const security = { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" };

/** A baseline that breaks none. */
export const soundBaseline = {
  contacts: { security, operations: security, billing: security },
  audit: { alerts: { email: [security.email] } },
};

const told = soundBaseline.audit;

/** Every production rule of accounts, broken once. */
export const accountBreaches: readonly AccountBreach[] = [
  { rule: "account-baseline-security-contact", baseline: { contacts: { billing: security } }, at: ["contacts", "security"] },
  {
    rule: "account-baseline-passwords",
    baseline: { identity: { passwordPolicy: { minimumLength: 13 } } },
    at: ["identity", "passwordPolicy"],
  },
  { rule: "account-baseline-s3-private", baseline: { defaults: { s3PublicAccess: "allowed" } }, at: ["defaults", "s3PublicAccess"] },
  { rule: "account-baseline-volumes-encrypted", baseline: { defaults: { volumes: "unencrypted" } }, at: ["defaults", "volumes"] },
  { rule: "account-baseline-nothing-shared", baseline: { defaults: { snapshots: "block-new-sharing" } }, at: ["defaults"] },
  {
    rule: "account-baseline-metadata-tokens",
    baseline: { defaults: { instanceMetadata: { tokens: "optional" } } },
    at: ["defaults", "instanceMetadata", "tokens"],
  },
  { rule: "account-baseline-protected", baseline: { protect: false }, at: ["protect"] },
  { rule: "account-baseline-audited", baseline: { audit: { ...told, guardDuty: { enabled: false } } }, at: ["audit"] },
  { rule: "account-baseline-alarms", baseline: { audit: { ...told, alarms: { root_usage: "off" } } }, at: ["audit", "alarms"] },
  { rule: "account-baseline-logs-kept", baseline: { archive: { expireAfterDays: 364 } }, at: ["archive", "expireAfterDays"] },
  {
    rule: "account-baseline-lock-revocable",
    baseline: { archive: { objectLock: { mode: "compliance", days: 30 } } },
    at: ["archive", "objectLock", "mode"],
  },
];
