import type { AssetKnown } from '../../../src/domain/assets/asset-facts';
import { booksIndicate, type QuarterKnown } from '../../../src/domain/oversight/indicators';
import { colourOf } from '../../../src/domain/oversight/three-colours';

const BOUNDS = {
  ...{ confirmed: false, yellowFrom: 1, redFrom: 2, yieldLeast: '0.05' },
  ...{ yieldOf: 'income' as const, splitWithinMonths: 12 },
};
const paid = (month: string, earned = 2_500_00n) => ({ month, earned, spent: 0n });
const stake: AssetKnown = {
  asset: {
    ...{ id: 'a', kind: 'equity', assetClass: 'operating', titleLevel: 'village', name: 'Stake' },
    ...{ pool: 'other', cost: 50_000_00n, titleHolder: 'the cooperative', acquiredOn: '2024-03-31' },
  },
  ...{ funds: [], particulars: undefined, upkeepBills: 0, classId: undefined, contracts: [] },
  ...{ months: [paid('2025-03')], earnedOn: [], remedy: undefined, numberTaken: false },
  ...{ organisation: 'the cooperative', booksFrom: '2023-07-01' },
};
const asked = (wish: Partial<AssetKnown> = {}, at: Partial<QuarterKnown> = {}): QuarterKnown => ({
  ...{ known: { ...stake, ...wish }, quarter: '2025-Q2', asOf: '2025-06-30', late: undefined },
  ...{ splitTo: '2024-12-31', grace: 0, ...at },
});
const of = (kind: 'equity' | 'biological' | 'workshop') => ({ ...stake.asset, kind });
const since = (acquiredOn: string) => ({ ...stake.asset, acquiredOn });
const business = (at: QuarterKnown): string => {
  const found = booksIndicate(at, BOUNDS).find(({ indicator }) => indicator === 'business');
  return `${found?.standing ?? ''} ${found?.why ?? ''}`;
};

/** A stake of 50,000.00 that pays once a year, asked about after the second quarter of 2025. */
describe('what brings something once a year', () => {
  it.each<[what: string, at: QuarterKnown, told: string]>([
    ['a stake that paid in the quarter before', asked(), 'normal earnedInYear'],
    ['a herd that brought something then', asked({ asset: of('biological') }), 'normal earnedInYear'],
    ['a workshop that brought something then', asked({ asset: of('workshop') }), 'abnormal nothingEarned'],
    ['in the first of the twelve months', asked({ months: [paid('2024-07')] }), 'normal earnedInYear'],
    ['a month before them', asked({ months: [paid('2024-06')] }), 'abnormal nothingInYear'],
    ['after the quarter', asked({ months: [paid('2025-07')] }), 'abnormal nothingInYear'],
    ['never', asked({ months: [] }), 'abnormal nothingInYear'],
    ['taken back', asked({ months: [paid('2025-03', 0n)] }), 'abnormal nothingInYear'],
    ['never, in less than a year', asked({ months: [], asset: since('2024-07-02') }), 'unknown yearNotWhole'],
    ['never, for a year', asked({ months: [], asset: since('2024-07-01') }), 'abnormal nothingInYear'],
    ['never, a day too early', asked({ months: [] }, { asOf: '2025-06-29' }), 'unknown yearNotWhole'],
    ['never in books of less', asked({ months: [], booksFrom: '2024-07-02' }), 'unknown booksBeganLater'],
    ['never in books of a year', asked({ months: [], booksFrom: '2024-07-01' }), 'abnormal nothingInYear'],
  ])('%s', (_what, at, told) => {
    expect(business(at)).toBe(told);
  });

  it('is no red asset for having paid a quarter ago, and one for having paid nothing', () => {
    const colour = (at: QuarterKnown) =>
      colourOf(
        booksIndicate(at, BOUNDS).map(({ standing }) => standing),
        BOUNDS,
      );
    const lessThanAsked = asked({ months: [paid('2025-03', 2_499_99n)] });
    expect([asked(), lessThanAsked, asked({ months: [] })].map(colour)).toEqual(['grey', 'yellow', 'red']);
  });
});
