/** What the estate knows of an account. */
export interface BaselineSetting {
  readonly project: string;
  readonly repository: string;
  readonly permissionsBoundary: string | undefined;
  /** The account whose users come in by role. */
  readonly securityAccountId: string;
  /** Of all accounts of AWS. */
  readonly accountIds: readonly string[];
  /** Those that stand in the account. */
  readonly environments: readonly string[];
  /** As it stands in the file: what a further region has otherwise is laid over what the account says. */
  readonly given: unknown;
}
