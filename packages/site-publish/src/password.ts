import { randomBytes } from "node:crypto";
import type { CloudFrontKeyValueStore } from "@aws-sdk/client-cloudfront-keyvaluestore";
import { passwordEntry } from "@groundplan/site-edge";
import { type Clients, openClients } from "./clients.js";
import { InputError } from "./failure.js";
import type { Site } from "./site.js";

export interface PasswordOptions {
  readonly site: Site;
  /** Who is let in: 1 to 64 letters, digits, and `. _ @ + -`. */
  readonly user: string;
  /** Default: a random one of 24 characters. */
  readonly password?: string | undefined;
  readonly clients?: Clients | undefined;
}

// what the store holds is a fast hash, which only a password that nobody guesses withstands
const shortest = 16;

const attempts = 5;

/**
 * Lets a user in by a password. The edge's store gets a hash of it; the password itself is in the answer, and nowhere else.
 *
 * @throws {InputError} where the site asks for no passwords, or this one is too short
 */
export async function setPassword(options: PasswordOptions): Promise<{ readonly user: string; readonly password: string }> {
  const { user, password = randomBytes(18).toString("base64url") } = options;
  if (password.length < shortest) {
    throw new InputError(`"password" has ${password.length} characters; give ${shortest} or more, or none, and a random one is made`);
  }
  const { key, value } = entryOf(user, password);
  await change(options, (store, at) => store.putKey({ ...at, Key: key, Value: value }));
  return { user, password };
}

/** Lets a user in no longer. */
export async function removePassword(options: Omit<PasswordOptions, "password">): Promise<void> {
  const { key } = entryOf(options.user, "none");
  await change(options, (store, at) => store.deleteKey({ ...at, Key: key }));
}

function entryOf(user: string, password: string): { readonly key: string; readonly value: string } {
  try {
    return passwordEntry({ user, password, salt: randomBytes(16).toString("base64url") });
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : String(error));
  }
}

/** A state of the store, which a change is made to, and to no other. */
interface StoreState {
  readonly KvsARN: string;
  readonly IfMatch: string | undefined;
}

type Store = Pick<CloudFrontKeyValueStore, "putKey" | "deleteKey" | "describeKeyValueStore">;

async function change(options: Omit<PasswordOptions, "password">, make: (store: Store, at: StoreState) => Promise<unknown>): Promise<void> {
  const { site, clients = openClients({ region: site.region }) } = options;
  const { keyValueStoreArn: KvsARN } = site;
  if (KvsARN === null) throw new InputError('the site has no store of passwords; set its "basicAuth", and apply its stack');
  const store = await clients.keyValueStore();
  for (let attempt = 1; ; attempt++) {
    try {
      const { ETag: IfMatch } = await store.describeKeyValueStore({ KvsARN });
      await make(store, { KvsARN, IfMatch });
      return;
    } catch (error) {
      // somebody else changed it in between
      if (attempt === attempts || !(error instanceof Error) || error.name !== "ConflictException") throw error;
    }
  }
}
