import type { EncryptionKey } from "./encryption-key.js";

/** What an environment's keys stack publishes: a key for each purpose. */
export interface KeysContract {
  readonly logs: EncryptionKey;
  readonly data: EncryptionKey;
  readonly secrets: EncryptionKey;
  readonly alerts: EncryptionKey;
}
