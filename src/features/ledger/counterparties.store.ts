import { type EntityManager, In } from 'typeorm';
import { CounterpartyNames, isCounterpartyWord } from '../../domain/ledger/counterparty';
import type { Posting } from '../../domain/ledger/journal-entry';
import { insertRecorded } from '../../platform/audit/records';
import { newId } from '../../platform/ids/new-id';
import { CounterpartyEntity } from './counterparty.entity';
import { run } from './ledger.store';

/** The names of a collective's counterparties by id. */
export async function readCounterpartyNames(
  db: EntityManager,
  collectiveId: string,
): Promise<CounterpartyNames> {
  const all = await db.findBy(CounterpartyEntity, { collectiveId });
  return new CounterpartyNames(new Map(all.map(({ id, name }) => [id, name])));
}

/**
 * The counterparties that these texts name, by id or by name; a name that nobody bears yet is registered, so
 * that what is hashed holds an id. A word of the program's stays one.
 */
export async function registerCounterparties(
  tx: EntityManager,
  collectiveId: string,
  named: readonly string[],
): Promise<CounterpartyNames> {
  const texts = [...new Set(named)].filter((text) => !isCounterpartyWord(text));
  if (texts.length === 0) return new CounterpartyNames(new Map());
  const known = await tx.find(CounterpartyEntity, {
    where: [
      { collectiveId, id: In(texts) },
      { collectiveId, name: In(texts) },
    ],
  });
  const taken = new Set(known.flatMap(({ id, name }) => [id, name]));
  const added = texts
    .filter((name) => !taken.has(name))
    .map((name) => ({ collectiveId, id: newId(), kind: 'organisation' as const, name }));
  if (added.length > 0) await insertRecorded(tx, CounterpartyEntity, added);
  return new CounterpartyNames(new Map([...known, ...added].map(({ id, name }) => [id, name])));
}

/** Lines with their counterparties by id, those registered that were not yet. */
export async function withRegistered(
  tx: EntityManager,
  collectiveId: string,
  postings: readonly Posting[],
): Promise<Posting[]> {
  const named = postings.flatMap(({ counterparty }) => counterparty ?? []);
  const names = await registerCounterparties(tx, collectiveId, named);
  return postings.map((posting) => names.byId(posting));
}

/** Whether a line holds a name in place of an id, as those booked before ids do. */
export async function isHeldByName(db: EntityManager, collectiveId: string, name: string): Promise<boolean> {
  const rows = await run<{ entry_id: string }>(
    db,
    'SELECT entry_id FROM ledger_lines WHERE collective_id = ? AND counterparty = ? LIMIT 1',
    [collectiveId, name],
  );
  return rows.length > 0;
}
