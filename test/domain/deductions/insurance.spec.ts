import { endingInsurances, type Insurance, insuranceGaps } from '../../../src/domain/deductions/insurance';

const policy = (firstOn: string, lastOn: string | undefined, wish: Partial<Insurance> = {}): Insurance => ({
  ...{ contractId: firstOn, name: 'fire', assetId: 'hall', firstOn, lastOn },
  ...wish,
});
const NOBODY_LEFT = new Map<string, string>();

describe('an insurance that ends', () => {
  const YEAR = policy('2024-07-20', '2025-07-19');

  it.each<[what: string, today: string, others: Insurance[], inDays: number[]]>([
    ['31 days before: not yet', '2025-06-18', [], []],
    ['30 days before', '2025-06-19', [], [30]],
    ['on its last day', '2025-07-19', [], [0]],
    ['the day after: that is a gap', '2025-07-20', [], []],
    ['another one follows the day after', '2025-07-01', [policy('2025-07-20', '2026-07-19')], []],
    ['another one follows a day later', '2025-07-01', [policy('2025-07-21', '2026-07-20')], [18]],
    [
      'another asset is insured',
      '2025-07-01',
      [policy('2025-07-20', '2026-07-19', { assetId: 'shed' })],
      [18],
    ],
    ['one without a last day goes on', '2025-07-01', [policy('2025-01-01', undefined)], []],
  ])('is announced: %s', (_, today, others, inDays) => {
    const found = endingInsurances([YEAR, ...others], today, NOBODY_LEFT);
    expect(found.map((each) => each.inDays)).toEqual(inDays);
  });

  it.each<[what: string, leftOn: string, today: string, inDays: number[]]>([
    ['left on the last day of the insurance', '2025-07-19', '2025-07-19', []],
    ['left before', '2025-07-01', '2025-07-10', []],
    ['leaves before the insurance ends', '2025-07-10', '2025-07-01', []],
    ['leaves only after it has ended', '2025-08-10', '2025-07-09', [10]],
  ])('is not to be renewed for what %s', (_, leftOn, today, inDays) => {
    const found = endingInsurances([YEAR], today, new Map([['hall', leftOn]]));
    expect(found.map((each) => each.inDays)).toEqual(inDays);
  });

  it.each<[what: string, all: Insurance[], left: [string, string][], gaps: (string | undefined)[][]]>([
    ['nothing was ever insured', [], [], []],
    ['it is insured today', [policy('2025-01-01', '2025-12-31')], [], []],
    ['it ended', [policy('2024-01-01', '2024-12-31')], [], [['2025-01-01', undefined]]],
    [
      'days between two',
      [policy('2024-01-01', '2024-12-31'), policy('2025-02-01', '2026-01-31')],
      [],
      [['2025-01-01', '2025-01-31']],
    ],
    ['it left before', [policy('2024-01-01', '2024-12-31')], [['hall', '2024-12-31']], []],
    [
      'it left after some days without',
      [policy('2024-01-01', '2024-12-31')],
      [['hall', '2025-03-31']],
      [['2025-01-01', '2025-03-31']],
    ],
    ['one that never came into force counts for nothing', [policy('2024-01-01', '2023-12-31')], [], []],
    [
      'what is no single asset',
      [policy('2024-01-01', '2024-12-31', { assetId: undefined })],
      [],
      [['2025-01-01', undefined]],
    ],
  ])('leaves gaps: %s', (_, all, left, gaps) => {
    const found = insuranceGaps(all, '2025-07-20', left.length === 0 ? NOBODY_LEFT : new Map(left));
    expect(found.map(({ from, to }) => [from, to])).toEqual(gaps);
  });
});
