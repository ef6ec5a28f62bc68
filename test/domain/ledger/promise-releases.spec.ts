import {
  freeAt,
  leastFree,
  type PromisedLine,
  type PromisedPool,
} from '../../../src/domain/ledger/promised-money';
import {
  lessReleased,
  type PromisedClaim,
  type PromiseRelease,
  promiseReleaseProblems,
  readPromiseRelease,
  releaseMoves,
  releaseWithdrawalProblems,
  releasedBy,
} from '../../../src/domain/ledger/promise-releases';

const TODAY = '2025-07-31';
const PROMISE: PromisedLine = {
  ...{ planId: 'a', planLineId: 'a1', pool: 'pv', from: '2025-01-01', to: '2025-06-30' },
  ...{ promisedOn: '2025-07-05', amount: 60_000n },
};
const release = (releasedOn: string, amount: bigint, withdrawnOn?: string): PromiseRelease => ({
  ...{ id: releasedOn, planId: 'a', planLineId: 'a1', claimId: 'c', releasedOn, amount, withdrawnOn },
});
const CLAIM: PromisedClaim = {
  ...{
    pool: 'pv',
    amount: 60_000n,
    granted: 0n,
    released: 10_000n,
    grantedOn: undefined,
    promisedOn: '2025-07-05',
  },
};

describe('what will never be granted, as typed', () => {
  const FORM = { releaseAmount: '50.00', releasedOn: '2025-07-20', releaseReason: 'vacant', paper: 'no 5' };

  it.each([
    { what: 'is read', wish: {}, codes: [] },
    { what: 'of nothing', wish: { releaseAmount: '0.00' }, codes: ['money.notPositive'] },
    { what: 'of a broken fen', wish: { releaseAmount: '1.005' }, codes: ['money.notAnAmount'] },
    { what: 'of no day', wish: { releasedOn: '2025-06-31' }, codes: ['calendar.notADay'] },
    { what: 'for no reason', wish: { releaseReason: ' ' }, codes: ['form.missing'] },
    { what: 'by no paper', wish: { paper: '' }, codes: ['form.missing'] },
    {
      what: 'with the number of a person',
      wish: { releaseReason: '341225197503124561' },
      codes: ['form.privateNumber'],
    },
  ])('$what', ({ wish, codes }) => {
    const { release: read, problems } = readPromiseRelease({ ...FORM, ...wish });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    if (codes.length === 0) expect(read.amount).toBe(5_000n);
  });
});

describe('a release', () => {
  it.each<{ rule: string; typed?: object; claim?: Partial<PromisedClaim>; to?: string; codes: string[] }>([
    { rule: 'takes what is left to the fen', typed: { amount: 50_000n }, codes: [] },
    { rule: 'takes not a fen more', typed: { amount: 50_001n }, codes: ['promise.aboveOpen'] },
    { rule: 'is on the day of the approval', typed: { releasedOn: '2025-07-05' }, codes: [] },
    { rule: 'is not before it', typed: { releasedOn: '2025-07-04' }, codes: ['promise.beforeApproval'] },
    { rule: 'is on this day', typed: { releasedOn: TODAY }, codes: [] },
    { rule: 'is not of tomorrow', typed: { releasedOn: '2025-08-01' }, codes: ['promise.ahead'] },
    { rule: 'is on no day that a later plan has settled', to: '2025-07-20', codes: ['promise.settled'] },
    { rule: 'is on the day behind it', to: '2025-07-19', codes: [] },
    {
      rule: 'is of nothing granted',
      claim: { grantedOn: '2025-07-10', granted: 50_000n },
      codes: ['promise.granted'],
    },
    {
      rule: 'is of what sheets of work have not granted so far, to the fen',
      ...{ claim: { grantedOn: '2025-07-10', granted: 45_000n }, codes: [] },
    },
    {
      rule: 'is of no fen that they have granted',
      ...{ claim: { grantedOn: '2025-07-10', granted: 45_001n }, codes: ['promise.aboveOpen'] },
    },
    {
      rule: 'says all that is wrong',
      typed: { amount: 99_999n, releasedOn: '2025-01-01' },
      codes: ['promise.beforeApproval', 'promise.aboveOpen'],
    },
  ])('$rule', ({ typed, claim, to = '2025-06-30', codes }) => {
    const wanted = { amount: 5_000n, releasedOn: '2025-07-20', ...typed };
    const at = { today: TODAY, settledTo: { pv: to, other: '2025-07-31' } };
    const problems = promiseReleaseProblems(wanted, { ...CLAIM, ...claim }, at);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('frees its money from its day on, until it is taken back', () => {
    const releases = [release('2025-07-10', 10_000n), release('2025-07-20', 5_000n, '2025-07-25')];
    const of: PromisedPool = {
      pool: 'pv',
      promises: lessReleased([PROMISE, { ...PROMISE, planId: 'b', planLineId: 'b1', amount: 1n }], releases),
      movements: [{ statementOn: '2025-06-10', flow: 'received', amount: 100_000n }],
    };
    const days = ['2025-07-04', '2025-07-05', '2025-07-10', '2025-07-20', '2025-07-25'];
    expect(days.map((day) => freeAt(of, day))).toEqual([100_000n, 39_999n, 49_999n, 54_999n, 49_999n]);
    expect(leastFree(of, '2025-07-20')).toEqual({ day: '2025-07-25', free: 49_999n });
    expect(days.map((day) => releasedBy(releaseMoves(releases), day))).toEqual([
      ...[0n, 0n, 10_000n, 15_000n, 10_000n],
    ]);
  });
});

describe('a release that was entered wrongly', () => {
  const money = (received: bigint): PromisedPool => ({
    pool: 'pv',
    promises: lessReleased([PROMISE], [release('2025-07-10', 10_000n)]),
    movements: [{ statementOn: '2025-06-10', flow: 'received', amount: received }],
  });

  it.each<{ rule: string; of?: object; grantedOn?: string; to?: string; received?: bigint; codes: string[] }>(
    [
      { rule: 'is taken back where its money is free to the fen', received: 60_000n, codes: [] },
      { rule: 'is not where a fen of it is spent', received: 59_999n, codes: ['promise.spent'] },
      { rule: 'is not where all is spent', received: 0n, codes: ['promise.spent'] },
      { rule: 'is not twice', of: { withdrawnOn: '2025-07-11' }, codes: ['promise.withdrawn'] },
      { rule: 'is not behind the grant of the rest', grantedOn: '2025-07-12', codes: ['promise.granted'] },
      { rule: 'is not on a settled day', to: TODAY, codes: ['promise.settled'] },
    ],
  )('$rule', ({ of, grantedOn, to = '2025-06-30', received = 100_000n, codes }) => {
    const wrong = { ...release('2025-07-10', 10_000n), ...of };
    const at = { today: TODAY, settledTo: { pv: to }, money: money(received) };
    const problems = releaseWithdrawalProblems(wrong, { grantedOn }, at);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
