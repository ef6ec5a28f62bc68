import { FormProblems } from '../../src/domain/shared/problem';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import { SubsidyNotesService } from '../../src/features/income/subsidy-notes.service';
import { SubsidyYearService } from '../../src/features/income/subsidy-year.service';
import type { OpeningReplacementService } from '../../src/features/months/opening-replacement.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { replacementsOn } from '../support/openings';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { workbookOf } from '../platform/spreadsheets/workbook.fixture';
import { codesOf } from './leases.fixture';

type Cell = string | number | null;
const HEADINGS = [
  '科目编码',
  '资金类别',
  '借方余额',
  '贷方余额',
  '资产',
  '来源',
  '所属月份',
  '往来单位',
  '发生日期',
];
const PV = '光伏收益';

/** What the books begin with: money at the bank, subsidy of a month, what Li is owed since a day. */
const rowsWith = (bank: number, month: string, since: string): Cell[][] => [
  ['102', PV, bank, null],
  ['112', PV, 60, null, 'Station 1', '国家补贴', month],
  ['211', PV, null, 40, null, null, null, 'Li', since],
  ['151', PV, 420_000, null, 'Station 1'],
  ['311', PV, null, 420_000],
  ['322', PV, null, bank + 20],
];

describeOnEachEngine('an opening that was wrong', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let replacements: OpeningReplacementService;
  let first: string;

  const read = async (rows: Cell[][]): Promise<string> => {
    const bytes = await workbookOf((sheet) => [HEADINGS, ...rows].forEach((row) => sheet.addRow(row)));
    return replacements.upload(village.id, { source: { bytes }, fileName: 'a.xlsx' }, ACCOUNTANT);
  };
  const replace = async (rows: Cell[][], reason = 'wrongAmount', command = ACCOUNTANT) =>
    replacements.replace(village.id, { previewId: await read(rows), reason }, command);
  const found = async () =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
  const stays = async () => (await replacements.stateOf(village.id)).stays?.code;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.addStation();
    replacements = replacementsOn(opened.database, village.services);
    const id = await read(rowsWith(1_000, '2024-05', '2024-12-02'));
    expect(
      await codesOf(replacements.replace(village.id, { previewId: id, reason: 'wrongDate' }, ACCOUNTANT)),
    ).toEqual(['opening.noneYet']);
    first = (await village.services.openings.confirm(village.id, id, ACCOUNTANT)).entryId;
  });
  afterAll(() => opened.close());

  it('stays as it is while the new table or its reason will not do', async () => {
    expect(await codesOf(replace(rowsWith(1, '2024-05', '2024-12-02'), 'because'))).toEqual([
      'reversal.reasonUnknown',
    ]);
    const broken = rowsWith(1_000, '2024-05', '2024-12-02').slice(0, -1);
    await expect(replace(broken)).rejects.toThrow(FormProblems);
    const again = await read(rowsWith(1_000, '2024-05', '2024-12-02'));
    expect(await codesOf(village.services.openings.confirm(village.id, again, ACCOUNTANT))).toEqual([
      'opening.booksBegun',
    ]);
    expect((await village.vouchers()).map(({ reversedById }) => reversedById)).toEqual([undefined]);
  });

  it('is replaced whole, once for one order, and stays to be read', async () => {
    const previewId = await read(rowsWith(900, '2024-06', '2024-11-03'));
    const command = { by: 'accountant', key: 'replace-1' };
    const form = { previewId, reason: 'wrongAmount' };
    const booked = await replacements.replace(village.id, form, command);
    expect(await replacements.replace(village.id, form, command)).toEqual(booked);
    const vouchers = await expectSoundBooks(village);
    expect(vouchers.map(({ voucherNumber, postedOn, reason }) => [voucherNumber, postedOn, reason])).toEqual([
      [1, '2025-01-01', undefined],
      [2, '2025-01-01', 'wrongAmount'],
      [3, '2025-01-01', undefined],
    ]);
    const [old, back] = vouchers;
    expect([old?.entryId, old?.reversedById, back?.reversesId]).toEqual([first, back?.entryId, first]);
    expect(old?.postings.find(({ ledgerAccount }) => ledgerAccount === '102')?.amount).toBe(100_000n);
    expect(await found()).toEqual([]);
  });

  it('is in no report but by what took its place', async () => {
    const { reports, statements, subsidyYears } = reportsOn(opened, village);
    const year = { collectiveId: village.id, from: '2025-01-01', to: '2025-12-31', by: 'postedOn' } as const;
    const { rows, totals } = await reports.accountBalances(year);
    const begun = rows
      .filter(({ level }) => level === 0)
      .map(({ account, opening }) => [account.code, opening]);
    const before = {
      '102': 90_000n,
      '112': 6_000n,
      '151': 42_000_000n,
      '311': -42_000_000n,
      '211': -4_000n,
      '322': -92_000n,
    };
    expect(Object.fromEntries(begun)).toEqual(before);
    expect([totals.debit, totals.credit]).toEqual([0n, 0n]);
    expect(await reports.voucherSummary(year)).toMatchObject({ rows: [], vouchers: 0 });
    expect((await reports.generalLedger({ ...year, account: '102' }))[0]).toMatchObject({
      opening: 90_000n,
      months: [],
    });
    const detail = await reports.detailLedger({ ...year, account: '102' }, { dayTotals: true });
    expect(detail.rows.map(({ kind, balance }) => [kind, balance])).toEqual([['brought', 90_000n]]);
    const trial = await village.services.books.trialBalance(village.id, {
      first: '2025-01',
      last: '2025-12',
    });
    expect(Object.fromEntries(trial.rows.map((row) => [row.account.code, row.opening]))).toEqual(before);
    const ageing = await reports.ageing({ ...year, to: '2025-01-31' });
    expect(ageing.rows.map(({ oldestOn, balance }) => [oldestOn, balance]).sort()).toEqual([
      ['2024-06-30', 6_000n],
      ['2024-11-03', -4_000n],
    ]);
    const sheet = await statements.balanceSheet(year);
    expect(sheet.yearStart).toEqual(sheet.closing);
    expect((await village.owed()).map((each) => [each.aboutPeriod, each.outstanding])).toEqual([
      ['2024-06', 6_000n],
    ]);
    const told = await subsidyYears.yearOf(village.id, '2025');
    expect([
      told.rows.map((row) => [row.month, row.opening, row.settled, row.closing]),
      told.differences,
    ]).toEqual([[['2024-06', 6_000n, 0n, 6_000n]], []]);
    const period = { pool: 'pv', from: '2025-01-01', to: '2025-12-31' } as const;
    expect((await village.services.surplus.statement(village.id, period)).distributable).toBe(86_000n);
  });

  it('stays where something rests on it, and no longer where that was taken back', async () => {
    const [subsidy] = await village.owed();
    const { voucher } = await village.receive(subsidy === undefined ? [] : [subsidy], '2025-02-01');
    expect(await stays()).toBe('opening.voucherStands');
    expect(await codesOf(replace(rowsWith(800, '2024-06', '2024-11-03')))).toEqual(['opening.voucherStands']);
    await village.reverse(voucher.entryId, '2025-02-01');
    expect(await stays()).toBeUndefined();
    await replace(rowsWith(1_100, '2024-07', '2024-11-03'), 'wrongDate');
    expect((await village.owed()).map((each) => [each.aboutPeriod, each.outstanding])).toEqual([
      ['2024-07', 6_000n],
    ]);
    await expectSoundBooks(village);
    expect(await found()).toEqual([]);
  });

  it.each([
    ['DELETE FROM reentries', ['check.openingNotFirst', 'check.openingNotFirst']],
    [
      `UPDATE reentries SET corrects_id = 'gone'
       WHERE corrects_id = (SELECT MIN(corrects_id) FROM reentries)`,
      ['check.openingNotFirst', 'check.reentryLost'],
    ],
  ])('is found where somebody runs %s', async (sql, codes) => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    await hand.run(sql);
    expect((await found()).sort()).toEqual(codes);
    await hand.putBack();
    await hand.close();
    expect(await found()).toEqual([]);
  });

  it('stays once its subsidy has a note, and once a month was held, opened again or not', async () => {
    const [subsidy] = await village.owed();
    const note = { cutKind: 'keptOwing', cutOn: '2025-02-20', byPaper: '', reason: 'the fund pays late' };
    const { subsidyCuts } = village.services;
    await subsidyCuts.recordCut(
      village.id,
      { ...note, amounts: { [subsidy?.id ?? '']: '60.00' } },
      ACCOUNTANT,
    );
    expect(await stays()).toBe('opening.noteRests');
    const notes = new SubsidyNotesService(opened.database, village.services.clock);
    const [told] = await notes.listNotes(village.id);
    const withdraw = (noteId: string | undefined, reason: string) =>
      notes.withdraw(village.id, { noteId: noteId ?? '', reason }, ACCOUNTANT);
    expect(await codesOf(withdraw(told?.id, ' '))).toEqual(['form.missing']);
    await withdraw(told?.id, 'of another month');
    expect(await codesOf(withdraw(told?.id, 'again'))).toEqual(['subsidy.noteUnknown']);
    expect([await stays(), await subsidyCuts.listCuts(village.id)]).toEqual([undefined, []]);
    expect(await notes.listNotes(village.id)).toMatchObject([{ withdrawn: 'of another month' }]);
    expect(await found()).toEqual([]);
    const other = await Village.start(opened.database, { name: 'Xihe' });
    await other.openWith(1_000n);
    await other.hold('2025-01');
    const reopening = { month: '2025-01', reason: 'a bill came late' };
    await other.services.months.reopenMonth(other.id, reopening, ACCOUNTANT);
    const table = { source: { bytes: Buffer.from('x') }, fileName: 'a.csv' };
    expect(await codesOf(replacements.upload(other.id, table, ACCOUNTANT))).toEqual(['opening.monthHeld']);
  });
});

function reportsOn({ database }: OpenDatabase, { services }: Village) {
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const layouts = new StatementLayoutsService('seeds');
  const reports = new ReportsService(database, new ChartService('seeds'), balances, lines, layouts);
  const subsidyYears = new SubsidyYearService(database, services.books, balances, reports, services.clock);
  return { reports, statements: new StatementsService(reports, balances, lines, layouts), subsidyYears };
}
