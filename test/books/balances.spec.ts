import fc from 'fast-check';
import { addDays, firstDayOf, monthOf } from '../../src/domain/calendar/calendar-day';
import { REPORT_TIMES } from '../../src/domain/ledger/account-sums';
import type { Fen } from '../../src/domain/money/fen';
import { BalancesService, type Dimension } from '../../src/features/ledger/balances.service';
import { lineCondition, LINES_OF_ENTRIES, type LineSum } from '../../src/features/ledger/balances.store';
import { describeOn, describeOnEachEngine } from '../support/engines';
import { byTier } from '../support/tier';
import { BookedHistory, histories, isOpening, type ModelLine, SteppingClock } from './book-history.fixture';

const SEED = 20_251_125;
const HISTORIES = byTier(4, 100);
const QUESTIONS = 12;

const anyQuestion = fc.record({
  on: fc.nat(200).map((days) => addDays('2024-12-25', days)),
  from: fc.nat(200).map((days) => addDays('2024-12-25', days)),
  known: fc.nat(60),
  by: fc.constantFrom(...REPORT_TIMES),
  pool: fc.constantFrom(undefined, 'pv' as const, 'other' as const),
  account: fc.constantFrom(undefined, '501', '112', '102'),
});
const anyHistory = fc.record({
  bookings: histories(45),
  sealed: fc.nat(3),
  questions: fc.array(anyQuestion, { minLength: QUESTIONS, maxLength: QUESTIONS }),
});

