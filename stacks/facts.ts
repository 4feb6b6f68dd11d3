/** What a stack's JSON says of itself, under `"//".groundplan`: commands need nothing else, not even the app. */
export interface StackFacts {
  /** The stack's id: `prod-network`. */
  readonly stack: string;
  /** The environment's name, or `account-<name>`. */
  readonly of: string;
  /** `keys`, `network`, `state`, … */
  readonly layer: string;
  /** The entry of a section that makes one stack an entry. */
  readonly entry?: string;
  /** The account's name in `estate.yaml`. */
  readonly account: string;
  readonly accountId: string;
  readonly accountKind: "management" | "security" | "shared" | "workload";
  /** Real credentials are refused here. */
  readonly emulatorOnly: boolean;
  readonly region: string;
  readonly production: boolean;
  /** Ids of the stacks that it comes after: those whose contract it reads, or, where it reads none, its account's baseline. */
  readonly upstream: readonly string[];
  /** The state key of each of them, by id. */
  readonly upstreamKeys: Readonly<Record<string, string>>;
  /** Production rules that the environment breaks, and why. */
  readonly acknowledged: readonly Acknowledged[];
  /** What a person should know, and need not change. */
  readonly notices: readonly string[];
  readonly state: StateLocation;
}

export interface Acknowledged {
  readonly rule: string;
  readonly why: string;
}

/** Where a stack's state is. */
export interface StateLocation {
  readonly bucket: string;
  readonly key: string;
  /** The account's home region, which need not be the stack's. */
  readonly region: string;
  readonly lockTable: string;
}
