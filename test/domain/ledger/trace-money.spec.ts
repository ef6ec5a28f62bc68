import fc from 'fast-check';
import { flowEffect, type PoolFlow } from '../../../src/domain/ledger/journal-entry';
import { type TracedLine, traceMoney, traceOfEntry } from '../../../src/domain/ledger/trace-money';
import { sumFen } from '../../../src/domain/money/fen';

const line = (
  entryId: string,
  poolFlow: PoolFlow,
  amount: bigint,
  wish: Partial<TracedLine> = {},
): TracedLine => ({
  entryId,
  lineNumber: 1,
  position: Number(entryId),
  voucherNumber: Number(entryId),
  statementOn: `2025-01-${entryId.padStart(2, '0')}`,
  summary: poolFlow,
  poolFlow,
  side: 'debit',
  amount,
  ...wish,
});

const partsOf = (lines: readonly TracedLine[]) =>
  traceMoney(lines).parts.map(({ source, use, amount }) => [source.entryId, use.entryId, amount]);

describe('the money of a pool', () => {
  it('is used in the order in which it came', () => {
    const lines = [
      line('1', 'opening', 100n),
      line('2', 'received', 50n),
      line('3', 'deducted', 120n),
      line('4', 'received', 30n),
      line('5', 'granted', 40n),
    ];
    expect(partsOf(lines)).toEqual([
      ['1', '3', 100n],
      ['2', '3', 20n],
      ['2', '5', 30n],
      ['4', '5', 10n],
    ]);
    const trace = traceMoney(lines);
    expect(trace.left.map((rest) => [rest.line.entryId, rest.amount])).toEqual([['4', 20n]]);
    expect(traceOfEntry(trace, '3').cameFrom).toHaveLength(2);
    expect(traceOfEntry(trace, '2').wentTo.map((part) => part.use.entryId)).toEqual(['3', '5']);
  });

  it('lets a use ahead of its receipt wait for the next one', () => {
    const lines = [line('1', 'deducted', 70n), line('2', 'received', 50n)];
    expect(partsOf(lines)).toEqual([['2', '1', 50n]]);
    expect(traceMoney(lines).uncovered.map((rest) => rest.amount)).toEqual([20n]);
  });

  it('gives back what a reversed use took, and takes nothing from a reversed receipt', () => {
    const lines = [
      line('1', 'received', 50n),
      line('2', 'received', 60n),
      line('3', 'deducted', 40n),
      line('4', 'granted', 60n),
      line('5', 'deducted', -40n, { reversesId: '3' }),
      line('6', 'received', -50n, { reversesId: '1' }),
    ];
    expect(partsOf(lines)).toEqual([['2', '4', 60n]]);
  });

  it('takes a refund of a cost as money that came, a returned receipt as money that went', () => {
    const lines = [
      line('1', 'deducted', 30n, { side: 'credit' }),
      line('2', 'received', 10n, { side: 'credit' }),
    ];
    expect(partsOf(lines)).toEqual([['1', '2', 10n]]);
  });

  const anyLine = fc.record({
    flow: fc.constantFrom<PoolFlow>('opening', 'received', 'received', 'deducted', 'granted'),
    day: fc.integer({ min: 1, max: 28 }),
    amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    reverses: fc.nat(40),
  });
  it('adds up on every history: no source is used twice, no use covered twice, nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (given) => {
        const lines: TracedLine[] = [];
        given.forEach(({ flow, day, amount, reverses }, index) => {
          const id = String(index + 1);
          const taken = lines[reverses];
          const isFree =
            taken?.reversesId === undefined && !lines.some((each) => each.reversesId === taken?.entryId);
          if (taken !== undefined && isFree) {
            const wish = { statementOn: taken.statementOn, reversesId: taken.entryId };
            lines.push(line(id, taken.poolFlow, -taken.amount, wish));
          } else {
            const statementOn = `2025-01-${String(day).padStart(2, '0')}`;
            lines.push(line(id, flow, amount, { statementOn }));
          }
        });
        const { parts, left, uncovered } = traceMoney(lines);
        expect(parts.every((part) => part.amount > 0n)).toBe(true);
        const standing = lines.filter(
          ({ entryId, reversesId }) =>
            reversesId === undefined && !lines.some((each) => each.reversesId === entryId),
        );
        for (const each of standing) {
          const own = [...parts.filter((part) => [part.source, part.use].includes(each))];
          const rest = [...left, ...uncovered].filter((one) => one.line === each);
          const effect = flowEffect([each]);
          const met = sumFen([...own, ...rest].map((one) => one.amount));
          expect(met).toBe(effect < 0n ? -effect : effect);
        }
        const stands = sumFen(left.map((rest) => rest.amount)) - sumFen(uncovered.map((rest) => rest.amount));
        expect(stands).toBe(flowEffect(lines));
        expect(left.length === 0 || uncovered.length === 0).toBe(true);
      }),
      { seed: 20_251_127, numRuns: 300 },
    );
  });
});
