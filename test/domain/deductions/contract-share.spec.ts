import { chargeDue } from '../../../src/domain/deductions/contract-charge';
import { shareBehind } from '../../../src/domain/deductions/contract-share';
import {
  type CostContract,
  type CostContractChange,
  periodParts,
} from '../../../src/domain/deductions/cost-contract';
import { readCostChange } from '../../../src/domain/deductions/read-cost-change';
import { readRatio } from '../../../src/domain/money/ratio';

/** 52.80 mu at 800 a mu, by half-years, a part of 6.25 %. */
function rent(changes: readonly CostContractChange[] = [], validTo?: string): CostContract {
  const term = { type: 'landRent', mu: '52.80', yuanPerMuYear: '800', yearPart: 'half-year' } as const;
  return { term: { ...term, ownShare: '6.25%' }, validFrom: '2025-01-01', validTo, changes };
}

const share = (effectiveOn: string, value: string) => ({ kind: 'share' as const, effectiveOn, value });
const price = (effectiveOn: string, value: string) => ({ kind: 'price' as const, effectiveOn, value });

/** `2024-01-01 6.25%, 2025-07-01 5%` */
const runsOf = (text: string) =>
  text.split(', ').map((run) => {
    const [from = '', own = ''] = run.split(' ');
    return { from, share: readRatio(own) };
  });

const dueOf = (contract: CostContract, from: string, to: string): bigint | undefined => {
  const parts = periodParts(contract, { from, to }).map((part) => ({ ...part, received: 0n }));
  return chargeDue({ parts, chargedInPeriod: 0n, chargedInYear: 0n });
};

describe('a land rent whose share a table has changed', () => {
  const MOVED = '2024-01-01 6.25%, 2025-07-01 5%';
  it.each([
    ['one table', '2024-01-01 5%', rent(), undefined, 'none'],
    ['another share from July on', MOVED, rent(), undefined, '2025-07-01: 6.25% → 5%'],
    ['charged to the end of the year', MOVED, rent(), '2025-12-31', 'none'],
    ['charged to the end of September', MOVED, rent(), '2025-09-30', '2025-10-01: 6.25% → 5%'],
    ['taken over', MOVED, rent([share('2025-07-01', '5%')]), undefined, 'none'],
    ['said to stay', MOVED, rent([share('2025-07-01', '6.25%')]), undefined, 'none'],
    ['said before the table', MOVED, rent([share('2025-03-01', '6%')]), undefined, '2025-07-01: 6% → 5%'],
    ['another price later', MOVED, rent([price('2025-10-01', '820')]), undefined, '2025-10-01: 6.25% → 5%'],
    ['ended before it', MOVED, rent([], '2025-06-30'), undefined, 'none'],
    ['two tables', `${MOVED}, 2025-10-01 4%`, rent(), undefined, '2025-07-01: 6.25% → 5%'],
    [
      'the second of two',
      `${MOVED}, 2025-10-01 4%`,
      rent([share('2025-07-01', '5%')]),
      undefined,
      '2025-10-01: 5% → 4%',
    ],
    ['back where it was', `${MOVED}, 2025-10-01 6.25%`, rent(), '2025-09-30', 'none'],
    ['of a later half-year', '2024-01-01 6.25%, 2026-01-01 5%', rent(), undefined, 'none'],
  ])('%s', (_name, runs, contract, chargedTo, said) => {
    const behind = shareBehind(contract, runsOf(runs), { upTo: '2025-12-31', chargedTo });
    const told = behind && `${behind.from}: ${behind.agreed} → ${behind.byTable}`;
    expect(told ?? 'none').toBe(said);
  });

  it.each([
    ['as it was signed', rent(), 132_000n],
    ['from the first day on', rent([share('2025-07-01', '5%')]), 105_600n],
    // 1,320.00 × 92 ÷ 184 + 1,056.00 × 92 ÷ 184
    ['from the middle of it', rent([share('2025-10-01', '5%')]), 118_800n],
    [
      'with another price of the same day',
      rent([price('2025-07-01', '820'), share('2025-07-01', '5%')]),
      108_240n,
    ],
  ])('asks %s', (_name, contract, due) => {
    expect(dueOf(contract, '2025-07-01', '2025-12-31')).toBe(due);
  });

  it.each([
    ['5%', undefined, ''],
    ['5', undefined, 'money.notARatio price'],
    ['101%', undefined, 'money.notARatio price'],
    ['', undefined, 'form.missing price'],
    ['5%', '2025-07-31', 'costContract.charged effectiveOn'],
  ])('reads %s, charged to %s', (typed, chargedTo, said) => {
    const form = { kind: 'share', effectiveOn: '2025-07-01', newLastOn: '', price: typed, reason: 'No 7' };
    const { change, problems } = readCostChange(form, {
      contract: { ...rent(), kind: 'land_rent' },
      chargedTo,
    });
    expect(problems.map(({ code, field }) => `${code} ${field}`).join()).toBe(said);
    if (said === '') expect(change).toEqual(share('2025-07-01', '5%'));
  });

  it('changes no share where none was agreed', () => {
    const term = { type: 'fixed', amount: '10', yearPart: 'year' } as const;
    const contract = { ...rent(), kind: 'land_rent', term };
    const form = { kind: 'share', effectiveOn: '2025-07-01', newLastOn: '', price: '5%', reason: 'No 7' };
    const { problems } = readCostChange(form, { contract, chargedTo: undefined });
    expect(problems.map(({ code }) => code)).toEqual(['costContract.noShare']);
  });
});
