import { AssetResultsService } from '../../src/features/ledger/asset-results.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ClosedYear, codeOf } from './prior-year-anew.fixture';

const TODAY = '2026-01-20';

/** What is reversed of a closed year and entered anew is that year's still, and none of this one's. */
describeOnEachEngine('a fact of a closed year that is entered anew', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
  });
  afterEach(() => opened.close());

  it('moves what was left by the difference, and this year by nothing', async () => {
    await year.close();
    await year.reverse(year.rent);
    await year.reverse(year.cost);
    expect(await year.movedIn('2026-01')).toEqual({ '102': 80_00n, '112': -300_00n, '32201': 220_00n });
    await year.due('310.00', { corrects: year.rent });
    await year.pay('85.00', { corrects: year.cost });
    expect(await year.movedIn('2026-01')).toEqual({ '102': -5_00n, '112': 10_00n, '32201': -5_00n });
    expect(await year.statement(TODAY)).toEqual({ net: 0n, transferredIn: 5_00n, closing: 2_005_00n });
    const { surplus, books } = year.village.services;
    const day = { pool: 'other', day: TODAY } as const;
    expect(await surplus.undistributed(year.village.id, day)).toBe(1_000_00n - 85_00n);
    const [anew, move] = (await year.village.vouchers()).slice(-2);
    expect(move).toMatchObject({
      ...{ event: 'ledger.movedToEarlierYear', aboutPeriod: '2025-12', postedOn: TODAY },
      source: { kind: 'priorYearMove', id: anew?.entryId },
      summary: '记-0007是2025年的收支，转入收益分配(以前年度损益调整)',
    });
    expect(move?.postings.every(({ poolFlow }) => poolFlow === undefined)).toBe(true);
    expect((await books.requireEntry(year.village.id, anew?.entryId ?? '')).statementOn).toBe('2025-12-10');
    // The workshop has brought what was entered anew, in the months it is for.
    const brought = await new AssetResultsService().listMonths(opened.database.reader, year.village.id);
    expect(brought.map(({ earned }) => earned).reduce((sum, each) => sum + each, 0n)).toBe(310_00n);
    expect(await year.breaks()).toEqual([]);
  });

  it('goes with its move when it is reversed, and comes with another when it is entered again', async () => {
    await year.close();
    await year.reverse(year.rent);
    const second = await year.due('310.00', { corrects: year.rent });
    const move = (await year.village.vouchers()).at(-1)?.entryId ?? '';
    expect(await codeOf(year.reverse(move))).toBe('reversal.ofLateMove');
    await year.reverse(second);
    expect(await year.movedIn('2026-01')).toEqual({ '112': -300_00n, '32201': 300_00n });
    expect((await year.village.vouchers()).at(-1)).toMatchObject({ reversesId: move, reason: 'wrongAmount' });
    const third = await year.due('305.00', { corrects: second });
    expect(await year.movedIn('2026-01')).toEqual({ '112': 5_00n, '32201': -5_00n });
    expect(await year.statement(TODAY)).toEqual({ net: 0n, transferredIn: 5_00n, closing: 2_005_00n });
    // A year later it still is 2025's.
    year.village.services.clock.moveTo('2027-01-15');
    await year.reverse(third, 'wrongAmount', '2027-01-15');
    expect(await year.movedIn('2027-01')).toEqual({ '112': -305_00n, '32201': 305_00n });
    await year.due('301.00', { corrects: third, postedOn: '2027-01-15' });
    expect(await year.movedIn('2027-01')).toEqual({ '112': -4_00n, '32201': 4_00n });
    expect((await year.village.vouchers()).at(-1)).toMatchObject({ aboutPeriod: '2025-10' });
    expect(await year.statement('2027-01-15')).toEqual({
      ...{ net: 0n, transferredIn: -4_00n, closing: 2_001_00n },
    });
    expect(await year.breaks()).toEqual([]);
  });

  it('is of the closed year where it was reversed before the year was closed', async () => {
    await year.reverse(year.cost, 'wrongAmount', '2025-12-20');
    await year.close();
    await year.pay('85.00', { corrects: year.cost });
    expect(await year.movedIn('2026-01')).toEqual({ '102': -85_00n, '32201': 85_00n });
    expect(await year.statement(TODAY)).toEqual({ net: 0n, transferredIn: -85_00n, closing: 1_995_00n });
  });

  it('is booked in the closed year itself while that takes it, without a move', async () => {
    await year.reverse(year.cost, 'wrongAmount', '2025-12-20');
    await year.pay('85.00', { corrects: year.cost, postedOn: '2025-12-21' });
    expect((await year.village.vouchers()).at(-1)).toMatchObject({ event: 'deductions.paid.insurance' });
    await year.close();
    expect(await year.statement('2025-12-31')).toEqual({
      ...{ net: 95_00n, transferredIn: 0n, closing: 1_995_00n },
    });
  });

  it('is this year’s where its day was wrong and it is about this year, and only then', async () => {
    await year.close();
    await year.reverse(year.cost, 'wrongDate');
    await year.reverse(year.rent, 'wrongDate');
    await year.pay('80.00', { corrects: year.cost });
    expect(await year.statement(TODAY)).toMatchObject({ net: -80_00n, transferredIn: -220_00n });
    // Its days are the closed year's, whenever it is booked.
    await year.due('300.00', { corrects: year.rent });
    expect(await year.statement(TODAY)).toMatchObject({ net: -80_00n, transferredIn: 80_00n });
  });

  it('is taken by one of two clerks, with one move', async () => {
    await year.close();
    await year.reverse(year.cost);
    const both = ['85.00', '86.00'].map((amount) => codeOf(year.pay(amount, { corrects: year.cost })));
    const answers = (await Promise.all(both)).sort();
    expect(answers).toEqual(['booked', 'reentry.done']);
    const moves = (await year.village.vouchers()).filter(({ source }) => source.kind === 'priorYearMove');
    expect(moves).toHaveLength(1);
    expect(await year.breaks()).toEqual([]);
  });

  it('is what the form for earlier years takes off, and is kept from a second taking off', async () => {
    const bought = await year.write('513 100.00, 102 -100.00', { postedOn: '2025-11-20' });
    await year.close();
    await year.reverse(bought);
    const anew = await year.write('513 60.00, 102 -60.00', { corrects: bought });
    const less = (amount: string) =>
      year.village.services.priorYear.correct(
        year.village.id,
        {
          ...{ postedOn: TODAY, aboutPeriod: '2025-11', account: '513', change: 'less', pool: 'members' },
          ...{ amount, counter: '102', counterparty: '', reason: 'typed twice', twiceReason: '' },
        },
        { by: 'accountant' },
      );
    expect(await codeOf(less('60.01'))).toBe('correction.aboveYear');
    const { entryId } = await less('0.01');
    expect(await codeOf(year.reverse(anew))).toBe('reversal.corrected');
    await year.reverse(entryId);
    await year.reverse(anew);
    expect(await codeOf(less('0.01'))).toBe('correction.aboveYear');
    expect(await year.movedIn('2026-01')).toEqual({ '102': 100_00n, '32201': -100_00n });
    expect(await year.breaks()).toEqual([]);
  });

  it('comes back to what the closed year left, not to this year', async () => {
    await year.close();
    await year.reverse(year.cost);
    const anew = await year.pay('85.00', { corrects: year.cost });
    const { costRefunds, deductions } = year.village.services;
    const cost = (await deductions.listDeductions(year.village.id)).find(({ entryId }) => entryId === anew);
    const form = { refundedOn: TODAY, amount: '5.00', reason: 'too much', byPaper: 'letter 1' };
    await costRefunds.refund(year.village.id, { deductionId: cost?.id ?? '', form }, { by: 'accountant' });
    expect(await year.statement(TODAY)).toEqual({ net: 0n, transferredIn: 0n, closing: 2_000_00n });
  });

  it('makes no surplus of a loss that the reserve has covered since', async () => {
    await year.write('102 800.00, 311 -800.00', { postedOn: '2025-11-20' });
    await year.write('513 1600.00, 102 -1600.00', { postedOn: '2025-11-20' });
    const raised = await year.write('102 60.00, 504 -60.00', { postedOn: '2025-11-20' });
    await year.close();
    await year.reverse(raised);
    // 900.00 were there and 1,600.00 went: the reserve covers the 700.00 that are missing.
    const covering = await year.write('311 700.00, 322 -700.00');
    const anew = () => year.write('102 61.00, 504 -61.00', { corrects: raised });
    expect(await codeOf(anew())).toBe('reversal.lossCovered');
    await year.reverse(covering);
    expect(await codeOf(anew())).toBe('booked');
  });
});

