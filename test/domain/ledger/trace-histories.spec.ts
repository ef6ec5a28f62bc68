import fc from 'fast-check';
import { flowEffect, signedAmount } from '../../../src/domain/ledger/journal-entry';
import { type StepKind, type TracedLine, traceMoney } from '../../../src/domain/ledger/trace-money';
import { sumFen } from '../../../src/domain/money/fen';
import { cost, granted, paid, received, reversal, voucher, type Wish } from './traced-vouchers.fixture';

describe('the ways of a pool’s money', () => {
  const line1 = { planLineId: 'line-1' };
  const line2 = { planLineId: 'line-2' };

  type Event = 'received' | 'cost' | 'granted' | 'paid' | 'onCredit' | 'deposit' | 'fetched';
  const anyEvent = fc.record({
    event: fc.constantFrom<Event>(
      'received',
      'cost',
      'granted',
      'paid',
      'paid',
      'onCredit',
      'deposit',
      'fetched',
    ),
    amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    line: fc.constantFrom<Wish>({}, line1, line2),
    reverses: fc.nat(40),
  });
  const make: Record<Event, (id: number, amount: bigint, wish: Wish) => TracedLine[]> = {
    received,
    cost,
    granted,
    paid,
    onCredit: (id, amount, wish) =>
      voucher(id, [
        ['511', amount, { flow: 'deducted' }],
        ['213', -amount, wish],
      ]),
    deposit: (id, amount) =>
      voucher(id, [
        ['102', amount],
        ['213', -amount],
      ]),
    fetched: (id, amount) =>
      voucher(id, [
        ['101', amount],
        ['102', -amount],
      ]),
  };

  it('add up on every history: each fen received, used and paid stands in one strand, and no other', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 31 }), (given) => {
        const vouchers: TracedLine[][] = [];
        given.forEach(({ event, amount, line, reverses }, index) => {
          const taken = vouchers[reverses]?.[0];
          const isFree =
            taken?.reversesId === undefined &&
            vouchers.flat().every((each) => each.reversesId !== taken?.entryId);
          vouchers.push(
            taken !== undefined && isFree
              ? reversal(index + 1, vouchers[reverses] ?? [])
              : make[event](index + 1, amount, line),
          );
        });
        expectWholeTrace(vouchers.flat());
      }),
      { seed: 20_251_127, numRuns: 300 },
    );
  });
});

/** Every fen of every line that stands lies in exactly one strand. */
function expectWholeTrace(lines: readonly TracedLine[]): void {
  const strands = traceMoney(lines);
  const taken = new Set(lines.flatMap((line) => line.reversesId ?? []));
  const standing = lines.filter((line) => !taken.has(line.entryId) && line.reversesId === undefined);
  const steps = strands.flatMap(({ amount, steps: way }) => way.map((step) => ({ ...step, amount })));
  const isFetched = (entryId: string): boolean =>
    standing.filter((line) => line.entryId === entryId).every((line) => line.money === 'cash');
  for (const line of standing.filter(({ entryId }) => !isFetched(entryId))) {
    const passing = (kinds: readonly StepKind[]): bigint =>
      sumFen(
        steps.filter((step) => step.line === line && kinds.includes(step.as)).map((step) => step.amount),
      );
    const signed = line.money === undefined ? 0n : signedAmount(line);
    expect(passing(['banked', 'settled']) - passing(['owed', 'paid'])).toBe(signed);
    expect(passing(['brought']) - passing(['used'])).toBe(flowEffect([line]));
  }
  expect(steps.every((step) => step.amount > 0n && standing.includes(step.line))).toBe(true);
  const ending = (as: StepKind): bigint =>
    sumFen(strands.filter(({ steps: way }) => way.at(-1)?.as === as).map(({ amount }) => amount));
  const uncovered = sumFen(
    strands.filter(({ steps: way }) => way[0]?.as === 'used').map(({ amount }) => amount),
  );
  expect(ending('brought') - uncovered).toBe(flowEffect(lines));
}
