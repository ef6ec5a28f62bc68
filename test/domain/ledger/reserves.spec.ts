import {
  checkReserves,
  type KeptReserve,
  type PlacedMovement,
} from '../../../src/domain/ledger/check-reserves';
import { Findings } from '../../../src/domain/ledger/check-pass';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { grantableOn } from '../../../src/domain/ledger/pool-movements';
import { freeAt, type PromisedPool } from '../../../src/domain/ledger/promised-money';
import { reservedProblems } from '../../../src/domain/ledger/reserved-money';
import { heldOf, releaseProblems, settingProblems } from '../../../src/domain/ledger/reserve-room';
import { readRelease, readReserve, reservesAt } from '../../../src/domain/ledger/reserves';

const TODAY = '2025-07-31';
const FORM = {
  ...{ pool: 'pv', reservePurpose: 'repairs', amount: '200.00', reservedOn: '2025-07-10' },
  paper: 'meeting of 10 July',
};
const move = (day: string, amount: bigint, purpose = 'repairs') => ({ reserveId: 'r', purpose, day, amount });

/** 1,000.00 came in June; 200.00 were set aside on 10 July, 50.00 of it released on 20 July. */
const POOL: PromisedPool = {
  pool: 'pv',
  promises: [],
  movements: [{ statementOn: '2025-06-10', flow: 'received', amount: 100_000n }],
  reserves: [move('2025-07-10', 20_000n), move('2025-07-20', -5_000n)],
};
const promise = (amount: bigint) => ({
  ...{ planId: 'a', planLineId: 'a1', pool: 'pv' as const, from: '2025-01-01', to: '2025-06-30' },
  ...{ promisedOn: '2025-07-05', amount },
});

