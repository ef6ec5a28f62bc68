import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB, two passes, one lane: the first recommendation of the OWASP password storage
 * cheat sheet.
 */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobodysHash: Promise<string> | undefined;

/** The hash of a password, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, COSTS);
}

/** Whether the password belongs to the hash. Without a hash it takes as long and says no. */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody');
  const fits = await verify(passwordHash ?? (await nobodysHash), password);
  return fits && passwordHash !== undefined;
}
