import { createHash } from "node:crypto";

/** A user, the password, and what keeps two equal passwords from looking alike. */
export interface Password {
  readonly user: string;
  readonly password: string;
  /** Random, of letters, digits, - and _; 22 or more. */
  readonly salt: string;
}

/** What the key value store holds of a password: enough to check it, and not the password. */
export interface PasswordEntry {
  readonly key: string;
  readonly value: string;
}

/**
 * The entry of the key value store that lets a user in.
 *
 * @throws {Error} a user with a colon, which cannot be told from the password; a salt that is too short; an empty password
 */
export function passwordEntry({ user, password, salt }: Password): PasswordEntry {
  if (!/^[A-Za-z0-9._@+-]{1,64}$/.test(user))
    throw new Error(`"user" ${JSON.stringify(user)} is no user's name; give 1 to 64 letters, digits, and . _ @ + -`);
  if (password === "") throw new Error('"password" is empty; give one, 16 random characters or more');
  if (!/^[A-Za-z0-9_-]{22,128}$/.test(salt))
    throw new Error('"salt" is too short, or has other characters; give 16 random bytes in base64url');
  return { key: `basic-auth/${user}`, value: `${salt}:${createHash("sha256").update(`${salt}:${password}`).digest("hex")}` };
}
