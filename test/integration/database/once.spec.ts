import { Database } from '../../../src/platform/database/database';
import { errorCode, isDuplicateKey } from '../../../src/platform/database/faults';
import { openBooks } from '../../support/books';
import { describeOnEachEngine, type OpenDatabase } from '../../support/engines';
import { behindShards, type Faults } from '../../support/error-proxy';
import { addCounter, countersOf } from '../../support/probe-rows';

describeOnEachEngine('a command with a key', (open) => {
  let opened: OpenDatabase;

  beforeEach(async () => {
    opened = await open({ entities: [] });
    await openBooks(opened.database, 'v1');
    await openBooks(opened.database, 'v2');
  });
  afterEach(() => opened.close());

  /** The command under test: adds a counter and answers with what it did. */
  const command = (database: Database, asked: { series: string }, village = 'v1') =>
    database.inTransaction(
      village,
      async (tx) => {
        await addCounter(database, tx, [village, asked.series]);
        return { did: asked.series };
      },
      { key: 'k1', asked },
    );

  it('gives the first answer again and does nothing a second time', async () => {
    expect(await command(opened.database, { series: 'a' })).toEqual({ did: 'a' });
    expect(await command(opened.database, { series: 'a' })).toEqual({ did: 'a' });
    expect(await countersOf(opened.database, 'v1')).toEqual({ a: 1 });
  });

  it('happens once when sent twice at the same time', async () => {
    const both = [command(opened.database, { series: 'a' }), command(opened.database, { series: 'a' })];
    expect(await Promise.all(both)).toEqual([{ did: 'a' }, { did: 'a' }]);
    expect(await countersOf(opened.database, 'v1')).toEqual({ a: 1 });
  });

  it('is refused when the key asked something else before', async () => {
    await command(opened.database, { series: 'a' });
    await expect(command(opened.database, { series: 'b' })).rejects.toMatchObject({
      code: 'command.keyReused',
    });
    expect(await countersOf(opened.database, 'v1')).toEqual({ a: 1 });
  });

  it('means another command in other books', async () => {
    await command(opened.database, { series: 'a' });
    expect(await command(opened.database, { series: 'b' }, 'v2')).toEqual({ did: 'b' });
  });

  it('leaves no key behind when its work throws, so that it may be sent again', async () => {
    const failing = opened.database.inTransaction('v1', () => Promise.reject(new Error('the work says no')), {
      key: 'k1',
      asked: { series: 'a' },
    });
    await expect(failing).rejects.toThrow('the work says no');
    expect(await command(opened.database, { series: 'a' })).toEqual({ did: 'a' });
  });

  const behind = (faults: Faults) => new Database(behindShards(opened.writer, faults), opened.reader);

  it.each<{ fate: string; commits: Faults['commits'] }>([
    { fate: 'the rows were kept', commits: ['kept'] },
    { fate: 'the rows were lost', commits: ['lost'] },
    { fate: 'first lost, then kept', commits: ['lost', 'kept'] },
  ])('resolves a COMMIT of unknown outcome by its key: $fate', async ({ commits }) => {
    expect(await command(behind({ commits: [...(commits ?? [])] }), { series: 'a' })).toEqual({ did: 'a' });
    expect(await countersOf(opened.database, 'v1')).toEqual({ a: 1 });
  });

  it('without a key is not repeated after a COMMIT of unknown outcome: the caller hears of it', async () => {
    const database = behind({ commits: ['kept'] });
    const unkeyed = database.inTransaction('v1', (tx) => addCounter(database, tx, ['v1', 'a']));
    await expect(unkeyed).rejects.toMatchObject({ code: 'command.outcomeUnknown' });
    expect(await countersOf(opened.database, 'v1')).toEqual({ a: 1 });
  });

  it('knows a duplicate by its SQLSTATE where an error names no constraint', async () => {
    const database = behind({});
    const twice = database.inTransaction('v1', async (tx) => {
      await addCounter(database, tx, ['v1', 'a']);
      await addCounter(database, tx, ['v1', 'a']);
    });
    const error: unknown = await twice.catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('number_counters');
    expect(isDuplicateKey(error)).toBe(true);
    expect(errorCode(error)).toBe(
      opened.database.engine === 'postgres' ? '23505' : 'SQLITE_CONSTRAINT_PRIMARYKEY',
    );
  });
});
