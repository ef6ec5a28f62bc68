import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../../src/platform/database/database';
import { openBooks } from '../../support/books';
import { expectScaleRules } from '../../support/driver-spy';
import { asOwner } from '../../support/empty-database';
import { describeOn, describeOnEachEngine, freshSettings, type OpenDatabase } from '../../support/engines';
import { addCounter, countersOf, raiseCounter } from '../../support/probe-rows';

describeOnEachEngine('a writing transaction', (open) => {
  let opened: OpenDatabase;
  let database: Database;

  beforeEach(async () => {
    opened = await open({ entities: [] });
    database = opened.database;
    await openBooks(database, 'v1');
    await openBooks(database, 'v2');
    opened.sql.clear();
  });
  afterEach(() => opened.close());

  const add = (village: string, series: string) =>
    database.inTransaction(village, (tx) => addCounter(database, tx, [village, series]));

  it('runs after the other one on the same books and loses no step', async () => {
    await add('v1', 'steps');
    const seen = await Promise.all(
      Array.from({ length: 12 }, () =>
        database.inTransaction('v1', async (tx) => {
          const step = await raiseCounter(database, tx, ['v1', 'steps']);
          await wait(2);
          return step;
        }),
      ),
    );
    expect(seen.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(await countersOf(database, 'v1')).toEqual({ steps: 13 });
    expectScaleRules(opened.sql.statements);
    expect(opened.sql.statements).toContainEqual(expect.stringContaining('number_counters'));
  });

  it('keeps both rows when two overlap on two books', async () => {
    const both = ['v1', 'v2'].map((village) =>
      database.inTransaction(village, async (tx) => {
        await addCounter(database, tx, [village, 'a']);
        await wait(20);
        await addCounter(database, tx, [village, 'b']);
      }),
    );
    await Promise.all(both);
    expect(await countersOf(database, 'v1')).toEqual({ a: 1, b: 1 });
    expect(await countersOf(database, 'v2')).toEqual({ a: 1, b: 1 });
  });

  it('shows a reader nothing before it is committed', async () => {
    const writing = heldOpen(database, 'v1', (tx) => addCounter(database, tx, ['v1', 'a']));
    await writing.wrote;
    expect(await countersOf(database, 'v1')).toEqual({});
    writing.letGo();
    await writing.done;
    expect(await countersOf(database, 'v1')).toEqual({ a: 1 });
  });

  it('leaves nothing behind when its work throws', async () => {
    const failing = database.inTransaction('v1', async (tx) => {
      await addCounter(database, tx, ['v1', 'a']);
      throw new Error('the work says no');
    });
    await expect(failing).rejects.toThrow('the work says no');
    expect(await countersOf(database, 'v1')).toEqual({});
  });

  it.each(['v1', 'v2'])(
    'leaves nothing behind while another one on %s overlaps, and takes nothing of it along',
    async (other) => {
      const failing = database.inTransaction('v1', async (tx) => {
        await addCounter(database, tx, ['v1', 'gone']);
        await wait(20);
        throw new Error('the work says no');
      });
      const staying = database.inTransaction(other, async (tx) => {
        await addCounter(database, tx, [other, 'stays']);
        await wait(20);
      });
      await expect(failing).rejects.toThrow('the work says no');
      await staying;
      expect(await countersOf(database, other)).toEqual({ stays: 1 });
      expect(Object.keys(await countersOf(database, 'v1'))).not.toContain('gone');
    },
  );

  it('is refused for books that nobody opened', async () => {
    await expect(add('nowhere', 'a')).rejects.toMatchObject({ code: 'collective.unknown' });
  });

  it('goes on after a refused one', async () => {
    await expect(add('nowhere', 'a')).rejects.toThrow();
    await add('v1', 'a');
    expect(await countersOf(database, 'v1')).toEqual({ a: 1 });
  });

  it('is never opened through the reading connection', async () => {
    await expect(addCounter(database, database.reader, ['v1', 'a'])).rejects.toThrow(/read-?only/i);
  });

  it('refuses a transaction inside another: the one writer would wait for itself', async () => {
    const { database } = await open({ entities: [] });
    await openBooks(database, 'v1');
    const nested = database.inTransaction('v1', () => database.inTransaction('v1', () => Promise.resolve(1)));
    await expect(nested).rejects.toThrow('a writing transaction does not begin inside another');
  });
});

describeOn('postgres', 'a server that isolates transactions otherwise', (open, engine) => {
  it('is asked for READ COMMITTED with every connection', async () => {
    const { settings, drop } = await freshSettings(engine);
    const [{ name } = { name: '' }] = await asOwner<{ name: string }>(
      settings,
      'SELECT current_database() AS name',
    );
    await asOwner(settings, `ALTER DATABASE ${name} SET default_transaction_isolation TO serializable`);
    const { database, reader, close } = await open({ settings, entities: [] });
    await openBooks(database, 'v1');
    const isolation = 'SHOW transaction_isolation';
    const told = [{ transaction_isolation: 'read committed' }];
    expect(await database.inTransaction('v1', (tx) => tx.query(isolation))).toEqual(told);
    expect(await reader.query(isolation)).toEqual(told);
    await close();
    await drop?.();
  });
});

interface HeldOpen {
  readonly wrote: Promise<void>;
  readonly done: Promise<void>;
  letGo(): void;
}

/** A transaction that stays open after its write until it is let go. */
function heldOpen(
  database: Database,
  collectiveId: string,
  write: Parameters<Database['inTransaction']>[1],
): HeldOpen {
  let letGo = (): void => undefined;
  let wrote = (): void => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const written = new Promise<void>((resolve) => (wrote = resolve));
  const done = database.inTransaction(collectiveId, async (tx) => {
    await write(tx);
    wrote();
    await released;
  });
  return {
    wrote: written,
    done,
    letGo: () => {
      letGo();
    },
  };
}
