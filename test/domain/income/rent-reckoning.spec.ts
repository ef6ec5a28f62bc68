import type { LeaseTerms } from '../../../src/domain/assets/lease';
import { rentDues, wholeAtLast } from '../../../src/domain/assets/lease-schedule';
import { leaseWords } from '../../../src/glossary/lease-words';

const TERMS: LeaseTerms = {
  ...{ type: 'fixed', perMonths: 12, everyMonths: 12, firstOn: '2025-01-01', lastOn: '2025-12-31' },
  due: { rule: 'afterStart', days: 0 },
  rates: [{ from: '2025-01-01', value: '13000.00' }],
};

describe('how a rent is told', () => {
  it.each<[what: string, rates: LeaseTerms['rates'], amount: bigint, told: string]>([
    ['whole, it is its price', TERMS.rates, 1_300_000n, '13,000.00'],
    [
      // 6,446.5753 and 7,057.5342: each is rounded, and the due is their sum.
      'in two parts, each says its fen, and they add up',
      [...TERMS.rates, { from: '2025-07-01', value: '14000.00' }],
      1_350_411n,
      '13,000.00 × 181天 ÷ 365天（6,446.58） + 14,000.00 × 184天 ÷ 365天（7,057.53）',
    ],
  ])('%s', (_what, rates, amount, told) => {
    const terms = { ...TERMS, rates };
    const [due] = rentDues(terms, '2025-12-31');
    expect([due?.amount, due && leaseWords.reckoning(terms, due)]).toEqual([amount, told]);
    const shown = due?.steps.reduce((sum, step) => sum + step.amount, 0n);
    expect(shown).toBe(due?.amount);
  });

  it('in ten thousands, each part of a payment and the whole with the last (case B1)', () => {
    const dues = rentDues(
      {
        ...{ type: 'agreedReturn', fund: '851650000', perMonths: 12, everyMonths: 3 },
        ...{ firstOn: '2023-11-01', lastOn: '2024-04-30', due: { rule: 'afterEnd', days: 0 } },
        rates: [{ from: '2023-11-01', value: '6%' }],
      },
      '2024-12-31',
    );
    const told = dues.map((due) => leaseWords.partInTenThousands(due.amount ?? 0n, wholeAtLast(due, dues)));
    expect(told).toEqual(['8.4702万元', '4.3045万元，这一期共12.7748万元', '12.7748万元']);
  });
});
