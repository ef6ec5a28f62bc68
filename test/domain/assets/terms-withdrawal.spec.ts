import { requireWithdrawable } from '../../../src/domain/assets/depreciation-terms';
import type { DomainError } from '../../../src/domain/shared/domain-error';

describe('terms that were entered wrongly', () => {
  const terms = [
    { from: '2025-01', number: 1, entryId: null },
    { from: '2025-06', number: 3, entryId: null },
  ];
  const event = { from: '2025-07', number: 4, entryId: 'entry' };

  it.each<
    [what: string, number: number, plan: Parameters<typeof requireWithdrawable>[1], code: string | undefined]
  >([
    ['are withdrawn while nothing is booked by them', 3, { terms, booked: new Set(['2025-05']) }, undefined],
    ['stay once a month is booked', 3, { terms, booked: new Set(['2025-06']) }, 'assetLife.bookedSince'],
    ['stay while later ones stand', 1, { terms, booked: new Set() }, 'depreciation.termsNotLast'],
    ['are not withdrawn twice', 2, { terms, booked: new Set() }, 'depreciation.termsNotLast'],
    [
      'go with the voucher of their event',
      4,
      { terms: [...terms, event], booked: new Set() },
      'depreciation.termsOfEvent',
    ],
  ])('%s', (_what, number, plan, code) => {
    let found: string | undefined;
    try {
      requireWithdrawable(number, plan);
    } catch (error) {
      found = (error as DomainError).code;
    }
    expect(found).toBe(code);
  });
});
