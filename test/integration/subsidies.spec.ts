import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { SubsidyYearService } from '../../src/features/income/subsidy-year.service';
import { plainYuan } from '../../src/domain/money/fen';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

function subsidyYearsOn({ services }: Village): SubsidyYearService {
  const { database, books, clock } = services;
  const balances = new BalancesService(database);
  const lines = new BookLinesService(database);
  const layouts = new StatementLayoutsService('seeds');
  const reports = new ReportsService(database, new ChartService('seeds'), balances, lines, layouts);
  return new SubsidyYearService(database, books, balances, reports, clock);
}

/** One village's late subsidy: 350.00 owed for January 2025, 70.00 for February, 105.00 for January 2026. */
describeOnEachEngine('late subsidies', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-03-10');
    await village.openWith(100_000n);
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 });
    await village.settle(station, '2025-02', { kwh: 200 });
    await village.settle(station, '2026-01', { kwh: 300 });
  });
  afterAll(() => opened.close());

  const subsidies = async () => (await village.owed()).filter(({ stream }) => stream === 'subsidy');
  const states = async () => (await subsidies()).map((each) => [each.aboutPeriod, each.outstanding]);
  const ofMonth = async (month: string) =>
    (await subsidies()).find(({ aboutPeriod }) => aboutPeriod === month) ?? { id: '', entryId: '' };
  const cut = async (month: string, fen: bigint, wish = {}) => {
    const amounts = { [(await ofMonth(month)).id]: plainYuan(fen) };
    const usual = { cutKind: 'writtenOff', cutOn: '2026-02-20', byPaper: 'Notice 7', reason: '' };
    return village.services.subsidyCuts.recordCut(village.id, { ...usual, amounts, ...wish }, ACCOUNTANT);
  };
  const advances = () => village.services.subsidyAdvances.listAdvances(village.id, '2026-03-10');
  const undistributed = async () => {
    const whole = { pool: 'pv', from: '2025-01-01', to: '2026-03-10' } as const;
    return (await village.services.surplus.statement(village.id, whole)).distributable;
  };
  const told = async (year: string) => {
    const found = await subsidyYearsOn(village).yearOf(village.id, year);
    return {
      rows: found.rows.map((row) => [
        ...[row.month, row.opening, row.settled, row.received, row.reduced, row.closing],
      ]),
      wrong: [...found.differences, ...found.carriedDifferences],
      notes: found.notes.map(({ month, kind, amount }) => [month, kind, amount]),
    };
  };

  it('are cut by a notice: last year’s from 322, this year’s from income, and no pool moves', async () => {
    const before = await undistributed();
    await village.receive([{ ...(await ofMonth('2025-01')), outstanding: 10_000n }], '2025-03-05');
    expect(await codesOf(cut('2025-01', 25_001n))).toEqual(['receipt.aboveOutstanding']);
    const last = await cut('2025-01', 1_000n);
    const own = await cut('2026-01', 500n);
    const lines = async (entryId = '') =>
      (await village.services.books.requireEntry(village.id, entryId)).postings.map(
        ({ ledgerAccount, side, amount }) => [ledgerAccount.slice(0, 3), side, amount],
      );
    expect(await lines(last.voucher?.entryId)).toEqual([
      ['322', 'debit', 1_000n],
      ['112', 'credit', 1_000n],
    ]);
    expect((await lines(own.voucher?.entryId))[0]).toEqual(['501', 'debit', 500n]);
    expect(await states()).toEqual([
      ['2025-01', 24_000n],
      ['2025-02', 7_000n],
      ['2026-01', 10_000n],
    ]);
    expect(await undistributed()).toBe(before + 10_000n);
    await expectSoundBooks(village);
  });

  it('are owed on where that is said, and nothing is booked', async () => {
    const vouchers = (await village.vouchers()).length;
    const wish = { cutKind: 'keptOwing', byPaper: '', reason: 'next batch' };
    expect((await cut('2025-02', 2_000n, wish)).voucher).toBeUndefined();
    expect((await village.vouchers()).length).toBe(vouchers);
    expect((await states())[1]).toEqual(['2025-02', 7_000n]);
  });

  it('keep their slip until the cut is taken back, which makes it owed again', async () => {
    const { entryId } = await ofMonth('2026-01');
    await expect(village.reverse(entryId, '2026-03-01')).rejects.toMatchObject({ code: 'subsidy.cutStands' });
    const [row] = (await village.services.subsidyCuts.listCuts(village.id)).filter(
      ({ amount }) => amount === 500n,
    );
    await village.reverse(row?.entryId ?? '', '2026-03-01');
    expect((await states())[2]).toEqual(['2026-01', 10_500n]);
    await expectSoundBooks(village);
  });

  it('are told year by year, each year beginning where the one before ended', async () => {
    expect(await told('2025')).toEqual({
      rows: [
        ['2025-01', 0n, 35_000n, 10_000n, 0n, 25_000n],
        ['2025-02', 0n, 7_000n, 0n, 0n, 7_000n],
      ],
      wrong: [],
      notes: expect.anything() as unknown,
    });
    expect(await told('2026')).toEqual({
      rows: [
        ['2025-01', 25_000n, 0n, 0n, 1_000n, 24_000n],
        ['2025-02', 7_000n, 0n, 0n, 0n, 7_000n],
        ['2026-01', 0n, 10_500n, 0n, 0n, 10_500n],
      ],
      wrong: [],
      notes: [
        ['2025-01', 'writtenOff', 1_000n],
        ['2025-02', 'keptOwing', 2_000n],
      ],
    });
  });

  it('are advanced by others: owed and not distributable, paid back when they come', async () => {
    const before = await undistributed();
    const { subsidyAdvances } = village.services;
    const paper = { lender: 'Town', byPaper: 'Agreement 1' };
    const form = { ...paper, receivedOn: '2026-02-10', amount: '300.00' };
    // Owed on that day: 250.00 and 70.00 of 2025, 105.00 of 2026; the cut of 10.00 comes later.
    const above = subsidyAdvances.recordAdvance(village.id, { ...form, amount: '425.01' }, ACCOUNTANT);
    expect(await codesOf(above)).toEqual(['subsidy.advanceAboveOwed']);
    const advance = await subsidyAdvances.recordAdvance(village.id, form, ACCOUNTANT);
    expect(await undistributed()).toBe(before);
    expect((await advances()).map(({ lender, due }) => [lender, due])).toEqual([['Town', 0n]]);
    const january = { ...(await ofMonth('2025-01')), outstanding: 24_000n };
    const came = await village.receive([january], '2026-02-25');
    expect((await advances()).map(({ due }) => due)).toEqual([24_000n]);
    const repay = (amount: string, reason = '') =>
      subsidyAdvances.repay(
        village.id,
        { advanceId: advance.id, form: { repaidOn: '2026-02-26', amount, reason } },
        ACCOUNTANT,
      );
    expect(await codesOf(repay('300.01'))).toEqual(['subsidy.aboveAdvance']);
    expect(await codesOf(repay('240.01'))).toEqual(['subsidy.aheadOfSubsidy']);
    const early = await repay('250.00', 'the lender asked');
    expect((await advances()).map(({ repaid, reasons }) => [repaid, reasons])).toEqual([
      [25_000n, ['the lender asked']],
    ]);
    await village.reverse(early.voucher.entryId, '2026-02-27');
    const { voucher } = await repay('240.00');
    expect((await advances()).map(({ repaid, due }) => [repaid, due])).toEqual([[24_000n, 0n]]);
    await expect(village.reverse(advance.voucher.entryId, '2026-03-02')).rejects.toMatchObject({
      code: 'subsidy.advanceRepaid',
    });
    // What came went on to the town: it is not taken back before that is.
    await expect(village.reverse(came.voucher.entryId, '2026-03-02')).rejects.toMatchObject({
      ...{ code: 'subsidy.receiptRepaid', facts: { amount: 24_000n } },
    });
    await village.reverse(voucher.entryId, '2026-03-02');
    expect((await advances()).map(({ repaid, due }) => [repaid, due])).toEqual([[0n, 24_000n]]);
    expect(await undistributed()).toBe(before + 24_000n);
    await expectSoundBooks(village);
  });

  it('are no longer explained once they have come', async () => {
    const { notes } = await subsidyYearsOn(village).yearOf(village.id, '2026');
    expect(notes.map(({ left, settledOn }) => [left, settledOn])[1]).toEqual([2_000n, undefined]);
    const receipt = await village.receive(
      [{ ...(await ofMonth('2025-02')), outstanding: 7_000n }],
      '2026-03-05',
    );
    const after = await subsidyYearsOn(village).yearOf(village.id, '2026');
    expect(after.notes.map(({ left, settledOn }) => [left, settledOn])[1]).toEqual([0n, '2026-03-05']);
    await village.reverse(receipt.voucher.entryId, '2026-03-06');
    const again = await subsidyYearsOn(village).yearOf(village.id, '2026');
    expect(again.notes.map(({ left }) => left)[1]).toBe(2_000n);
  });

  it('wait for no last fen of a fee: given up for a reason, owed again when taken back', async () => {
    const fees = async () =>
      (await village.owed()).filter((each) => each.stream === 'energy' && each.aboutPeriod === '2026-01');
    const [whole] = await fees();
    if (whole === undefined) throw new Error('the fee of January is owed');
    const { id, amount } = whole;
    const open = async () => {
      const all = await village.services.subsidyCuts.listOpen(village.id);
      return all.filter(({ stream }) => stream === 'energy').map((each) => each.outstanding);
    };
    expect(await open()).toEqual([]);
    await village.receive([{ ...whole, outstanding: amount - 1n }], '2026-03-06');
    expect(await open()).toEqual([1n]);
    const before = await undistributed();
    const form = {
      cutKind: 'writtenOff',
      cutOn: '2026-03-07',
      byPaper: 'advice of the bank',
      amounts: { [id]: '0.01' },
    };
    const give = (reason: string) =>
      village.services.subsidyCuts.recordCut(village.id, { ...form, reason }, ACCOUNTANT);
    expect(await codesOf(give(' '))).toEqual(['form.missing']);
    const { voucher } = await give('slip and bank rounded differently');
    expect([await fees(), await open()]).toEqual([[], []]);
    // What had not come was never received.
    expect(await undistributed()).toBe(before);
    expect((await told('2026')).wrong).toEqual([]);
    await expectSoundBooks(village);
    await village.reverse(voucher?.entryId ?? '', '2026-03-08');
    expect(await open()).toEqual([1n]);
    await expectSoundBooks(village);
  });

  it('come with a fee of which the bank paid a fen more: other income, with a reason', async () => {
    const all = (await village.owed()).filter(({ stream }) => stream === 'energy');
    const fee = all.find(({ aboutPeriod }) => aboutPeriod === '2025-02');
    if (fee === undefined) throw new Error('the fee of February is owed');
    const receive = (wish: object) => {
      const amounts = { [fee.id]: plainYuan(fee.outstanding) };
      const form = { receivedOn: '2026-03-06', amount: plainYuan(fee.outstanding + 1n), amounts, ...wish };
      return village.services.receipts.recordReceipt(village.id, form, ACCOUNTANT);
    };
    const excessReason = 'the grid rounds the sum';
    expect(await codesOf(receive({}))).toEqual(['receipt.excess']);
    const above = plainYuan(fee.outstanding + 100n);
    expect(await codesOf(receive({ amount: above, excessReason }))).toEqual(['receipt.partsNotWhole']);
    const before = await undistributed();
    const { voucher } = await receive({ excessReason });
    expect(await undistributed()).toBe(before + fee.outstanding + 1n);
    const [due, receipt] = (await village.vouchers()).slice(-2);
    expect(due?.summary).toContain(excessReason);
    expect(due?.postings.map(({ ledgerAccount, amount }) => [ledgerAccount.slice(0, 3), amount])).toEqual([
      ['112', 1n],
      ['504', 1n],
    ]);
    expect(receipt?.entryId).toBe(voucher.entryId);
    expect(receipt?.postings.map(({ stream }) => stream)).toEqual(['energy', 'energy', 'other', 'other']);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
    await expectSoundBooks(village);
    // The receipt goes first, and what was other income with it.
    expect(await codesOf(village.reverse(due?.entryId ?? '', '2026-03-08'))).toEqual([
      'income.alreadyReceived',
    ]);
    await village.reverse(voucher.entryId, '2026-03-08');
    await village.reverse(due?.entryId ?? '', '2026-03-08');
    expect(await undistributed()).toBe(before);
    await expectSoundBooks(village);
  });

  it('are found by the check of the books where somebody changed them', async () => {
    const told = async () => {
      const { breaks } = await village.services.check.checkBooks(village.id);
      return breaks.map(({ code }) => code).sort();
    };
    expect(await told()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.run(
      "UPDATE subsidy_cuts SET amount_fen = 999, cut_on = '2026-02-21' WHERE amount_fen = 1000",
      'UPDATE subsidy_advances SET amount_fen = 1 WHERE amount_fen > 0',
      'DELETE FROM subsidy_advances WHERE amount_fen < 0',
    );
    await hand.close();
    expect(await told()).toEqual([
      ...['check.factOther', 'check.receivableDiffers', 'check.rowChanged', 'check.rowChanged'],
      ...['check.rowGone', 'check.rowGone'],
      ...Array<string>(3).fill('check.subsidyAdvanceDiffers'),
    ]);
  });
});