/** What an asset lost in a month of a closed year is that year's, whenever it is booked. */
describeOnEachEngine('the wear of a closed year that is booked late', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
    await year.close();
  });
  afterEach(() => opened.close());

  const december = async () =>
    (await year.village.vouchers()).find(
      ({ event, aboutPeriod }) => event === 'assets.depreciated' && aboutPeriod === '2025-12',
    )?.entryId ?? '';

  it.each([{ asks: false }, { asks: true }])(
    'goes to what was left, as an act or not: $asks',
    async ({ asks }) => {
      const booked = await december();
      await year.reverse(booked);
      expect(await year.movedIn('2026-01')).toEqual({ '152': 10_00n, '32201': -10_00n });
      const again = await year.depreciate('2025-12', asks ? booked : undefined);
      const move = (await year.village.vouchers()).at(-1);
      expect(again.moved).toEqual({ entryId: move?.entryId, voucherNumber: 4, year: 2025 });
      expect(await year.movedIn('2026-01')).toEqual({});
      expect(await year.statement(TODAY)).toEqual({ net: 0n, transferredIn: 0n, closing: 2_000_00n });
      await year.reverse(again.entryId);
      expect(await year.movedIn('2026-01')).toEqual({ '152': 10_00n, '32201': -10_00n });
      await year.depreciate('2025-12');
      expect(await year.movedIn('2026-01')).toEqual({});
      expect(await year.breaks()).toEqual([]);
    },
  );

  it('goes there by hand, too, and nothing else that is late does', async () => {
    await year.write('161 900.00, 311 -900.00');
    const { manualVouchers } = year.village.services;
    const post = (debit: string, credit: string) =>
      manualVouchers.postVoucher(
        year.village.id,
        typedVoucher({
          ...{ postedOn: TODAY, aboutPeriod: '2025-11' },
          lines: [
            typedLine({ ledgerAccount: debit, debit: '7.00', pool: 'members' }),
            typedLine({ ledgerAccount: credit, credit: '7.00', pool: 'members' }),
          ],
        }),
        { preparedBy: 'ann', reviewedBy: 'ben' },
      );
    expect((await post('513', '162')).moved).toMatchObject({ year: 2025 });
    expect(await year.statement(TODAY)).toEqual({ net: 0n, transferredIn: -7_00n, closing: 1_993_00n });
    expect((await post('513', '102')).moved).toBeUndefined();
    expect(await year.statement(TODAY)).toEqual({ net: -7_00n, transferredIn: -7_00n, closing: 1_986_00n });
    expect(await year.breaks()).toEqual([]);
  });
});
