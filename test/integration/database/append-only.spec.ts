import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/platform/database/data-source-options';
import { errorCode } from '../../../src/platform/database/faults';
import { everyTable } from '../../../src/platform/database/migrations/every-table';
import { openBooks } from '../../support/books';
import { describeOn, describeOnEachEngine, type OpenDatabase } from '../../support/engines';

const APPEND_ONLY = everyTable.filter((table) => table.appendOnly === true).map((table) => table.name);
const CHANGEABLE = everyTable.filter((table) => table.appendOnly !== true).map((table) => table.name);

describeOnEachEngine('what was posted', (open) => {
  let opened: OpenDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    opened = await open({ entities: [] });
    await openBooks(opened.database, 'v1');
    owner = await new DataSource(dataSourceOptions(opened.settings, 'owner')).initialize();
    await opened.database.inTransaction('v1', (tx) =>
      tx.query(
        `INSERT INTO idempotency_keys (collective_id, command_key, digest, answer)
         VALUES ('v1', 'k', 'd', 'null')`,
      ),
    );
  });
  afterAll(() => owner.destroy());

  it.each([
    "UPDATE idempotency_keys SET answer = 'other' WHERE collective_id = 'v1'",
    "DELETE FROM idempotency_keys WHERE collective_id = 'v1'",
  ])('stays, even for the owner of the tables: %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow('append-only');
    expect(await owner.query('SELECT answer FROM idempotency_keys')).toEqual([{ answer: 'null' }]);
  });
});

describeOn('sqlite', 'a row put in the place of another', (open) => {
  it.each(['writer', 'owner'] as const)('is refused to the %s', async (use) => {
    const { settings, database } = await open({ entities: [] });
    await openBooks(database, 'v1');
    const source = await new DataSource(dataSourceOptions(settings, use)).initialize();
    const put = (verb: string, answer: string): Promise<unknown> =>
      source.query(
        `${verb} INTO idempotency_keys (collective_id, command_key, digest, answer)
         VALUES ('v1', 'k', 'd', '${answer}')`,
      );
    await put('INSERT', 'first');
    for (const verb of ['REPLACE', 'INSERT OR REPLACE']) {
      await expect(put(verb, 'other')).rejects.toThrow('append-only');
    }
    expect(await source.query('SELECT answer FROM idempotency_keys')).toEqual([{ answer: 'first' }]);
    await source.destroy();
  });
});

describeOn('postgres', 'the serving role', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open({ entities: [] });
  });

  const rightsOn = async (table: string): Promise<string[]> => {
    const rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES'];
    const held = await opened.writer.query<{ right: string }[]>(
      'SELECT r AS right FROM unnest($1::text[]) AS r WHERE has_table_privilege(current_user, $2, r)',
      [rights, table],
    );
    return held.map((row) => row.right);
  };

  it.each(APPEND_ONLY)('may read and add, but not change, remove or empty %s', async (table) => {
    expect(await rightsOn(table)).toEqual(['SELECT', 'INSERT']);
  });

  it.each(CHANGEABLE)('may not empty %s nor touch its guards', async (table) => {
    expect(await rightsOn(table)).toEqual(['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  });

  it('is refused when it tries', async () => {
    for (const sql of [
      "UPDATE ledger_lines SET side = 'debit'",
      'DELETE FROM ledger_lines',
      'TRUNCATE ledger_lines',
    ]) {
      const error: unknown = await opened.writer.query(sql).catch((thrown: unknown) => thrown);
      expect(errorCode(error)).toBe('42501');
    }
  });

  it('owns no table and makes none', async () => {
    const own = await opened.writer.query<unknown[]>(
      'SELECT 1 FROM pg_tables WHERE tableowner = current_user',
    );
    expect(own).toEqual([]);
    await expect(opened.writer.query('CREATE TABLE planted (id text)')).rejects.toThrow(/permission denied/);
  });
});
