import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { errorCode } from '../../../src/platform/database/faults';
import { openBooks } from '../../support/books';
import { describeOn } from '../../support/engines';
import { asAdministrator } from '../../support/postgres-databases';
import { addCounter, countersOf } from '../../support/probe-rows';

describeOn('postgres', 'a lost connection', (open) => {
  it.each([1, 4])('begins the whole work again, %i times lost, and leaves one row', async (losses) => {
    const { database, close } = await open({ entities: [] });
    await openBooks(database, 'v1');
    let attempts = 0;
    await database.inTransaction('v1', async (tx) => {
      attempts += 1;
      await addCounter(database, tx, ['v1', 'a']);
      const [own] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      if (attempts <= losses) {
        await asAdministrator((client) => client.query('SELECT pg_terminate_backend($1)', [own?.pid]));
      }
      await addCounter(database, tx, ['v1', 'b']);
    });
    expect(attempts).toBe(losses + 1);
    expect(await countersOf(database, 'v1')).toEqual({ a: 1, b: 1 });
    await close();
  });

  it('is given up after the fifth attempt, with nothing kept', async () => {
    const { database, close } = await open({ entities: [] });
    await openBooks(database, 'v1');
    let attempts = 0;
    const hopeless = database.inTransaction('v1', async (tx) => {
      attempts += 1;
      await addCounter(database, tx, ['v1', 'a']);
      const [own] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      await asAdministrator((client) => client.query('SELECT pg_terminate_backend($1)', [own?.pid]));
      await addCounter(database, tx, ['v1', 'b']);
    });
    await expect(hopeless).rejects.toThrow();
    expect(attempts).toBe(5);
    expect(await countersOf(database, 'v1')).toEqual({});
    await close();
  });
});

describeOn('sqlite', 'a lock held by another program', (open) => {
  it('is waited for while the other one finishes', async () => {
    const { database, settings, close } = await open({ entities: [] });
    await openBooks(database, 'v1');
    const other = await holdLock(settings.engine === 'sqlite' ? settings.file : '', 500);
    await database.inTransaction('v1', (tx) => addCounter(database, tx, ['v1', 'a']));
    expect(await countersOf(database, 'v1')).toEqual({ a: 1 });
    await ended(other);
    await close();
  });

  it('ends in a clean refusal when it lasts, and the next work succeeds', async () => {
    const first = await open({ entities: [] });
    await openBooks(first.database, 'v1');
    const hasty = await open({ entities: [], settings: first.settings, busyTimeoutMs: 20 });
    const other = await holdLock(first.settings.engine === 'sqlite' ? first.settings.file : '', 2_000);
    const refused = hasty.database.inTransaction('v1', (tx) => addCounter(hasty.database, tx, ['v1', 'a']));
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(errorCode(error)).toBe('SQLITE_BUSY');
    await ended(other);
    await hasty.database.inTransaction('v1', (tx) => addCounter(hasty.database, tx, ['v1', 'b']));
    expect(await countersOf(first.database, 'v1')).toEqual({ b: 1 });
    await hasty.close();
    await first.close();
  });
});

/**
 * Starts a program of its own that holds the write lock of the file for so long, then lets go without
 * writing.
 */
async function holdLock(file: string, milliseconds: number): Promise<ChildProcess> {
  const child = fork(join(__dirname, '../../support/hold-sqlite-lock.js'), [file, String(milliseconds)]);
  await once(child, 'message');
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, 'exit');
}
