import {
  countsRightly,
  type PutRight,
  requireReenterable,
  type SettledDays,
  statementDayOf,
} from '../../../src/domain/ledger/statement-day';
import { DomainError } from '../../../src/domain/shared/domain-error';
import type { Pool, PoolFlow } from '../../../src/domain/ledger/journal-entry';

const line = (pool: Pool, poolFlow?: PoolFlow) => ({ pool, ...(poolFlow === undefined ? {} : { poolFlow }) });
const counted = [line('pv', 'received'), line('pv')];
/** Received on 20 June 2025 out of the station's pool. */
const JUNE: PutRight = { statementOn: '2025-06-20', postings: counted, reason: 'wrongAmount' };
const spring = { pv: '2025-06-30' };
const autumn = { settledTo: { pv: '2025-12-31' }, settledBefore: spring };
const nothing: SettledDays = { settledTo: {}, settledBefore: {} };

/** A correction is booked on 10 August 2025 or the day named; its lines are those of the entry or others. */
interface Case {
  readonly rule: string;
  readonly of?: Partial<PutRight>;
  readonly postedOn?: string;
  readonly lines?: PutRight['postings'];
  readonly settled?: Partial<SettledDays>;
  readonly reversed?: string;
  readonly anew?: string;
}

const CASES: readonly Case[] = [
  { rule: 'counts with what it puts right while its period is open', anew: '2025-06-20' },
  {
    rule: 'still does when that period is settled, for the next one carries over the corrected left-over',
    settled: { settledTo: spring },
  },
  {
    rule: 'counts in the open period on its own day once the next one is settled, too',
    ...{ settled: autumn, postedOn: '2026-01-08' },
    ...{ reversed: '2026-01-08', anew: '2026-01-08' },
  },
  {
    rule: 'counts on the first open day where its own is settled',
    ...{ settled: autumn, postedOn: '2025-12-31' },
    ...{ reversed: '2026-01-01', anew: '2026-01-01' },
  },
  {
    rule: 'counts where it did on the last day of the last settled period',
    ...{ settled: autumn, of: { statementOn: '2025-07-01' } },
    ...{ reversed: '2025-07-01', anew: '2025-07-01' },
  },
  {
    rule: 'leaves the period before on its last day',
    ...{ settled: autumn, of: { statementOn: '2025-06-30' }, postedOn: '2026-01-08' },
    ...{ reversed: '2026-01-08', anew: '2026-01-08' },
  },
  {
    rule: 'knows nothing of what is settled of other pools',
    settled: { settledTo: { other: '2025-12-31' }, settledBefore: { other: '2025-06-30' } },
  },
  {
    rule: 'is held by the pool that it moves into, too',
    ...{ lines: [line('other', 'received')], postedOn: '2026-01-08' },
    settled: { settledTo: { other: '2025-12-31' }, settledBefore: { other: '2025-06-30' } },
    ...{ reversed: '2026-01-08', anew: '2026-01-08' },
  },
  {
    rule: 'goes with the pool that is settled longest where both are',
    ...{ lines: [line('other', 'received')], postedOn: '2025-12-20' },
    settled: { settledTo: { pv: '2025-12-31', other: '2026-03-31' }, settledBefore: spring },
    ...{ reversed: '2026-04-01', anew: '2026-04-01' },
  },
  {
    rule: 'of a grant changes no statement and keeps its day',
    ...{ of: { postings: [line('pv', 'granted'), line('pv')] }, settled: autumn },
    lines: [line('pv', 'granted'), line('pv')],
  },
  {
    rule: 'of what falls due moves no pool and keeps its day',
    ...{ of: { postings: [line('pv')] }, lines: [line('pv')], settled: autumn },
  },
  {
    rule: 'counts on the right day where the day was wrong and nothing is settled',
    ...{ of: { reason: 'wrongDate' }, reversed: '2025-06-20', anew: '2025-08-10' },
  },
  {
    rule: 'counts where it was counted where the day was wrong and that is settled',
    ...{ of: { reason: 'wrongDate' }, settled: { settledTo: spring } },
  },
  {
    rule: 'counts where it was counted where the right day is settled already',
    ...{ of: { reason: 'wrongDate', statementOn: '2025-07-02' }, postedOn: '2025-06-28' },
    ...{ settled: { settledTo: spring }, reversed: '2025-07-02', anew: '2025-07-02' },
  },
  {
    rule: 'put right a second time counts where the first correction counted',
    ...{ of: { statementOn: '2026-01-08' }, settled: autumn, postedOn: '2026-02-03' },
    ...{ reversed: '2026-01-08', anew: '2026-01-08' },
  },
];

describe('the day on which statements count a correction', () => {
  it.each(CASES)('$rule', (one) => {
    const { settled, postedOn = '2025-08-10', lines = counted } = one;
    const of = { ...JUNE, ...one.of };
    const days = { ...nothing, ...settled };
    const of2 = { ...of, reason: undefined };
    const reversed = statementDayOf(of2, { postedOn, postings: lines, isAnew: false }, days);
    const anew = statementDayOf(of, { postedOn, postings: lines, isAnew: true }, days);
    expect([reversed, anew]).toEqual([one.reversed ?? '2025-06-20', one.anew ?? '2025-06-20']);
  });
});

describe('a correction that is booked', () => {
  it.each<[rule: string, statementOn: string, settledBefore: Record<string, string>, rightly: boolean]>([
    ['may count with what it puts right', '2025-06-20', {}, true],
    ['may not count elsewhere while that period may be put right', '2025-08-10', {}, false],
    ['counts on its own day behind two settled periods', '2025-08-10', spring, true],
    ['or later', '2025-08-11', spring, true],
    ['but not before', '2025-08-09', spring, false],
    ['not because of another pool', '2025-08-10', { other: '2025-06-30' }, false],
  ])('%s', (_rule, statementOn, settledBefore, rightly) => {
    expect(countsRightly(JUNE, { postedOn: '2025-08-10', statementOn }, settledBefore)).toBe(rightly);
  });
});

describe('what is entered anew', () => {
  const reversed = { isReversal: false, isReversed: true, isAnew: false };
  it('is what was reversed', () => {
    expect(() => requireReenterable(reversed)).not.toThrow();
  });
  it.each([
    { rule: 'is no reversal', entry: { ...reversed, isReversal: true }, code: 'reentry.ofReversal' },
    { rule: 'stands no more', entry: { ...reversed, isReversed: false }, code: 'reentry.notReversed' },
    { rule: 'was not entered anew before', entry: { ...reversed, isAnew: true }, code: 'reentry.done' },
  ])('$rule', ({ entry, code }) => {
    expect(() => requireReenterable(entry)).toThrow(new DomainError(code));
  });
});
