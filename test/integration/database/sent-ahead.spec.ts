import type { Database } from '../../../src/platform/database/database';
import { errorCode, isDuplicateKey } from '../../../src/platform/database/faults';
import { runAhead, type Statement } from '../../../src/platform/database/statements';
import { openBooks } from '../../support/books';
import { describeOnEachEngine, type OpenDatabase } from '../../support/engines';
import { addCounter, countersOf } from '../../support/probe-rows';

describeOnEachEngine('a write that nobody waits for', (open, engine) => {
  let opened: OpenDatabase;
  let database: Database;

  beforeAll(async () => {
    opened = await open({ entities: [] });
    database = opened.database;
  });

  const counter = (village: string, series: string): Statement => ({
    sql: 'INSERT INTO number_counters (collective_id, series, year, last_number) VALUES (?, ?, 2025, 1)',
    values: [village, series],
  });

  it('is kept with its transaction, all of one step and of the steps after it', async () => {
    await openBooks(database, 'kept');
    await database.inTransaction('kept', async (tx) => {
      await runAhead(tx, [[counter('kept', 'a'), counter('kept', 'b'), counter('kept', 'c')]]);
      const raised = 'UPDATE number_counters SET last_number = 2 WHERE collective_id = ? AND series = ?';
      await runAhead(tx, [[counter('kept', 'd')], [{ sql: raised, values: ['kept', 'd'] }], []]);
    });
    expect(await countersOf(database, 'kept')).toEqual({ a: 1, b: 1, c: 1, d: 2 });
  });

  it('is kept among more than may be unanswered at once', async () => {
    await openBooks(database, 'many');
    const writes = Array.from({ length: 120 }, (_, index) => [counter('many', `series-${String(index)}`)]);
    await database.inTransaction('many', (tx) => runAhead(tx, writes));
    expect(Object.keys(await countersOf(database, 'many'))).toHaveLength(120);
  });

  it.each<{ when: string; after: (village: string) => Promise<unknown> }>([
    { when: 'nothing more is asked', after: () => Promise.resolve() },
    { when: 'the work says no afterwards', after: () => Promise.reject(new Error('the work says no')) },
  ])('fails the transaction with its own error where $when', async ({ when, after }) => {
    await openBooks(database, when);
    const failing = database.inTransaction(when, async (tx) => {
      await runAhead(tx, [[counter(when, 'a')], [counter(when, 'a')], [counter(when, 'b')]]);
      await after(when);
    });
    expect(isDuplicateKey(await failing.catch((error: unknown) => error))).toBe(true);
    expect(await countersOf(database, when)).toEqual({});
  });

  it('fails the transaction with its own error, not with that of what is asked after it', async () => {
    await openBooks(database, 'asked');
    const failing = database.inTransaction('asked', async (tx) => {
      await runAhead(tx, [[counter('asked', 'a'), counter('asked', 'a')]]);
      await addCounter(database, tx, ['asked', 'b']);
    });
    expect(isDuplicateKey(await failing.catch((error: unknown) => error))).toBe(true);
    expect(await countersOf(database, 'asked')).toEqual({});
  });

  it('leaves its key free where it fails, and fails no other work on the same books', async () => {
    await openBooks(database, 'again');
    const command = (series: readonly string[]): Promise<string> =>
      database.inTransaction(
        'again',
        async (tx) => {
          await runAhead(tx, [series.map((name) => counter('again', name))]);
          return 'done';
        },
        { key: 'k1', asked: 'counters' },
      );
    await expect(command(['a', 'a'])).rejects.toThrow();
    expect(await command(['a'])).toBe('done');
    expect(await countersOf(database, 'again')).toEqual({ a: 1 });
  });

  it('of books that nobody opened is refused as the lock is, whatever it wrote', async () => {
    const refused = { code: 'collective.unknown' };
    const write = database.inTransaction('nowhere', (tx) => runAhead(tx, [[counter('nowhere', 'a')]]));
    await expect(write).rejects.toMatchObject(refused);
    await expect(database.inTransaction('nowhere', () => Promise.resolve())).rejects.toMatchObject(refused);
    expect(await countersOf(database, 'nowhere')).toEqual({});
  });

  it('begins the work again where it fails in passing', async () => {
    await openBooks(database, 'passing');
    let attempts = 0;
    const raise = `DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$`;
    await database.inTransaction('passing', async (tx) => {
      attempts += 1;
      const fails = attempts === 1 && engine === 'postgres' ? [{ sql: raise, values: [] }] : [];
      await runAhead(tx, [fails, [counter('passing', 'a')]]);
    });
    expect(attempts).toBe(engine === 'postgres' ? 2 : 1);
    expect(await countersOf(database, 'passing')).toEqual({ a: 1 });
  });

  it('outside a transaction is none', async () => {
    await openBooks(database, 'outside');
    const error: unknown = await runAhead(opened.reader.manager, [[counter('outside', 'a')]]).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expect(errorCode(error)).not.toBe('23505');
    expect(await countersOf(database, 'outside')).toEqual({});
  });
});
