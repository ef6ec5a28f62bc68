import { factsOf } from '../../src/domain/ledger/check-pass';
import { sentenceFor } from '../../src/glossary/sentences';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { Village } from '../support/village';

describeOnEachEngine('rows that hold what cannot be', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(1_000_000n); // 1
    await village.hold('2025-01');
    await village.seal('2025-01');
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 }); // 2
    await village.receive(await village.owed(), '2025-02-20'); // 3
    const { voucher } = await village.pay(70_000n, '2025-02-25'); // 4
    await village.reverse(voucher.entryId, '2025-03-10'); // 5
    hand = await Tampering.on(opened);
    for (const table of ['ledger_lines', 'ledger_entries', 'ledger_months', 'collective_books']) {
      await hand.withoutChecks(table);
    }
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  const at = (position: number): string =>
    `collective_id = '${village.id}' AND chain_position = ${String(position)}`;
  const lineOf = (position: number): string =>
    `entry_id = (SELECT id FROM ledger_entries WHERE ${at(position)}) AND line_number = 2`;
  const found = async () => (await village.services.check.checkBooks(village.id)).breaks;

  it.each<{ cell: string; sql: string; where: number; told: string }>([
    ...([2, 3, 4, 5] as const).map((where) => ({
      ...{ cell: 'side', where, sql: `UPDATE ledger_lines SET side = 'both' WHERE LINE` },
      told: '第 2 条分录的借贷方向写着“both”，账上没有这种写法',
    })),
    {
      ...{ cell: 'side', where: 4, sql: "UPDATE ledger_lines SET side = '' WHERE LINE" },
      told: '第 2 条分录的借贷方向写着“”',
    },
    {
      ...{ cell: 'pool', where: 4, sql: "UPDATE ledger_lines SET pool = 'pvx' WHERE LINE" },
      told: '第 2 条分录的资金类别写着“pvx”',
    },
    {
      ...{ cell: 'poolFlow', where: 4, sql: "UPDATE ledger_lines SET pool_flow = 'gone' WHERE LINE" },
      told: '第 2 条分录的资金进出写着“gone”',
    },
    {
      ...{ cell: 'stream', where: 2, sql: "UPDATE ledger_lines SET stream = 'sun' WHERE LINE" },
      told: '第 2 条分录的收入种类写着“sun”',
    },
    {
      ...{
        cell: 'generationMonth',
        where: 2,
        sql: "UPDATE ledger_lines SET generation_month = '2025-13' WHERE LINE",
      },
      told: '第 2 条分录的收入月份写着“2025-13”',
    },
    {
      ...{
        cell: 'postedOn',
        where: 4,
        sql: "UPDATE ledger_entries SET posted_on = '2025-02-30' WHERE ENTRY",
      },
      told: '（链上第 4 号）的记账日期写着“2025年2月30日”',
    },
    {
      ...{
        cell: 'statementOn',
        where: 3,
        sql: "UPDATE ledger_entries SET statement_on = 'soon' WHERE ENTRY",
      },
      told: '（链上第 3 号）的统计日期写着“soon”',
    },
    {
      ...{
        cell: 'aboutPeriod',
        where: 5,
        sql: "UPDATE ledger_entries SET about_period = '2025' WHERE ENTRY",
      },
      told: '（链上第 5 号）的所属月份写着“2025”',
    },
  ])('are named by their cell: $cell of $where, $sql', async ({ sql, where, cell, told }) => {
    await hand.run(sql.replace('LINE', lineOf(where)).replace('ENTRY', at(where)));
    const breaks = await found();
    const cells = breaks.filter(({ pass }) => pass === 'rows');
    expect(cells.map(({ at: place, facts }) => [place.position, facts['cell']])).toEqual([[where, cell]]);
    expect(cells.map((each) => sentenceFor(each.code, factsOf(each))).join()).toContain(told);
    // The other passes have gone on: the voucher is no more what was chained.
    expect(breaks.filter(({ pass }) => pass === 'chain').map(({ code }) => code)).toEqual([
      'check.entryChanged',
    ]);
  });

  it.each([
    { column: 'settled', value: 'zz' },
    { column: 'settled', value: '' },
    { column: 'settled_before', value: '7' },
    { column: 'settled_before', value: '[]' },
    { column: 'region_path', value: '{}' },
    { column: 'voucher_numbers', value: '[]' },
  ])('are named in the row of the books: $column is "$value"', async ({ column, value }) => {
    await hand.run(
      `UPDATE collective_books SET ${column} = '${value}' WHERE collective_id = '${village.id}'`,
    );
    const cells = (await found()).filter(({ pass }) => pass === 'rows');
    expect(cells.map(({ code, facts }) => [code, facts])).toEqual([
      ['check.booksCell', { cell: column, found: value }],
    ]);
  });

  it.each<{ what: string; sql: string; codes: string[] }>([
    {
      what: 'an account the chart does not have',
      sql: "UPDATE ledger_lines SET ledger_account = '9x' WHERE LINE",
      codes: ['check.accountUnknown'],
    },
    {
      what: 'a chart that is none',
      sql: "UPDATE ledger_entries SET chart = '1999' WHERE ENTRY",
      codes: ['check.chartUnknown', 'check.chartOther'],
    },
    {
      what: 'a month that is none',
      sql: "UPDATE ledger_months SET month = '2025-1x' WHERE month = '2025-03'",
      codes: ['check.monthGap', 'check.monthUnknown'],
    },
    {
      what: 'a state that is none',
      sql: "UPDATE ledger_months SET state = 'ajar' WHERE month = '2025-03'",
      codes: ['check.monthState'],
    },
  ])('are found by the pass that reads them: $what', async ({ sql, codes }) => {
    await hand.run(sql.replace('LINE', lineOf(4)).replace('ENTRY', at(4)));
    expect((await found()).map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  it('keep a month from being sealed, named as the check names them', async () => {
    await village.hold('2025-02');
    await hand.run(`UPDATE ledger_lines SET side = 'both' WHERE ${lineOf(4)}`);
    await expect(village.seal('2025-02')).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'check.lineCell' })]) as unknown,
    });
  });
});
