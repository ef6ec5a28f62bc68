import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../src/platform/database/data-source-options';
import { migrate } from '../../../src/platform/database/migrate';
import { everyTable } from '../../../src/platform/database/migrations/every-table';
import { readCatalogue } from '../../support/catalogue';
import { catalogueProblems } from '../../support/catalogue-rules';
import { describeOnEachEngine, type OpenDatabase } from '../../support/engines';

const APPEND_ONLY = everyTable.filter((table) => table.appendOnly === true).map((table) => table.name);

describeOnEachEngine('the catalogue', (open) => {
  let opened: OpenDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    opened = await open();
    owner = await new DataSource(dataSourceOptions(opened.settings, 'owner')).initialize();
  });
  afterAll(() => owner.destroy());

  it('keeps to the rules for many machines', async () => {
    const catalogue = await readCatalogue(owner);
    expect(catalogue.tables.map((table) => table.name).sort()).toEqual(
      [...everyTable.map((table) => table.name), 'migrations'].sort(),
    );
    expect(catalogueProblems(catalogue, APPEND_ONLY)).toEqual([]);
  });

  it('has every key that the program reads rows by: by less it would take several rows for one', async () => {
    const { tables } = await readCatalogue(owner);
    const keys = new Map(tables.map(({ name, keys: known }) => [name, known.map((key) => [...key].sort())]));
    const other = opened.writer.entityMetadatas.flatMap(({ tableName, primaryColumns }) => {
      const read = primaryColumns.map(({ databaseName }) => databaseName).sort();
      const isKey = keys.get(tableName)?.some((key) => key.join() === read.join());
      return isKey === true ? [] : [`${tableName}: ${read.join(', ')}`];
    });
    expect(other).toEqual([]);
  });

  it('has nothing to do when migrated again', async () => {
    expect(await migrate(opened.settings)).toEqual([]);
  });

  it.each<{ planted: string; sql: string; cure: string }>([
    {
      planted: 'a table without a collective',
      sql: 'CREATE TABLE planted (id text NOT NULL, PRIMARY KEY (id))',
      cure: 'planted: add collective_id, or name it among the reference tables',
    },
    {
      planted: 'a key with the collective second',
      sql: `CREATE TABLE planted (id text NOT NULL, collective_id text NOT NULL,
        PRIMARY KEY (id, collective_id))`,
      cure: 'planted: put collective_id first in the key (id, collective_id)',
    },
    {
      planted: 'a unique index without the collective',
      sql: `CREATE TABLE planted (collective_id text NOT NULL, code text NOT NULL,
        PRIMARY KEY (collective_id), UNIQUE (code))`,
      cure: 'planted: put collective_id first in the key (code)',
    },
    {
      planted: 'a collective that may be missing',
      sql: 'CREATE TABLE planted (collective_id text)',
      cure: 'planted: make collective_id NOT NULL',
    },
    {
      planted: 'a collective of another type',
      sql: 'CREATE TABLE planted (collective_id integer NOT NULL, PRIMARY KEY (collective_id))',
      cure: 'give collective_id one type everywhere, not text, integer',
    },
    {
      planted: 'a foreign key that crosses villages',
      sql: `CREATE TABLE planted (collective_id text NOT NULL, keeper text NOT NULL, asset_id text NOT NULL,
        PRIMARY KEY (collective_id), FOREIGN KEY (keeper, asset_id) REFERENCES assets (collective_id, id))`,
      cure: 'planted (keeper, asset_id) to assets: carry collective_id on both sides, at the same place',
    },
    {
      planted: 'a foreign key that forgets what it pointed to',
      sql: `CREATE TABLE planted (collective_id text NOT NULL, PRIMARY KEY (collective_id),
        FOREIGN KEY (collective_id) REFERENCES collectives (id) ON DELETE CASCADE)`,
      cure: 'planted (collective_id) to collectives: what is pointed to cannot go',
    },
  ])('is refused with $planted', async ({ sql, cure }) => {
    await owner.query(sql);
    const problems = catalogueProblems(await readCatalogue(owner), APPEND_ONLY);
    await owner.query('DROP TABLE planted');
    expect(problems.join('\n')).toContain(cure);
  });

  it.each([
    { trigger: 'ledger_lines_no_update', table: 'ledger_lines', event: 'UPDATE' },
    { trigger: 'ledger_lines_complete', table: 'ledger_lines', event: 'INSERT' },
    { trigger: 'collective_books_balanced', table: 'collective_books', event: 'UPDATE' },
  ])('is refused with the trigger $trigger gone', async ({ trigger, table, event }) => {
    const place = opened.database.engine === 'postgres' ? ` ON ${table}` : '';
    await owner.query(`DROP TRIGGER ${trigger}${place}`);
    const problems = catalogueProblems(await readCatalogue(owner), APPEND_ONLY);
    expect(problems).toContain(`${table}: add the BEFORE ${event} row trigger that raises`);
  });
});
