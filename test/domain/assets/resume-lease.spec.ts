import { type LeaseChange, type LeaseTerms, termsAfter } from '../../../src/domain/assets/lease';
import { readLeaseChange } from '../../../src/domain/assets/read-lease-change';
import type { EndedLease } from '../../../src/domain/assets/resume-lease';

/** 1,000.00 a year, two years, paid yearly. */
const SIGNED: LeaseTerms = {
  ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', type: 'fixed', perMonths: 12, everyMonths: 12 },
  ...{ rates: [{ from: '2025-01-01', value: '1000.00' }], due: { rule: 'afterStart', days: 0 } },
};
const end = (effectiveOn: string): LeaseChange => ({ kind: 'end', effectiveOn });
const rent = (effectiveOn: string): LeaseChange => ({ kind: 'rent', effectiveOn, value: '1100.00' });
const END = end('2025-09-30');
const RESUME: LeaseChange = { kind: 'resume', effectiveOn: '2025-10-01' };
const RENEWAL: LeaseChange = { kind: 'renewal', effectiveOn: '2025-10-01', lastOn: '2026-03-31' };

describe('a contract whose early end was taken back', () => {
  it.each<{ what: string; changes: LeaseChange[]; to: string; rents: string[] }>([
    { what: 'goes on as it was signed', changes: [END, RESUME], to: '2026-12-31', rents: ['1000.00'] },
    {
      what: 'keeps what changed before the end',
      changes: [rent('2025-07-01'), END, RESUME],
      ...{ to: '2026-12-31', rents: ['1000.00', '1100.00'] },
    },
    {
      what: 'keeps another rent of days up to it',
      changes: [END, rent('2025-07-01'), RESUME],
      ...{ to: '2026-12-31', rents: ['1000.00', '1100.00'] },
    },
    { what: 'may end again', changes: [END, RESUME, END], to: '2025-09-30', rents: ['1000.00'] },
    {
      what: 'takes back the last of two ends',
      changes: [end('2026-06-30'), END, RESUME],
      ...{ to: '2026-06-30', rents: ['1000.00'] },
    },
  ])('$what', ({ changes, to, rents }) => {
    const terms = termsAfter(SIGNED, changes);
    expect([terms.lastOn, terms.rates.map(({ value }) => value)]).toEqual([to, rents]);
  });

  const NEXT = { number: 'L-2', part: '', firstOn: '2025-10-01', lastOn: '2025-12-31' };
  it.each<{
    rule: string;
    changes?: LeaseChange[];
    wish?: { leftOn?: string; others?: (typeof NEXT)[] };
    ended?: Partial<EndedLease>;
    codes: string[];
  }>([
    { rule: 'while nothing rests on it', codes: [] },
    { rule: 'only where there is one', changes: [], codes: ['lease.notEnded'] },
    { rule: 'only once', changes: [END, RESUME], codes: ['lease.notEnded'] },
    { rule: 'not after a renewal', changes: [END, RENEWAL], codes: ['lease.agreedSince'] },
    { rule: 'after another rent of days up to it', changes: [END, rent('2025-07-01')], codes: [] },
    { rule: 'not where the asset has left', wish: { leftOn: '2026-12-30' }, codes: ['lease.afterAsset'] },
    { rule: 'where it leaves afterwards', wish: { leftOn: '2026-12-31' }, codes: [] },
    { rule: 'not where another has it', wish: { others: [NEXT] }, codes: ['lease.overlaps'] },
    {
      rule: 'where the other had it before',
      wish: { others: [{ ...NEXT, firstOn: '2025-09-01', lastOn: '2025-09-30' }] },
      codes: [],
    },
    {
      rule: 'not where what was due up to the end is booked',
      ...{ ended: { bookedTo: ['2025-09-30'] }, codes: ['lease.endBooked'] },
    },
    {
      rule: 'not where somebody said why that is not booked',
      ...{ ended: { waivedTo: ['2025-09-30'] }, codes: ['lease.endWaived'] },
    },
    {
      rule: 'where the end cut no due short',
      ...{ changes: [end('2025-12-31')], ended: { bookedTo: ['2025-12-31'], waivedTo: ['2025-12-31'] } },
      codes: [],
    },
    {
      rule: 'not where money went back, each kind said once',
      ended: { wentBack: ['deposit', 'advance', 'deposit'] },
      codes: ['lease.depositWentBack', 'lease.advanceWentBack'],
    },
    { rule: 'of a contract that was said never to begin', changes: [end('2024-12-31')], codes: [] },
  ])('is read $rule', ({ changes = [END], wish = {}, ended = {}, codes }) => {
    const form = { kind: 'resume', effectiveOn: '', newLastOn: '', rent: '', reason: 'typed wrongly' };
    const { change, problems } = readLeaseChange(form, {
      ...{ terms: termsAfter(SIGNED, changes), part: '', bookedTo: undefined, others: [], ...wish },
      ended: { signed: SIGNED, changes, bookedTo: [], waivedTo: [], wentBack: [], ...ended },
    });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems.every(({ field }) => field === 'kind')).toBe(true);
    expect(change.kind).toBe('resume');
  });
});