describe('money set aside, as typed', () => {
  it.each([
    { what: 'is read', wish: {}, codes: [] },
    { what: 'of a pool that is not split', wish: { pool: 'earmarked' }, codes: ['form.notAllowed'] },
    { what: 'of nothing', wish: { amount: '0' }, codes: ['money.notPositive'] },
    { what: 'of a broken fen', wish: { amount: '1.005' }, codes: ['money.notAnAmount'] },
    { what: 'of tomorrow', wish: { reservedOn: '2025-08-01' }, codes: ['reserve.ahead'] },
    { what: 'for nothing', wish: { reservePurpose: ' ' }, codes: ['form.missing'] },
    { what: 'by no decision', wish: { paper: '' }, codes: ['form.missing'] },
  ])('$what', ({ wish, codes }) => {
    const { problems } = readReserve({ ...FORM, ...wish }, TODAY);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('is released with a reason only', () => {
    const form = { releaseAmount: '1', releasedOn: TODAY, releaseReason: ' ' };
    const { problems } = readRelease(form, TODAY);
    expect(problems).toEqual([{ code: 'form.missing', field: 'releaseReason' }]);
  });
});

describe('money set aside', () => {
  it.each([
    { day: '2025-07-09', standing: [], free: 100_000n },
    { day: '2025-07-10', standing: [{ purpose: 'repairs', amount: 20_000n }], free: 80_000n },
    { day: '2025-07-20', standing: [{ purpose: 'repairs', amount: 15_000n }], free: 85_000n },
  ])('is not free from its day on, until it is released: $day', ({ day, standing, free }) => {
    expect(reservesAt(POOL.reserves ?? [], day)).toEqual(standing);
    expect(freeAt(POOL, day)).toBe(free);
  });

  it('may be granted no more than what is promised', () => {
    expect(grantableOn(POOL.movements, '2025-07-01', POOL.reserves)).toBe(80_000n);
    expect(grantableOn(POOL.movements, '2025-07-20', POOL.reserves)).toBe(85_000n);
  });

  it.each([
    { what: 'all that is free', amount: 80_000n, setOn: '2025-07-01', settledTo: {}, codes: [] },
    { what: 'a fen more', amount: 80_001n, setOn: '2025-07-01', settledTo: {}, codes: ['reserve.aboveFree'] },
    {
      what: 'before the money came',
      amount: 1n,
      setOn: '2025-06-09',
      settledTo: {},
      codes: ['reserve.aboveFree'],
    },
    {
      what: 'in a settled period',
      ...{ amount: 1n, setOn: '2025-06-30', settledTo: { pv: '2025-06-30' }, codes: ['reserve.settled'] },
    },
    { what: 'after it', amount: 1n, setOn: '2025-07-01', settledTo: { pv: '2025-06-30' }, codes: [] },
  ])('is what is free on every later day: $what', ({ amount, setOn, settledTo, codes }) => {
    const reserve = { pool: 'pv' as const, purpose: 'x', paper: 'x', amount, setOn };
    expect(settingProblems(reserve, POOL, settledTo).map(({ code }) => code)).toEqual(codes);
  });

  it('takes nothing of what a distribution has promised', () => {
    const of = { ...POOL, promises: [promise(80_000n)] };
    const reserve = { pool: 'pv' as const, purpose: 'x', paper: 'x', amount: 1n, setOn: TODAY };
    expect(settingProblems({ ...reserve, amount: 5_000n }, of, {})).toEqual([]);
    expect(settingProblems({ ...reserve, amount: 5_001n }, of, {})).toMatchObject([
      { code: 'reserve.aboveFree', facts: { left: 5_000n, excess: 1n } },
    ]);
  });

  it.each([
    { what: 'all that stands', amount: 15_000n, releasedOn: '2025-07-20', settledTo: {}, codes: [] },
    {
      what: 'what was released later already',
      ...{ amount: 15_001n, releasedOn: '2025-07-10', settledTo: {}, codes: ['reserve.aboveStanding'] },
    },
    {
      what: 'before its day',
      ...{ amount: 1n, releasedOn: '2025-07-09', settledTo: {}, codes: ['reserve.releasedBefore'] },
    },
    {
      what: 'in a settled period',
      ...{ amount: 1n, releasedOn: TODAY, settledTo: { pv: TODAY }, codes: ['reserve.settled'] },
    },
  ])('is released up to what stands: $what', ({ amount, releasedOn, settledTo, codes }) => {
    const standing = { pool: 'pv' as const, setOn: '2025-07-10', moves: POOL.reserves ?? [] };
    const problems = releaseProblems({ amount, releasedOn, reason: 'x' }, standing, settledTo);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('what reserves keep', () => {
  const cost = (amount: bigint): Posting[] => [
    { ledgerAccount: '511', side: 'debit', amount, pool: 'pv', poolFlow: 'deducted' },
    { ledgerAccount: '102', side: 'credit', amount, pool: 'pv' },
  ];
  const paid = (amount: bigint, of = POOL) => {
    const movements = [...of.movements, { flow: 'deducted' as const, statementOn: TODAY, amount }];
    return reservedProblems({ postedOn: TODAY, postings: cost(amount) }, [{ ...of, movements }]);
  };

  it('pays no cost', () => {
    expect(paid(85_000n)).toEqual([]);
    const facts = { amount: 85_001n, left: 85_000n, excess: 1n, reserved: 15_000n, day: TODAY, pool: 'pv' };
    expect(paid(85_001n)).toEqual([{ code: 'money.reserved', field: '', facts }]);
    expect(paid(100_001n, { ...POOL, reserves: [] })).toEqual([]);
  });

  it.each([
    { what: 'nothing where nothing is set aside', of: { ...POOL, reserves: [] }, held: 0n },
    { what: 'the most that stood, of what the period left', of: POOL, held: 20_000n },
    {
      what: 'nothing where the money came after the period',
      of: {
        ...POOL,
        movements: [
          ...POOL.movements,
          { statementOn: '2025-07-09', flow: 'received' as const, amount: 20_000n },
        ],
      },
      held: 0n,
    },
    {
      what: 'no more than a later cost has left to be missing',
      of: {
        ...POOL,
        movements: [
          ...POOL.movements,
          { statementOn: '2025-07-09', flow: 'deducted' as const, amount: 30_000n },
        ],
      },
      held: 20_000n,
    },
    {
      what: 'what stood set aside when the period ended, even where later money would cover it',
      of: {
        ...POOL,
        reserves: [{ reserveId: 'r', purpose: 'repairs', day: '2025-06-30', amount: 15_000n }],
        movements: [
          ...POOL.movements,
          { statementOn: '2025-06-30', flow: 'received' as const, amount: 20_000n },
        ],
      },
      held: 15_000n,
    },
  ])('of a period’s plan: $what', ({ of, held }) => {
    expect(heldOf({ to: '2025-06-30', distributable: 100_000n }, of)).toBe(held);
  });
});

describe('the check of money set aside', () => {
  const reserve = (wish: Partial<KeptReserve> = {}): KeptReserve => ({
    ...{ id: '2', pool: 'pv', amount: 20_000n, setOn: '2025-07-10', chainLength: 3, releases: [] },
    ...wish,
  });
  const came = (position: number, amount: bigint): PlacedMovement => ({
    ...{ pool: 'pv', position, flow: 'received', statementOn: '2025-06-10', amount },
  });
  const release = (id: string, amount: bigint) => ({ id, amount, releasedOn: '2025-07-10' });
  const found = (reserves: readonly KeptReserve[], movements: readonly PlacedMovement[]) => {
    const findings = new Findings('reserves');
    checkReserves(reserves, movements, findings);
    return findings.breaks.map(({ code }) => code);
  };

  it.each([
    { what: 'is sound', reserves: [reserve()], movements: [came(3, 20_000n)], codes: [] },
    {
      what: 'finds more than the pool had',
      ...{ reserves: [reserve()], movements: [came(3, 19_999n)], codes: ['check.reserveUncovered'] },
    },
    {
      what: 'counts no entry that came later',
      ...{ reserves: [reserve()], movements: [came(4, 20_000n)], codes: ['check.reserveUncovered'] },
    },
    {
      what: 'blames no reversal that came later',
      ...{ reserves: [reserve()], movements: [came(3, 20_000n), came(4, -20_000n)], codes: [] },
    },
    {
      what: 'counts what was set aside before',
      reserves: [reserve({ id: '1' }), reserve()],
      ...{ movements: [came(1, 39_999n)], codes: ['check.reserveUncovered'] },
    },
    {
      what: 'less what was released of it before',
      reserves: [reserve({ id: '0', releases: [release('1', 20_000n)] }), reserve()],
      ...{ movements: [came(1, 20_000n)], codes: [] },
    },
    {
      what: 'finds more released than set aside',
      reserves: [reserve({ releases: [release('3', 20_000n), release('4', 1n)] })],
      ...{ movements: [came(1, 20_000n)], codes: ['check.reserveBelowZero'] },
    },
  ])('$what', ({ reserves, movements, codes }) => {
    expect(found(reserves, movements)).toEqual(codes);
  });
});
