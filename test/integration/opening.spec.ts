import { encode } from 'iconv-lite';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import { addDays } from '../../src/domain/calendar/calendar-day';
import { REPORT_TIMES } from '../../src/domain/ledger/account-sums';
import { FormProblems } from '../../src/domain/shared/problem';
import { openingTemplate } from '../../src/features/months/opening-table';
import { SetClock } from '../../src/platform/clock/clock';
import { readTable } from '../../src/platform/spreadsheets/read-table';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { workbookOf } from '../platform/spreadsheets/workbook.fixture';

const HEADINGS = ['科目编码', '资金类别', '借方余额', '贷方余额', '资产', '来源', '所属月份', '往来单位'];
type Cell = string | number | null;

/** A village in the middle of its life: one station, forty balances. */
const ROWS: Cell[][] = [
  ['102', '光伏收益', 12_345.6, null],
  ...Array.from({ length: 6 }, (_each, place): Cell[] => [
    '112',
    '光伏收益',
    1_000.1,
    null,
    'Station 1',
    '国家补贴',
    `2024-0${String(place + 1)}`,
  ]),
  ['151', '光伏收益', 420_000, null, 'Station 1'],
  ['152', '光伏收益', null, 105_000, 'Station 1'],
  ...Array.from({ length: 28 }, (_each, place): Cell[] => [
    '211',
    '光伏收益',
    null,
    10.01,
    null,
    null,
    null,
    `农户${String(place + 1)}`,
  ]),
  ['241', '光伏收益', null, 1_065.92],
  ['311', '光伏收益', null, 315_000],
  ['322', '光伏收益', null, 17_000],
];

const xlsx = (rows: Cell[][]): Promise<Buffer> =>
  workbookOf((sheet) => [HEADINGS, ...rows].forEach((row) => sheet.addRow(row)));

function reportsOn({ database }: OpenDatabase) {
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const layouts = new StatementLayoutsService('seeds');
  const reports = new ReportsService(database, new ChartService('seeds'), balances, lines, layouts);
  return { reports, statements: new StatementsService(reports, balances, lines, layouts) };
}

