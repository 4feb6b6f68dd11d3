/** A resource's arguments, and what Terraform does where one of them changes. */
export interface Replacements {
  readonly type: string;
  /** Tells tables of one type apart. */
  readonly variant?: string;
  /** What stands. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Beside them in the state alone. */
  readonly computed?: Readonly<Record<string, unknown>>;
  /** Changed one at a time: these make another resource. */
  readonly replacing: Readonly<Record<string, unknown>>;
  /** And these change the one that stands. */
  readonly updating: Readonly<Record<string, unknown>>;
}

export const key = (digit: number) => `arn:aws:kms:eu-west-1:111111111111:key/${`${digit}`.repeat(8)}-1111-1111-1111-111111111111`;
export const role = (name: string) => `arn:aws:iam::111111111111:role/${name}`;
export const secret = (name: string) => `arn:aws:secretsmanager:eu-west-1:111111111111:secret:${name}-abcdef`;
