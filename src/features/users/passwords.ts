import { hash, verify } from '@node-rs/argon2';
import type { Problem } from '../../domain/shared/problem';
import type { UserEntity } from './user.entity';

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

type Passwords = Pick<UserEntity, 'passwordHash' | 'pastPasswords'>;

/** So many passwords before the one in use come no second time. */
const KEPT = 4;

/** What is kept of the passwords once the one in use is one of the past. */
export function pastPasswords(user: Passwords): string {
  return hashesOf(user).slice(0, KEPT).join('\n');
}

/** Whether somebody had this password before: code `users.passwordRepeated`. */
export async function repeatedProblems(user: Passwords, password: string): Promise<Problem[]> {
  for (const each of hashesOf(user)) {
    if (await isPasswordOf(each, password)) return [{ code: 'users.passwordRepeated', field: 'password' }];
  }
  return [];
}

function hashesOf({ passwordHash, pastPasswords: past }: Passwords): string[] {
  return [passwordHash, ...(past ?? '').split('\n').filter((each) => each !== '')];
}
