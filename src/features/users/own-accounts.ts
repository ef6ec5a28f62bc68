import type { EntityManager } from 'typeorm';
import { run } from '../../platform/database/statements';

const LAST_OF_USER = (row: string): string =>
  `NOT EXISTS (SELECT 1 FROM account_persons later
     WHERE later.user_id = ${row}.user_id AND later.number > ${row}.number)`;

/** Every account of the person who has one, itself first: it alone where nobody said whose it is. */
export async function readOwnAccounts(db: EntityManager, userId: string): Promise<readonly string[]> {
  const rows = await run<{ readonly user_id: string }>(
    db,
    `SELECT other.user_id FROM account_persons own
     JOIN account_persons other ON other.person_id = own.person_id AND other.user_id <> own.user_id
     WHERE own.user_id = ? AND ${LAST_OF_USER('own')} AND ${LAST_OF_USER('other')}
     ORDER BY other.user_id`,
    [userId],
  );
  return [userId, ...rows.map((row) => row.user_id)];
}

/** Which accounts are one person's: each under its person's id; an account of nobody named under its own. */
export async function readPersonIds(db: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ readonly user_id: string; readonly person_id: string }>(
    db,
    `SELECT user_id, person_id FROM account_persons own WHERE ${LAST_OF_USER('own')}`,
    [],
  );
  return new Map(rows.map((row) => [row.user_id, row.person_id]));
}
