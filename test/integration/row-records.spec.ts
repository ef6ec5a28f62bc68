import { Findings } from '../../src/domain/ledger/check-pass';
import { TAKEN_UP } from '../../src/domain/ledger/record-chain';
import { AssetFundEntity } from '../../src/features/assets/asset-fund.entity';
import { RecordsCheckService } from '../../src/features/months/records-check.service';
import { labelOf } from '../../src/glossary/terms';
import { takeUpRows } from '../../src/platform/audit/record-rows';
import { insertRecorded, readRecords, recordAnew, recordedTables } from '../../src/platform/audit/records';
import { everyTable } from '../../src/platform/database/migrations/every-table';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { Village } from '../support/village';

const AT = '2026-11-27T00:00:00.000Z';
const names = recordedTables.map(({ name }) => name);

/** What checks of tables leave no choice about. */
const ODD: Readonly<Record<string, string | number>> = { salvage_fen: 0, accumulated_fen: 0, before: 'w' };

/** Names and kinds of a table's columns, the collective's aside. */
function columnsOf(table: string): { name: string; kind: string }[] {
  const { columns = '' } = everyTable.find(({ name }) => name === table) ?? {};
  const all = columns.split(',').map((column) => column.trim().split(' '));
  return all.flatMap(([name = '', kind = '']) => (name === 'collective_id' ? [] : [{ name, kind }]));
}

/** A row of any table: a word in every text, or the first its check allows; one in every number. */
function rowOf(table: string, collectiveId: string, word: string): Record<string, string | number> {
  const { checks = [], primaryKey = [] } = everyTable.find(({ name }) => name === table) ?? {};
  // Where numbers alone tell rows apart, another word is another number.
  const isNumbered = columnsOf(table).every(
    ({ name, kind }) => !primaryKey.includes(name) || kind !== 'text',
  );
  const row: Record<string, string | number> = { collective_id: collectiveId };
  for (const { name, kind } of columnsOf(table)) {
    const [, allowed] = new RegExp(`\\b${name} IN \\('(\\w+)'`).exec(checks.join()) ?? [];
    row[name] =
      ODD[name] ?? (kind.startsWith('text') ? (allowed ?? word) : isNumbered && word === 'z' ? 2 : 1);
  }
  return row;
}

/** A village with one row in every table whose rows are on record, entered before there were records. */
describeOnEachEngine('rows without a voucher are on record', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    hand = await Tampering.on(opened);
    for (const name of names) await hand.insert(name, rowOf(name, village.id, 'x'));
  });
  afterAll(() => hand.close());

  const look = async (seen?: { position: number; hash: string }): Promise<Findings> => {
    const findings = new Findings('records');
    const books = { db: opened.database.reader, collectiveId: village.id, chartOf: () => undefined };
    await new RecordsCheckService().checkRows({ ...books, findings, seen });
    return findings;
  };
  const told = async (): Promise<unknown[]> =>
    (await look()).breaks.map(({ code, facts }) => [code, facts['table']]);

  it('from the day they were taken up, which the chain tells', async () => {
    expect((await look()).broken).toBe(names.length);
    await opened.database.inTransaction(village.id, (tx) => takeUpRows(tx, recordedTables, AT));
    expect(await told()).toEqual([]);
    const records = await readRecords(opened.database.reader, village.id);
    expect(records.length).toBe(names.length + 1);
    expect(records.at(-1)).toMatchObject({ table: TAKEN_UP, key: AT });
    expect(names.filter((name) => labelOf(`stepTable.${name}`) === `stepTable.${name}`)).toEqual([]);
    await hand.keep();
  });

  it.each(names)('and one changed, taken away or added by hand is found: %s', async (table) => {
    const { primaryKey = [] } = everyTable.find(({ name }) => name === table) ?? {};
    const start = rowOf(table, village.id, 'x');
    const other = columnsOf(table)
      .reverse()
      .find(({ name }) => !primaryKey.includes(name) && start[name] === 'x');
    const column = other ?? columnsOf(table).at(-1);
    await hand.run(
      `UPDATE ${table} SET ${column?.name ?? ''} = ${column?.kind.startsWith('text') === true ? "'y'" : '2'}`,
    );
    expect(await told()).toEqual([['check.rowChanged', table]]);
    await hand.run(`DELETE FROM ${table}`);
    expect(await told()).toEqual([['check.rowGone', table]]);
    await hand.insert(table, rowOf(table, village.id, 'x'));
    expect(await told()).toEqual([]);
    const added = rowOf(table, village.id, 'z');
    await hand.insert(table, added);
    expect(await told()).toEqual([['check.rowUnrecorded', table]]);
    const [first = ''] = columnsOf(table).map(({ name }) => name);
    await hand.run(`DELETE FROM ${table} WHERE ${first} = '${String(added[first])}'`);
  });

  it('also where what the program itself replaced or took away is put on record anew', async () => {
    const fund = { collectiveId: village.id, assetId: 'x', level: 'county', year: 2024 } as const;
    await opened.database.inTransaction(village.id, async (tx) => {
      const more = [2, 3].map((lineNumber) => ({ ...fund, lineNumber, amount: 5n }));
      await insertRecorded(tx, AssetFundEntity, more);
      await tx.delete(AssetFundEntity, { collectiveId: village.id, assetId: 'x' });
      await tx.insert(AssetFundEntity, [{ ...fund, lineNumber: 2, amount: 6n }]);
      await recordAnew(tx, AssetFundEntity, { collectiveId: village.id, assetId: 'x' });
    });
    expect(await told()).toEqual([]);
    const own = (await readRecords(opened.database.reader, village.id)).slice(names.length + 1);
    expect(own.map(({ key, digest }) => [key, digest.length])).toEqual([
      ...[['["x","2"]', 64] as const, ['["x","3"]', 64] as const],
      ...[['["x","2"]', 64] as const, ['["x","1"]', 0] as const, ['["x","3"]', 0] as const],
    ]);
  });

  it('and a tail cut off with its rows is seen by what counts it, or by the check before', async () => {
    const { head } = await look();
    await hand.run(
      `DELETE FROM row_records WHERE position > ${String(names.length + 1)}`,
      'DELETE FROM asset_funds',
    );
    await hand.insert('asset_funds', rowOf('asset_funds', village.id, 'x'));
    const codes = ({ breaks }: Findings): string[] => breaks.map(({ code }) => code);
    expect(codes(await look())).toEqual(['check.recordsCut']);
    await hand.run(
      `UPDATE record_ends SET position = ${String(names.length + 1)},
         hash = (SELECT hash FROM row_records WHERE position = ${String(names.length + 1)})`,
    );
    expect(codes(await look())).toEqual([]);
    expect(codes(await look(head))).toEqual(['check.recordsCut']);
  });
});
