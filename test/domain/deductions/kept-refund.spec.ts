import fc from 'fast-check';
import { type BorneCost, checkKeptRefunds } from '../../../src/domain/deductions/check-kept-costs';
import { type BorneOfCost, refundParts } from '../../../src/domain/deductions/kept-refund';
import { cameBackPostings } from '../../../src/domain/income/joint-postings';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { sumFen } from '../../../src/domain/money/fen';
import { seedRegisters } from '../../support/seed-registers';

const borne = (amounts: readonly [owner: string, amount: bigint, refunded?: bigint][]): BorneOfCost[] =>
  amounts.map(([owner, amount, refunded = 0n]) => ({ owner, amount, refunded }));
const told = (parts: ReturnType<typeof refundParts>): string =>
  parts.map(({ owner, amount }) => `${owner} ${String(amount)}`).join(' ');

describe('what comes back of a keeper’s cost', () => {
  it.each([
    [
      'by what each bore',
      5_000n,
      borne([
        ['A', 4_000n],
        ['B', 2_000n],
        ['C', 4_000n],
      ]),
      'A 2000 B 1000 C 2000',
    ],
    [
      'whole, each fen that he bore',
      10n,
      borne([
        ['A', 3n],
        ['B', 3n],
        ['C', 4n],
      ]),
      'A 3 B 3 C 4',
    ],
    [
      'the rest of it',
      4n,
      borne([
        ['A', 3n, 2n],
        ['B', 3n, 2n],
        ['C', 4n, 2n],
      ]),
      'A 1 B 1 C 2',
    ],
    [
      'a fen, to who lacks most',
      1n,
      borne([
        ['A', 4n, 1n],
        ['B', 4n, 0n],
        ['C', 2n, 0n],
      ]),
      'B 1',
    ],
  ])('goes %s', (_, amount, parts, found) => {
    expect(told(refundParts(amount, parts))).toBe(found);
  });

  it.each([0n, 11n])('is above nothing and no more than was borne: not %s', (amount) => {
    expect(() => refundParts(amount, borne([['A', 10n]]))).toThrow('no more of a cost comes back');
  });

  it('leaves nobody a whole fen from his exact part, however often something comes back', () => {
    const costs = fc.array(fc.bigInt(1n, 400n), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(costs, fc.array(fc.bigInt(1n, 60n), { minLength: 1, maxLength: 12 }), (costs, came) => {
        const whole = sumFen(costs);
        const got = costs.map(() => 0n);
        for (const each of came) {
          const left = whole - sumFen(got);
          if (left === 0n) break;
          const amount = each < left ? each : left;
          const parts = costs.map((part, at) => ({
            owner: String(at),
            amount: part,
            refunded: got[at] ?? 0n,
          }));
          for (const part of refundParts(amount, parts)) {
            expect(part.amount).toBeGreaterThan(0n);
            got[Number(part.owner)] = (got[Number(part.owner)] ?? 0n) + part.amount;
          }
          const sum = sumFen(got);
          for (const [at, part] of costs.entries()) {
            const off = (got[at] ?? 0n) * whole - part * sum;
            expect(off < whole && off > -whole && (got[at] ?? 0n) <= part).toBe(true);
          }
        }
      }),
      { numRuns: 1000, seed: 20_261_128 },
    );
  });

  it('is owed to the owners as before it was spent', () => {
    const { roles } = seedRegisters().charts.requireChart('2023');
    const lines = cameBackPostings([{ owner: 'A', amount: 3n }], roles);
    expect(lines.map((line) => `${line.side} ${line.ledgerAccount} ${String(line.counterparty)}`)).toEqual([
      ...['debit 102 A', 'credit 211 A'],
    ]);
  });
});

describe('the check of what came back', () => {
  const cost = (amount: bigint, of: Partial<BorneCost> = {}): BorneCost => ({
    ...{ id: 'cost', entryId: 'paid', name: 'Rent', day: '2025-03-20', amount },
    parts: [
      { owner: 'A', amount: (amount * 3n) / 5n },
      { owner: 'B', amount: (amount * 2n) / 5n },
    ],
    ...of,
  });
  const paid = cost(1_000n);
  const back = cost(-500n, { id: 'back', entryId: 'came' });
  const more = cost(-600n, { id: 'more', entryId: 'more' });
  const links = new Map([
    ['came', 'cost'],
    ['more', 'cost'],
  ]);
  it.each([
    ['nothing where it is within what each bore', [paid, back], links, 0],
    ['both where together they are more than was borne', [paid, back, more], links, 2],
    ['one whose parts are not the whole', [paid, { ...back, amount: -501n }], links, 1],
    ['one of no cost', [paid, back], new Map<string, string>(), 1],
    ['one whose cost was taken back', [back], links, 1],
  ])('finds %s', (_, costs, refunded, found) => {
    const findings = new Findings('keptCosts');
    checkKeptRefunds(costs, refunded, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(Array(found).fill('check.keptRefund'));
  });
});
