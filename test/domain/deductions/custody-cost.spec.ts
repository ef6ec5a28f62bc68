import type { Bearer, CostKind, SaidBearer } from '../../../src/domain/assets/custody-bearers';
import {
  costCase,
  type CustodyCostForm,
  custodyCostPostings,
  type KeptCost,
  ownersCost,
  readCustodyCost,
  type SplitCost,
} from '../../../src/domain/deductions/custody-cost';
import { sumFen } from '../../../src/domain/money/fen';
import { seedRegisters } from '../../support/seed-registers';

const said = (id: string, validFrom: string, bearer: Bearer, costKind?: CostKind): SaidBearer => {
  return { id, validFrom, bearer, costKind, paper: 'clause 5' };
};
const CUSTODY = {
  ...{ firstOn: '2025-01-01', lastOn: '2025-12-31' },
  costBearers: [said('1', '2025-01-01', 'share')],
};
const COST: KeptCost = {
  ...{
    id: 'roof',
    kind: 'o_and_m',
    postedOn: '2025-03-05',
    amount: 40_000n,
    paidOn: '2025-03-05',
    isOfReceipts: false,
  },
  days: { from: '2025-03-05', to: '2025-03-05' },
};

describe('a cost of what the village keeps for another', () => {
  const on = (from: string, to = from) => ({ days: { from, to } });
  it.each<[rule: string, cost: Partial<KeptCost>, custody: Partial<typeof CUSTODY>, told: string]>([
    ['has a part of the owner where both bear it', {}, {}, 'borne'],
    ['on the first day of the agreement', on('2025-01-01'), {}, 'borne'],
    ['on the last', on('2025-12-31'), {}, 'borne'],
    ['none the day before', on('2024-12-31'), {}, 'none'],
    ['none the day after', on('2026-01-01'), {}, 'none'],
    ['none where it ended before it began', {}, { lastOn: '2024-12-31' }, 'none'],
    ['none where a day is before it', on('2024-12-31', '2025-01-01'), {}, 'crosses'],
    ['none where a day is after it', on('2025-12-31', '2026-01-01'), {}, 'crosses'],
    ["is the village's as long as nobody said it", {}, { costBearers: [] }, 'village'],
    [
      "is the village's where that was said",
      {},
      { costBearers: [said('1', '2025-01-01', 'village')] },
      'village',
    ],
    [
      'is his from the day from which it was said',
      {},
      { costBearers: [said('1', '2025-03-05', 'owner')] },
      'borne',
    ],
    ['not a day before', {}, { costBearers: [said('1', '2025-03-06', 'owner')] }, 'village'],
    [
      'is nobody else’s on a later day',
      on('2025-03-05', '2025-04-01'),
      { costBearers: [said('1', '2025-01-01', 'share'), said('2', '2025-04-01', 'owner')] },
      'changes',
    ],
    [
      'and may be the same one’s',
      on('2025-03-05', '2025-04-01'),
      { costBearers: [said('1', '2025-01-01', 'share'), said('2', '2025-04-01', 'share')] },
      'borne',
    ],
    [
      'is his where that was said of its kind alone',
      {},
      { costBearers: [said('1', '2025-01-01', 'owner', 'o_and_m')] },
      'borne',
    ],
    [
      "is the village's where it was said of another kind",
      {},
      { costBearers: [said('1', '2025-01-01', 'owner', 'insurance')] },
      'village',
    ],
    [
      'goes by what was said of its kind, whichever was entered last',
      {},
      { costBearers: [said('1', '2025-01-01', 'village', 'o_and_m'), said('2', '2025-01-01', 'owner')] },
      'village',
    ],
    [
      'goes by what was said of all from a later day on',
      {},
      { costBearers: [said('1', '2025-01-01', 'village', 'o_and_m'), said('2', '2025-03-05', 'owner')] },
      'borne',
    ],
    [
      'is nobody else’s where another kind changes hands',
      on('2025-03-05', '2025-04-01'),
      { costBearers: [said('1', '2025-01-01', 'share'), said('2', '2025-04-01', 'owner', 'insurance')] },
      'borne',
    ],
    ['waits until it is paid', { paidOn: undefined }, {}, 'unpaid'],
    ["is the village's where it is a share of its own receipts", { isOfReceipts: true }, {}, 'village'],
  ])('%s', (_, cost, custody, told) => {
    expect(costCase({ ...COST, ...cost }, { ...CUSTODY, ...custody })?.is ?? 'none').toBe(told);
  });

  it.each<[rule: string, share: string, bearer: Bearer, amount: bigint, part: bigint]>([
    ['is his by his share', '75%', 'share', 40_000n, 30_000n],
    ['is half up to the fen', '75%', 'share', 2n, 2n],
    ['and down below the half', '33.333333%', 'share', 1n, 0n],
    ['is all his where he bears it', '75%', 'owner', 40_000n, 40_000n],
    ['is nothing of his where the village bears it', '75%', 'village', 40_000n, 0n],
    ['is all his where all the income is', '100%', 'share', 40_000n, 40_000n],
  ])('%s', (_, share, bearer, amount, part) => {
    expect(ownersCost(share, [], { amount, bearer })).toBe(part);
  });

  it('never drifts, whoever bears which', () => {
    const bearers = ['share', 'owner', 'share'] as const;
    for (let seed = 1; seed <= 50; seed++) {
      const split: SplitCost[] = [];
      for (let turn = 0; turn < 40; turn++) {
        const amount = BigInt(((seed * 7919 + turn * 104_729) % 9973) + 100);
        const cost = { amount, bearer: bearers[(seed + turn) % 3] ?? 'share' };
        split.push({ ...cost, part: ownersCost('33.333333%', split, cost) });
      }
      const of = (bearer: Bearer) =>
        sumFen(split.filter((each) => each.bearer === bearer).map(({ amount }) => amount));
      const whole = (2n * of('share') * 33_333_333n + 100_000_000n) / 200_000_000n + of('owner');
      expect(sumFen(split.map(({ part }) => part))).toBe(whole);
    }
  });

  it('is less of a cost when it is kept back, or more of what was left of an earlier year', () => {
    const chart = seedRegisters().charts.requireChart('2023');
    const cost = { pool: 'other', amount: 30_000n, assetId: 'house', owner: 'zhang' } as const;
    const told = (costOn: string) =>
      custodyCostPostings({ ...cost, costOn }, '2025-03-10', chart).map((line) =>
        [
          ...[line.side, line.ledgerAccount, line.amount, line.counterparty ?? '-', line.assetId ?? '-'],
          line.poolFlow ?? '-',
        ].join(' '),
      );
    expect(told('2025-03-05')).toEqual(['debit 211 30000 zhang - -', 'credit 511 30000 - house deducted']);
    expect(told('2024-12-31')).toEqual(['debit 211 30000 zhang - -', 'credit 322 30000 - - deducted']);
  });

  it.each<[rule: string, keptBackOn: string, amount: string, codes: string[]]>([
    ['is kept back whole', '2025-03-10', '300.00', []],
    ['no more than his part', '2025-03-10', '300.01', ['custody.aboveCost keptBackAmount']],
    ['no more than what came for him', '2025-03-09', '200.01', ['custody.costAboveOwed keptBackAmount']],
    ['as much as came for him', '2025-03-09', '200.00', []],
    ['not before the bill was paid', '2025-03-07', '1.00', ['custody.beforeCost keptBackOn']],
    ['on the day on which it was', '2025-03-08', '1.00', []],
    ['of something', '2025-03-10', '0', ['money.notPositive keptBackAmount']],
    ['on a day', 'spring', '1', ['calendar.notADay keptBackOn']],
  ])('%s', (_, keptBackOn, keptBackAmount, codes) => {
    const open = { postedOn: '2025-03-05', paidOn: '2025-03-08', open: 30_000n };
    const moves = [
      { on: '2025-03-01', amount: 20_000n },
      { on: '2025-03-10', amount: 20_000n },
    ];
    const form = { borneCost: 'roof', keptBackOn, keptBackAmount, borneBy: '' };
    const { problems } = readCustodyCost(form, open, moves);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it.each<[rule: string, form: Partial<CustodyCostForm>, by: string, codes: string[]]>([
    ['his part though nothing came for him', { borneBy: 'owner' }, 'owner', []],
    [
      'what had to come first where it is kept back',
      { borneBy: 'keptBack' },
      'keptBack',
      ['custody.costAboveOwed'],
    ],
    ['no more than his part', { borneBy: 'owner', keptBackAmount: '300.01' }, 'owner', ['custody.aboveCost']],
    ['before the bill is paid', { borneBy: 'owner', keptBackOn: '2025-03-07' }, 'owner', []],
    ['in cash on the day of the bill', { borneBy: 'ownerCash', keptBackOn: '2025-03-05' }, 'ownerCash', []],
    [
      'not before there is a bill',
      { borneBy: 'owner', keptBackOn: '2025-03-04' },
      'owner',
      ['custody.beforeBill'],
    ],
    [
      'not kept back before it was paid',
      { borneBy: 'keptBack', keptBackOn: '2025-03-07' },
      'keptBack',
      ['custody.beforeCost', 'custody.costAboveOwed'],
    ],
  ])('is paid by him: %s', (_, wish, by, codes) => {
    const typed = { borneCost: 'roof', keptBackOn: '2025-03-10', keptBackAmount: '300.00', borneBy: '' };
    const open = { postedOn: '2025-03-05', paidOn: '2025-03-08', open: 30_000n };
    const { kept, problems } = readCustodyCost({ ...typed, ...wish }, open, []);
    expect([kept.by, problems.map(({ code }) => code)]).toEqual([by, codes]);
    const third = readCustodyCost({ ...typed, borneBy: 'cash' }, open, []).problems;
    expect(third[0]).toMatchObject({ code: 'form.notAllowed', field: 'borneBy' });
  });

  it('is paid by him alone while the bill is still owed', () => {
    const typed = { borneCost: 'roof', keptBackOn: '2025-03-10', keptBackAmount: '300.00', borneBy: '' };
    const open = { postedOn: '2025-03-05', paidOn: undefined, open: 30_000n };
    const came = [{ on: '2025-03-01', amount: 50_000n }];
    const codes = (borneBy: string) =>
      readCustodyCost({ ...typed, borneBy }, open, came).problems.map(({ code }) => code);
    expect(['', 'keptBack', 'owner', 'ownerCash'].map(codes)).toEqual([
      ['custody.costUnpaid'],
      ['custody.costUnpaid'],
      [],
      [],
    ]);
  });
});