describeOnEachEngine('the opening of books', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.addStation();
  });
  afterEach(() => opened.close());

  const upload = (bytes: Buffer): Promise<string> =>
    village.services.openings.upload(village.id, { source: { bytes }, fileName: 'a.xlsx' }, ACCOUNTANT);

  it('books forty balances as the first voucher, even by a program that starts anew in between', async () => {
    const id = await upload(await xlsx(ROWS));
    expect(ROWS).toHaveLength(40);
    expect((await village.services.openings.read(village.id, id)).problems).toEqual([]);
    expect(await village.vouchers()).toEqual([]);

    // The program was killed and starts again: what was looked at is still there.
    const again = Village.at(opened.database, village.id, new SetClock('2025-07-20'));
    const command = { by: 'accountant', key: 'confirm-1' };
    const voucher = await again.services.openings.confirm(village.id, id, command);
    expect(await again.services.openings.confirm(village.id, id, command)).toEqual(voucher);
    expect(voucher).toMatchObject({ voucherNumber: 1, chainPosition: 1 });
    const [first, ...others] = await village.vouchers();
    expect([first?.postings.length, first?.postedOn, others]).toEqual([40, '2025-01-01', []]);

    // Nobody is hashed by name: a counterparty of each, registered with the opening.
    const registered = await village.services.counterparties.listCounterparties(village.id);
    const named = first?.postings.flatMap(({ counterparty }) => counterparty ?? []) ?? [];
    expect(new Set(named)).toEqual(new Set(['grid', ...registered.map((each) => each.id)]));
    expect(registered.map(({ name }) => name)).toContain('农户28');

    // What was owed is received as any other income, and the pool starts with its money less its debts.
    const owed = await village.owed();
    expect(owed.map((each) => [each.stream, each.aboutPeriod, each.outstanding])).toEqual(
      Array.from({ length: 6 }, (_each, place) => ['subsidy', `2024-0${String(place + 1)}`, 100_010n]),
    );
    await village.receive(owed.slice(0, 2), '2025-02-01');
    expect(await village.owed()).toHaveLength(4);
    const moves = await village.services.books.listPoolMovements(village.id, 'pv');
    const start = moves.filter((each) => each.flow === 'opening');
    expect(start.reduce((sum, each) => sum + each.amount, 0n)).toBe(1_234_560n - 28n * 1_001n);
  });

  it('books whom its lines name by id, and shows older lines by name with the same one', async () => {
    const { openings, counterparties, books, manualVouchers } = village.services;
    const further = { ledgerAccount: '211', side: 'credit', amount: 300n, pool: 'members' } as const;
    const bank = [{ pool: 'members', amount: 1_000n }] as const;
    const owing = [
      { ...further, counterparty: 'Li' },
      { ...further, side: 'debit', ledgerAccount: '322' } as const,
    ];
    const on = '2025-01-01';
    await openings.recordShort(village.id, { on, bank, receivables: [], further: owing }, ACCOUNTANT);
    const [li] = await counterparties.listCounterparties(village.id);
    const [opening] = await village.vouchers();
    expect(opening?.postings.flatMap((each) => each.counterparty ?? [])).toEqual([li?.id]);
    // As books of before hold it: the name itself.
    const hand = await Tampering.on(opened);
    await hand.run("UPDATE ledger_lines SET counterparty = 'Li' WHERE counterparty IS NOT NULL");
    await hand.close();
    const mend = (name: string) =>
      counterparties.changeCounterparty(village.id, { id: li?.id ?? '', kind: 'person', name }, ACCOUNTANT);
    await expect(mend('Li Ming')).rejects.toMatchObject({ problems: [{ code: 'voucher.counterpartyHeld' }] });
    expect(await mend('Li')).toEqual({ id: li?.id });
    const { reports } = reportsOn(opened);
    const owed = async () => {
      const scope = { collectiveId: village.id, from: on, to: '2025-07-31', by: 'postedOn' } as const;
      const { rows } = await reports.ageing({ ...scope, account: '211' });
      return rows.map(({ party, balance }) => [party, balance]);
    };
    expect(await owed()).toEqual([[JSON.stringify({ counterparty: li?.id }), -300n]]);
    const lines = [
      typedLine({ ledgerAccount: '211', debit: '1.00', pool: 'members', counterparty: 'Li' }),
      typedLine({ ledgerAccount: '102', credit: '1.00' }),
    ];
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    const paid = await manualVouchers.postVoucher(village.id, typedVoucher({ lines }), hands);
    expect((await books.requireEntry(village.id, paid.entryId)).postings[0]?.counterparty).toBe(li?.id);
    expect(await owed()).toEqual([[JSON.stringify({ counterparty: li?.id }), -200n]]);
  });

  it('books nothing of a table with anything wrong, and says all of it', async () => {
    const rows = ROWS.map((row) => [...row]);
    rows[0] = ['102', '光伏收益', 12_345.605, null];
    rows[10] = ['211', '光伏收益', null, 10.01, null, null, null, '农户2 13800138000'];
    rows[7] = ['151', '光伏收益', 420_000, null, 'Station 9'];
    const id = await upload(await xlsx(rows));
    const { problems } = await village.services.openings.read(village.id, id);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['money.notAnAmount', 'C2'],
      ['opening.assetUnknown', 'E9'],
      ['form.privateNumber', 'H12'],
    ]);
    await expect(village.services.openings.confirm(village.id, id, ACCOUNTANT)).rejects.toThrow(FormProblems);
    expect(await village.vouchers()).toEqual([]);
    rows[2] = ['112', '光伏收益', '=1+1', null];
    const found = ['C4', 'C2', 'E9', 'H12'].map((field) => ({ field }));
    const typed = Buffer.from([HEADINGS, ...rows].map((row) => row.join(',')).join('\n'));
    await expect(upload(typed)).rejects.toMatchObject({ problems: found });
  });

  it.each<{ day: string; of: string; also: string; told: bigint[] }>([
    { day: '2025-01-01', of: 'a year', also: '311', told: [500n, 500n, 500n] },
    { day: '2025-07-01', of: 'half a year', also: '501', told: [400n, 400n, 400n, 500n, 900n, 900n] },
  ])(
    'is what the books begin with on the first day of $of, and no movement of it',
    async ({ day, also, told }) => {
      const lines = ['102,其他,9.00,', `${also},其他,,4.00`, '322,其他,,5.00'];
      const csv = encode(['科目编码,资金类别,借方余额,贷方余额', ...lines].join('\n'), 'gb18030');
      const { collectives, openings, books } = village.services;
      const { id: other } = await collectives.createCollective({
        ...{ parentId: null, kind: 'village', name: 'Xihe', organisationName: 'Xihe cooperative' },
        ...{ regionPath: ['341200'], noticeLabel: 'XH', routeId: null, contacts: [], booksOpenOn: day },
      });
      const table = { source: { bytes: csv }, fileName: 'a.csv' };
      await openings.confirm(other, await openings.upload(other, table, ACCOUNTANT), ACCOUNTANT);
      const { reports, statements } = reportsOn(opened);
      const year = { collectiveId: other, from: '2025-01-01', to: '2025-12-31', by: 'postedOn' } as const;
      const before = { '102': 900n, '322': -500n, [also]: -400n };

      for (const by of REPORT_TIMES) {
        for (const from of ['2025-01-01', day]) {
          const scope = { ...year, from, by };
          const { rows, totals } = await reports.accountBalances(scope);
          const begun = rows.filter(({ level }) => level === 0);
          expect(Object.fromEntries(begun.map(({ account, opening }) => [account.code, opening]))).toEqual(
            before,
          );
          expect([totals.debit, totals.credit, totals.closingDebit]).toEqual([0n, 0n, 900n]);
          expect(await reports.voucherSummary(scope)).toMatchObject({ rows: [], vouchers: 0 });
          const [ledger] = await reports.generalLedger({ ...scope, account: '102' });
          expect(ledger).toMatchObject({ opening: 900n, months: [] });
          const detail = await reports.detailLedger({ ...scope, account: '102' }, { dayTotals: true });
          expect([detail.lines, detail.rows.map(({ kind, balance }) => [kind, balance])]).toEqual([
            0,
            [['brought', 900n]],
          ]);
        }
      }
      for (const first of ['2024-01', '2025-01', day.slice(0, 7)]) {
        const trial = await books.trialBalance(other, { first, last: '2025-12' });
        expect(Object.fromEntries(trial.rows.map((row) => [row.account.code, row.opening]))).toEqual(before);
        expect([trial.debit, trial.credit]).toEqual([0n, 0n]);
      }
      // The year begins with what was brought in; income of the year so far is this year's and not before it.
      const sheet = await statements.balanceSheet(year);
      expect(sheet.yearStart).toEqual(sheet.closing);
      expect(sheet.yearStart.left.at(-1)?.amount).toBe(900n);
      const { thisYear, lastYear } = await statements.incomeStatement(year);
      const amounts = thisYear.flatMap(({ amount }) =>
        amount === undefined || amount === 0n ? [] : [amount],
      );
      expect(amounts).toEqual(told);
      expect(lastYear.every(({ amount }) => amount === undefined || amount === 0n)).toBe(true);
      const eve = await reports.accountBalances({ ...year, from: '2024-01-01', to: addDays(day, -1) });
      expect(eve.rows).toEqual([]);
    },
  );

  it('refuses a table that does not know an asset of the register', async () => {
    await village.addStation({ name: 'Station 2' });
    const id = await upload(await xlsx(ROWS));
    const { problems } = await village.services.openings.read(village.id, id);
    expect(problems.map(({ code, facts }) => [code, facts?.asset])).toEqual([
      ['opening.assetMissing', 'Station 2'],
    ]);
  });

  it('ages debts from the day its table says, which cannot be changed unseen', async () => {
    const rows: Cell[][] = [
      ['科目编码', '资金类别', '借方余额', '贷方余额', '资产', '往来单位', '发生日期'],
      ['102', '光伏收益', 500, null],
      ['151', '光伏收益', 420_000, null, 'Station 1'],
      ['112', '光伏收益', 40, null, null, 'Li', '2024-12-02'],
      ['211', '光伏收益', null, 30, null, 'Wang', '2024年6月30日'],
      ['211', '光伏收益', null, 20, null, 'Wang', '2025-01-01'],
      ['211', '光伏收益', null, 10, null, 'Zhao'],
      ['221', '光伏收益', null, 100, null, 'Bank', '2021/3/15'],
      ['322', '光伏收益', null, 420_380],
    ];
    const id = await upload(await workbookOf((sheet) => rows.forEach((row) => sheet.addRow(row))));
    await village.services.openings.confirm(village.id, id, ACCOUNTANT);
    const scope = { collectiveId: village.id, from: '2025-01-01', to: '2025-01-31', by: 'postedOn' } as const;
    const { reports } = reportsOn(opened);
    const aged = async (account?: string) => {
      const report = await reports.ageing({ ...scope, account });
      return report.rows.map((row) => [row.oldestOn, row.parts.join(' '), row.isOfUnknownAge]);
    };
    expect(await aged()).toEqual([
      ['2024-12-02', '0 4000 0 0 0', false], // 60 days
      ['2024-06-30', '-2000 0 0 -3000 0', false], // 215 and 30 days
      ['2025-01-01', '-1000 0 0 0 0', true],
      ['2021-03-15', '0 0 0 0 -10000', false], // a loan
    ]);
    expect(await aged('221')).toEqual([['2021-03-15', '0 0 0 0 -10000', false]]);
    const { check } = village.services;
    const found = async () => ownPasses(await check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(await found()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run("UPDATE line_origins SET arose_on = '2024-11-30' WHERE arose_on = '2024-12-02'");
    expect(await found()).toEqual(['check.originDiffers']);
    await hand.run(`UPDATE line_origins SET entry_id = 'gone'`);
    expect(await found()).toEqual(['check.originDiffers', 'check.originElsewhere']);
    await hand.close();
  });

  it('comes first or not at all, and a preview is gone after a day', async () => {
    const csv = encode(
      '科目编码,资金类别,借方余额,贷方余额\n102,光伏收益,1.00,\n322,光伏收益,,1.00',
      'gb18030',
    );
    const id = await upload(csv);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000).toISOString();
    const clock = jest.spyOn(village.services.clock, 'now').mockReturnValue(tomorrow);
    await upload(csv);
    clock.mockRestore();
    await expect(village.services.openings.read(village.id, id)).rejects.toMatchObject({
      code: 'file.previewGone',
    });
    const late = await upload(csv);
    await village.openWith(1_000n);
    await expect(village.services.openings.confirm(village.id, late, ACCOUNTANT)).rejects.toMatchObject({
      code: 'opening.booksBegun',
    });
  });
});

it('offers a template that its own reader reads', async () => {
  const bytes = await openingTemplate();
  const { sheet, rows } = await readTable({ bytes });
  expect([sheet, rows.length, rows[0]?.cells.length]).toEqual(['期初余额', 1, 11]);
});
