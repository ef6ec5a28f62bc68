import { Findings } from '../../src/domain/ledger/check-pass';
import { TAKEN_UP } from '../../src/domain/ledger/record-chain';
import { AssetFundEntity } from '../../src/features/assets/asset-fund.entity';
import { RecordsCheckService } from '../../src/features/months/records-check.service';
import { labelOf } from '../../src/glossary/terms';
import { readLostRows } from '../../src/platform/audit/lost-rows';
import { takeUpRows } from '../../src/platform/audit/record-rows';
import { insertRecorded, readRecords, recordAnew, recordedTables } from '../../src/platform/audit/records';
import { everyTable } from '../../src/platform/database/migrations/every-table';
import type { TableDefinition } from '../../src/platform/database/migrations/table-definition';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { Village } from '../support/village';

const AT = '2026-11-27T00:00:00.000Z';
// A collective's own row stays: the others hang on it.
const names = recordedTables.map(({ name }) => name).filter((name) => name !== 'collectives');
/** A pass tells its first twenty breaks. */
const groups = Array.from({ length: Math.ceil(names.length / 20) }, (_, at) => [
  names.slice(at * 20, at * 20 + 20),
]);
const isLater = ({ name }: { name: string }): boolean => definitionOf(name).recorded === 'later';
/** Every row of the village is on record, and each taking up says when it was. */
const taken = 1 + names.length + 2;

function definitionOf(table: string): Partial<TableDefinition> {
  return everyTable.find(({ name }) => name === table) ?? {};
}

type Row = Record<string, string | number | null | undefined>;

/** What checks of tables leave no choice about. */
const ODD: Readonly<Row> = {
  salvage_fen: 0,
  accumulated_fen: 0,
  before: 'w',
  bank_line_id: null,
  entry_line: 1,
  month_days: 28,
};

/** Names and kinds of a table's columns. */
function columnsOf(table: string): { name: string; kind: string }[] {
  const { columns = '' } = definitionOf(table);
  const all = columns.split(',').map((column) => column.trim().split(' '));
  return all.map(([name = '', kind = '']) => ({ name, kind }));
}

/** What a row of some tables says besides, for their rules to hold. */
const RULED: Record<string, Row> = {
  // A share is a household's or a person's, never both.
  share_holdings: { household_id: null },
  // A sum that is not reckoned by people has neither people nor a standard.
  year_plan_lines: { beneficiaries: null, standard_fen: null, months: null },
  // Nobody is his own relative.
  account_relatives: { other_id: 'y' },
};

/** A row of any table: a word in every text, or the first its check allows; the least in every number. */
function rowOf(table: string, collectiveId: string, word: string): Row {
  const { checks = [], ownedBy = 'collective_id' } = definitionOf(table);
  const row: Row = {};
  for (const { name, kind } of columnsOf(table)) {
    const [, allowed] = new RegExp(`\\b${name} IN \\('(\\w+)'`).exec(checks.join()) ?? [];
    const [, least = '1'] = new RegExp(`\\b${name} >= ([12])`).exec(checks.join()) ?? [];
    const number = word === 'z' ? 2 : Number(least);
    const plain = kind.startsWith('text') ? (allowed ?? word) : number;
    row[name] = name === ownedBy ? collectiveId : name in ODD ? ODD[name] : plain;
  }
  return Object.assign(row, RULED[table]);
}

