import { FULL } from '../ledger/entries.fixture';
import {
  costBroughtBy,
  requireCostUnused,
  requireLastEvent,
  requireUnbooked,
} from '../../../src/domain/assets/check-asset-life';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { DomainError } from '../../../src/domain/shared/domain-error';

const refusedBy = (act: () => void): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.facts] : error;
  }
};

describe('what happened to an asset is taken back', () => {
  const events = [
    { assetId: 'a', entryId: 'e1', happenedOn: '2025-01-05' },
    { assetId: 'b', entryId: 'e2', happenedOn: '2025-02-05' },
    { assetId: 'a', entryId: 'e3', happenedOn: '2025-03-05' },
  ];

  it('from the end, asset by asset', () => {
    for (const entryId of ['e2', 'e3', 'e9']) expect(() => requireLastEvent(events, entryId)).not.toThrow();
    expect(refusedBy(() => requireLastEvent(events, 'e1'))).toEqual([
      'assetLife.laterFirst',
      { day: '2025-03-05' },
    ]);
  });

  it.each<[string, string[], { from: string; number: number }[], string | undefined]>([
    ['while no month is booked by it', ['2025-02'], [], undefined],
    ['not once one is', ['2025-02', '2025-03'], [], '2025-03'],
    ['not once later terms go on from it', [], [{ from: '2025-05', number: 3 }], '2025-05'],
    ['whatever stood before', ['2025-01'], [{ from: '2025-01', number: 1 }], undefined],
  ])('%s', (_when, booked, terms, month) => {
    const plan = { booked: new Set(booked), terms: [...terms, { from: '2025-03', number: 2 }] };
    const act = () => requireUnbooked({ from: '2025-03', number: 2 }, plan);
    expect(refusedBy(act)).toEqual(month === undefined ? undefined : ['assetLife.bookedSince', { month }]);
  });
});

describe('the voucher of a cost is taken back', () => {
  it.each<[string, string[], string[], [string, object] | undefined]>([
    ['while nothing was booked over it', [], [], undefined],
    [
      'not once a month is booked, and says the last',
      ['2025-03', '2025-02'],
      [],
      ['assetLife.costDepreciated', { asset: 'saw', month: '2025-03' }],
    ],
    [
      'not once something happened to the asset, which comes before its months',
      ['2025-02'],
      ['2025-02-10', '2025-04-10'],
      ['assetLife.costInUse', { asset: 'saw', day: '2025-04-10' }],
    ],
  ])('%s', (_when, booked, days, refused) => {
    const events = days.map((happenedOn) => ({ happenedOn }));
    const act = () => requireCostUnused({ asset: { name: 'saw' }, booked: new Set(booked), events });
    expect(refusedBy(act)).toEqual(refused);
  });

  it('names the assets whose cost it brought, each once', () => {
    const line = (wish: Partial<Posting>): Posting => ({
      ...{ ledgerAccount: '151', side: 'debit', amount: 1n, pool: 'pv', assetId: 'a', ...wish },
    });
    const postings = [
      line({ side: 'credit', assetId: 'b' }),
      line({ ledgerAccount: '152', assetId: 'c' }),
      line({}),
      line({ pool: 'other' }),
      line({ ledgerAccount: '15101', assetId: 'd' }),
      line({ ledgerAccount: '132', assetId: 'e' }),
      { ledgerAccount: '151', side: 'debit' as const, amount: 1n, pool: 'pv' as const },
    ];
    expect(costBroughtBy(postings, FULL.roles)).toEqual(['c', 'a', 'd', 'e']);
  });
});
