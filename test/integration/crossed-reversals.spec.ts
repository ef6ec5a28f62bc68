import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { tracingOn } from '../support/statements';
import { CrossedYear, TODAY } from './crossed-year.fixture';
import { codeOf } from './prior-year-anew.fixture';

/** What was booked under the chart of before is taken back under that of now, in one voucher. */
describeOnEachEngine('the reversal of a voucher of the chart before', (open) => {
  let opened: OpenDatabase;
  let year: CrossedYear;

  beforeEach(async () => {
    opened = await open();
    year = await CrossedYear.open(opened);
    await year.close();
  });
  afterEach(() => opened.close());

  it('puts rent, a cost and a debt of 2023 right: 322 moves by the difference', async () => {
    expect(await year.stands('112', '211', '32201')).toEqual({
      ...{ '112': 1_050_00n, '211': -200_00n, '32201': -3_150_00n },
    });
    for (const entryId of [year.rent, year.cost, year.owed]) await year.reverse(entryId);
    expect(await year.moved()).toEqual({ '102': 80_00n, '112': -300_00n, '211': 200_00n, '32201': 20_00n });
    await year.due('200.00', { corrects: year.rent });
    await year.pay('85.00', { corrects: year.cost });
    await year.owe('180.00', { corrects: year.owed });
    expect(await year.moved()).toEqual({ '102': -5_00n, '112': -100_00n, '211': 20_00n, '32201': 85_00n });
    expect(await year.stands('112', '211', '32201')).toMatchObject({ '112': 950_00n, '211': -180_00n });
    expect(await year.statement()).toMatchObject({ net: 0n, transferredIn: -85_00n });
    expect(await year.breaks()).toEqual([]);
  });

  it('is one voucher, its lines on the accounts to which the change carried them', async () => {
    const moves = new Map([
      [year.rent, '112 debit -30000, 32201 credit -30000'],
      [year.cost, '32201 debit -8000, 102 credit -8000'],
      [year.owed, '32201 debit -20000, 211 credit -20000'],
      [year.slip, '112 debit -40000, 32201 credit -40000, 112 debit -35000, 32201 credit -35000'],
    ]);
    for (const [entryId, lines] of moves) {
      const before = (await year.vouchers()).length;
      const { entryId: reversal } = await year.reverse(entryId);
      expect((await year.vouchers()).length).toBe(before + 1);
      const [taken, back] = [await year.voucher(entryId), await year.voucher(reversal)];
      expect(back).toMatchObject({
        reversesId: entryId,
        chart: '2023',
        postedOn: TODAY,
        source: taken.source,
      });
      expect(back.statementOn).toBe(taken.statementOn);
      expect(taken).toMatchObject({ reversedById: reversal, chart: '2004' });
      const told = back.postings.map(
        ({ ledgerAccount, side, amount }) => `${ledgerAccount} ${side} ${String(amount)}`,
      );
      expect(told.join(', ')).toBe(lines);
      // All else of a line stays: pool, flow, asset, stream, month, other party.
      const rest = (line: (typeof back.postings)[0]) => ({ ...line, ledgerAccount: '', amount: 0n });
      expect(back.postings.map(rest)).toEqual(taken.postings.map(rest));
    }
    expect(await year.statement()).toMatchObject({ net: 0n, transferredIn: -770_00n });
  });

  it('is done once, also by two clerks at the same instant', async () => {
    const both = [codeOf(year.reverse(year.rent)), codeOf(year.reverse(year.rent))];
    expect((await Promise.all(both)).sort()).toEqual(['booked', 'reversal.alreadyReversed']);
    expect(await codeOf(year.reverse(year.rent))).toBe('reversal.alreadyReversed');
    const [back] = (await year.vouchers()).filter(({ reversesId }) => reversesId === year.rent);
    expect(await codeOf(year.reverse(back?.entryId ?? ''))).toBe('reversal.ofReversal');
    expect(await year.breaks()).toEqual([]);
  });

  it('goes into no month that is held, and onto no day of the chart before', async () => {
    await year.depreciate('2024-01');
    year.village.services.clock.moveTo('2024-02-10');
    await year.village.settle(year.of.station, '2023-12', { kwh: 1_000, on: '2024-01-25' });
    await year.village.hold('2024-01');
    expect(await codeOf(year.reverse(year.rent))).toBe('period.held');
    expect(await codeOf(year.reverse(year.rent, 'wrongAmount', '2023-12-31'))).toBe('period.otherChart');
    expect(await codeOf(year.reverse(year.rent, 'wrongAmount', '2024-02-10'))).toBe('booked');
    expect(await year.breaks()).toEqual([]);
  });

  it('leaves alone what opened, closed and carried over the books', async () => {
    const { books } = year.village.services;
    const all = await books.listVouchers(year.id, { first: '2023-11', last: '2024-01' });
    const codesOf = async (kind: string) => {
      const own = all
        .filter(({ source }) => source.kind === kind)
        .map(({ entryId }) => year.reverse(entryId));
      return Promise.all(own.map(codeOf));
    };
    expect(await codesOf('opening')).toEqual(['reversal.ofOpening']);
    expect(await codesOf('chartChange')).toEqual(['reversal.ofChartChange', 'reversal.ofChartChange']);
    expect(await codesOf('yearClosing')).toEqual(['yearEnd.laterBooked', 'yearEnd.reversedInOtherYear']);
  });

  it('is reversed with what it moved where it was entered anew, and once more', async () => {
    await year.reverse(year.rent);
    const second = await year.due('310.00', { corrects: year.rent });
    expect(await year.moved()).toEqual({ '112': 10_00n, '32201': -10_00n });
    await year.reverse(second);
    expect(await year.moved()).toEqual({ '112': -300_00n, '32201': 300_00n });
    const third = await year.due('200.00', { corrects: second });
    expect(await year.moved()).toEqual({ '112': -100_00n, '32201': 100_00n });
    year.village.services.clock.moveTo('2025-01-15');
    await year.reverse(third, 'wrongAmount', '2025-01-15');
    expect(await year.statement('2025-01-15')).toMatchObject({ net: 0n, transferredIn: -200_00n });
    expect(await year.breaks()).toEqual([]);
  });

  it('owes nobody what it took back, wherever its money is traced', async () => {
    const owedAtEnd = async () => {
      const strands = await tracingOn(opened).tracePool(year.id, 'other');
      return strands.filter(({ steps }) => steps.at(-1)?.as === 'owed').map(({ amount }) => amount);
    };
    expect(await owedAtEnd()).toEqual([200_00n]);
    await year.reverse(year.owed);
    expect(await owedAtEnd()).toEqual([]);
    await year.owe('180.00', { corrects: year.owed });
    expect(await owedAtEnd()).toEqual([180_00n]);
  });
});