/** A column beside the key that says a word, or a number where none does. */
function plainColumnOf(table: string, collectiveId: string): { name: string; kind: string } | undefined {
  const { primaryKey = [], ownedBy } = definitionOf(table);
  const start = rowOf(table, collectiveId, 'x');
  const own = columnsOf(table).filter(({ name }) => !primaryKey.includes(name) && name !== ownedBy);
  return own.findLast(({ name }) => start[name] === 'x') ?? own.at(-1);
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
    for (const name of ['row_records', 'record_ends', ...names]) await hand.run(`DELETE FROM ${name}`);
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
    expect((await look()).broken).toBe(1 + names.length);
    // The first records had no salt, those of today have one each: both are held.
    for (const salted of [false, true])
      await opened.database.inTransaction(village.id, (tx) =>
        takeUpRows(
          tx,
          recordedTables.filter((each) => isLater(each) === salted),
          { at: AT, salted },
        ),
      );
    expect(await told()).toEqual([]);
    const records = await readRecords(opened.database.reader, village.id);
    expect(records.length).toBe(taken);
    const salts = records.map(({ salt }) => salt).filter((salt) => salt !== '');
    expect(new Set(salts).size).toBe(recordedTables.filter(isLater).length);
    expect(records.at(-1)).toMatchObject({ table: TAKEN_UP, key: AT });
    expect(names.filter((name) => labelOf(`stepTable.${name}`) === `stepTable.${name}`)).toEqual([]);
    await hand.keep();
  });

  it.each(groups)('and one changed, taken away or added by hand is found: %p', async (group) => {
    const all = (code: string, of = group): string[][] => of.map((name) => [code, name]);
    const changed: string[] = [];
    for (const name of group) {
      const column = plainColumnOf(name, village.id);
      // What has nothing beside its key cannot say anything else: it is there or not.
      if (column === undefined) continue;
      const value = column.kind.startsWith('text') ? "'y'" : '3';
      await hand.run(`UPDATE ${name} SET ${column.name} = ${value}`);
      changed.push(name);
    }
    expect(group.filter((name) => !changed.includes(name) && name !== 'joint_cost_takings')).toEqual([]);
    expect(await told()).toEqual(all('check.rowChanged', changed));
    for (const name of group) await hand.run(`DELETE FROM ${name}`);
    expect((await told()).sort()).toEqual(all('check.rowGone').sort());
    for (const name of group) await hand.insert(name, rowOf(name, village.id, 'x'));
    expect(await told()).toEqual([]);
    for (const name of group) await hand.insert(name, rowOf(name, village.id, 'z'));
    expect(await told()).toEqual(all('check.rowUnrecorded'));
    for (const name of group) await hand.run(`DELETE FROM ${name}`);
    for (const name of group) await hand.insert(name, rowOf(name, village.id, 'x'));
  });

  it('and what is gone from the registers is counted for every page', async () => {
    const lost = () => readLostRows(opened.database.reader, village.id);
    expect(await lost()).toEqual([]);
    const registers = ['assets', 'leases', 'deduction_contracts'];
    for (const name of registers) await hand.run(`DELETE FROM ${name}`);
    expect(await lost()).toEqual(registers.map((table) => ({ table, count: 1 })));
    for (const name of registers) await hand.insert(name, rowOf(name, village.id, 'x'));
    expect(await lost()).toEqual([]);
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
    const own = (await readRecords(opened.database.reader, village.id)).slice(taken);
    expect(own.map(({ key, digest }) => [key, digest.length])).toEqual([
      ...[['["x","2"]', 64] as const, ['["x","3"]', 64] as const],
      ...[['["x","2"]', 64] as const, ['["x","1"]', 0] as const, ['["x","3"]', 0] as const],
    ]);
  });

  it('and a tail cut off with its rows is seen by what counts it, or by the check before', async () => {
    const { head } = await look();
    await hand.run(`DELETE FROM row_records WHERE position > ${String(taken)}`, 'DELETE FROM asset_funds');
    await hand.insert('asset_funds', rowOf('asset_funds', village.id, 'x'));
    const codes = ({ breaks }: Findings): string[] => breaks.map(({ code }) => code);
    expect(codes(await look())).toEqual(['check.recordsCut']);
    await hand.run(
      `UPDATE record_ends SET position = ${String(taken)},
         hash = (SELECT hash FROM row_records WHERE position = ${String(taken)})`,
    );
    expect(codes(await look())).toEqual([]);
    expect(codes(await look(head))).toEqual(['check.recordsCut']);
  });
});