describeOn('sqlite', 'lines of some days', (open) => {
  it('are found by way of their entries, however many lines the books have', async () => {
    const { writer } = await open();
    const wish = { from: '2025-03-01', to: '2025-03-31', by: 'postedOn' } as const;
    const { sql, values } = lineCondition('V', wish);
    const steps = await writer.query<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN SELECT 1 FROM ${LINES_OF_ENTRIES} WHERE ${sql}`,
      values,
    );
    expect(steps.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH e .*voucher_year/),
      expect.stringMatching(/^SEARCH l .*entry_id=/),
    ]);
  });
});

describeOnEachEngine('balances as of any day, as known at any instant', (open) => {
  it(`are what a naive sum of the lines says (seed ${String(SEED)})`, async () => {
    const { database } = await open();
    const balances = new BalancesService(database);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ bookings, sealed, questions }) => {
        number += 1;
        const history = await BookedHistory.book(database, bookings, `V${String(number)}`);
        for (const month of ['2025-01', '2025-02', '2025-03'].slice(0, sealed)) await history.seal(month);
        for (const question of questions) await expectAnswer(balances, history, question);
      }),
      { seed: SEED, numRuns: HISTORIES },
    );
  }, 240_000);

  it('counts what was booked up to the end of a day in Shanghai', async () => {
    const { database } = await open();
    const booking = {
      event: 'accrual' as const,
      day: '2025-01-05',
      about: '2025-01',
      amount: 100n,
      pool: 'pv' as const,
      who: 'grid',
      reverses: 60,
    };
    const history = await BookedHistory.book(database, Array(12).fill(booking), 'Shanghai');
    const balances = new BalancesService(database);
    const last = `2025-07-02T15:59:59.999Z`;
    const naive = history.lines.filter((line) => line.bookedAt <= last).length / 2;
    expect(naive).toBeGreaterThan(0);
    expect(naive).toBeLessThan(12);
    expect(await balances.positionKnown(history.village.id, '2025-07-02')).toBe(naive);
    expect(await balances.positionKnown(history.village.id, last)).toBe(naive);
    expect(await balances.positionKnown(history.village.id, '2025-06-01')).toBe(0);
    expect(await balances.positionKnown(history.village.id)).toBe(12);
  });

  it('takes a sealed month from its snapshot', async () => {
    const { database } = await open();
    const history = await BookedHistory.book(database, [], 'Sealed');
    await history.seal('2025-01');
    const wish = { by: 'postedOn' as const, upTo: 0 };
    await database.inTransaction(history.village.id, (tx) =>
      tx.query(
        `INSERT INTO month_balances VALUES ('${history.village.id}', '2025-01', '102', 'pv', 100, 30, 50)`,
      ),
    );
    const balances = new BalancesService(database);
    expect([...(await balances.balancesOn(history.village.id, '2025-02-15', wish))]).toEqual([['102', 80n]]);
    expect([...(await balances.balancesOn(history.village.id, '2025-01-30', wish))]).toEqual([]);
  });
});

type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

async function expectAnswer(balances: BalancesService, history: BookedHistory, asked: Question) {
  const { village } = history;
  const instant = SteppingClock.instant(asked.known);
  const upTo = await balances.positionKnown(village.id, instant);
  const wish = { by: asked.by, upTo, pool: asked.pool, account: asked.account };
  const counts = (line: ModelLine): boolean =>
    line.bookedAt <= instant &&
    (asked.pool === undefined || line.pool === asked.pool) &&
    line.ledgerAccount.startsWith(asked.account ?? '');
  const isUpTo = (line: ModelLine, day: string): boolean =>
    asked.by === 'postedOn' ? line.postedOn <= day : line.aboutPeriod <= monthOf(day);
  const isFrom = (line: ModelLine, day: string): boolean =>
    asked.by === 'postedOn' ? line.postedOn >= day : line.aboutPeriod >= monthOf(day);

  const stood = history.lines.filter((line) => counts(line) && isUpTo(line, asked.on));
  expect(sorted(await balances.balancesOn(village.id, asked.on, wish))).toEqual(
    sorted(sumsBy(stood, (line) => line.ledgerAccount)),
  );

  const moved = await balances.movedBetween(village.id, { from: asked.from, to: asked.on }, wish);
  const within = stood.filter((line) => isFrom(line, asked.from) && !isOpening(line));
  for (const side of ['debit', 'credit'] as const) {
    const told = new Map(moved.map((sum) => [`${sum.ledgerAccount} ${sum.pool}`, sum[side]]));
    const own = within.filter((line) => line.side === side);
    const naive = new Map<string, Fen>();
    for (const line of own) {
      const key = `${line.ledgerAccount} ${line.pool}`;
      naive.set(key, (naive.get(key) ?? 0n) + line.amount);
    }
    expect(sorted(told)).toEqual(sorted(naive));
  }

  // Days begin with what stood before them, and with the opening of books that open within them.
  const from = asked.by === 'postedOn' ? asked.from : firstDayOf(monthOf(asked.from));
  const began = history.lines.filter(
    (line) =>
      counts(line) &&
      (isUpTo(line, addDays(from, -1)) || (isOpening(line) && isFrom(line, from) && isUpTo(line, asked.on))),
  );
  const days = { from: asked.from, to: asked.on };
  const opened = await balances.openingOf(village.id, days, wish);
  expect(sorted(opened)).toEqual(sorted(sumsBy(began, (line) => line.ledgerAccount)));

  const dimensions = ['ledgerAccount', 'counterparty', 'stream'] as const;
  const begun = await balances.openingBy(village.id, { ...days, dimensions }, wish);
  expect(sorted(keyed(begun, dimensions))).toEqual(
    sorted(sumsBy(began, (line) => dimensions.map((each) => line[each] ?? '').join(' '))),
  );
  const by = await balances.balancesBy(village.id, { on: asked.on, dimensions }, wish);
  expect(sorted(keyed(by, dimensions))).toEqual(
    sorted(sumsBy(stood, (line) => dimensions.map((each) => line[each] ?? '').join(' '))),
  );
}

function keyed(sums: readonly LineSum[], dimensions: readonly Dimension[]): Map<string, Fen> {
  return new Map(
    sums.map((sum) => [dimensions.map((each) => sum[each] ?? '').join(' '), sum.debit - sum.credit]),
  );
}

function sumsBy(lines: readonly ModelLine[], keyOf: (line: ModelLine) => string): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const line of lines) {
    const signed = line.side === 'debit' ? line.amount : -line.amount;
    sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0n) + signed);
  }
  return sums;
}

function sorted(sums: ReadonlyMap<string, Fen>): [string, Fen][] {
  return [...sums].filter(([, sum]) => sum !== 0n).sort(([one], [other]) => (one < other ? -1 : 1));
}
