import type { AssetKind } from '../../../src/domain/assets/asset-classes';
import {
  endingInsurances,
  type Insurance,
  insuranceGaps,
  neverInsured,
} from '../../../src/domain/deductions/insurance';

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

describe('what was never insured', () => {
  const HALL = {
    ...{ id: 'hall', kind: 'workshop' as AssetKind, pool: 'other' as const, acquiredOn: '2024-03-01' },
    ...{ assetClass: 'operating' as const, titleLevel: 'village' as const },
  };
  const SINCE = [{ assetId: 'hall', from: '2024-03-01', to: undefined }];

  type Kept = { assetId: string | null; pool: string; validFrom: string };

  it.each<[what: string, wish: object, all: Kept[], told: object[]]>([
    ['a workshop', {}, [], SINCE],
    ['a station', { kind: 'pvStation', pool: 'pv' }, [], SINCE],
    [
      'a cold store beside another that is insured',
      { kind: 'coldStore' },
      [{ assetId: 'x', pool: 'other', validFrom: '2024-03-01' }],
      SINCE,
    ],
    ['one that is insured, or was', {}, [{ assetId: 'hall', pool: 'other', validFrom: '2024-03-01' }], []],
    [
      'one that was insured months after it came',
      {},
      [
        { assetId: 'hall', pool: 'other', validFrom: '2025-01-01' },
        { assetId: 'hall', pool: 'other', validFrom: '2024-11-01' },
      ],
      [{ assetId: 'hall', from: '2024-03-01', to: '2024-10-31', insuredFrom: '2024-11-01' }],
    ],
    [
      'one that left before it was insured',
      { leftOn: '2024-06-30' },
      [{ assetId: null, pool: 'other', validFrom: '2024-11-01' }],
      [{ assetId: 'hall', from: '2024-03-01', to: '2024-06-30', insuredFrom: '2024-11-01' }],
    ],
    [
      'one of a pool that is insured as a whole',
      {},
      [{ assetId: null, pool: 'other', validFrom: '2024-03-01' }],
      [],
    ],
    ['one beside another pool that is', {}, [{ assetId: null, pool: 'pv', validFrom: '2024-03-01' }], SINCE],
    ['one that has left', { leftOn: '2025-01-31' }, [], [{ ...SINCE[0], to: '2025-01-31' }]],
    ['one that comes today', { acquiredOn: '2025-07-20' }, [], [{ ...SINCE[0], from: '2025-07-20' }]],
    ['one that comes tomorrow', { acquiredOn: '2025-07-21' }, [], []],
    ['land', { kind: 'land' }, [], []],
    ['a stake', { kind: 'equity' }, [], []],
    ['a part of a joint station, which its keeper insures', { kind: 'jointPvStation' }, [], []],
    ['what serves everybody', { assetClass: 'public' }, [], []],
    ["what is the township's", { titleLevel: 'township' }, [], []],
  ])('is told: %s', (_what, wish, all, told) => {
    expect(neverInsured([{ ...HALL, ...wish }], all, '2025-07-20')).toEqual(told);
  });
});
