import { type OwedDays, paidBeyond, paidOtherwise } from '../../../src/domain/uses/owed-days';
import type { Appointment, LeavingPost } from '../../../src/domain/uses/post';

const MAY: OwedDays = {
  ...{ appointmentId: 'a', month: '2025-05', halfDays: 40, monthDays: 31, every: 'month' },
  ...{ standard: 60_000n, amount: 38_710n },
};
const APPOINTED: Appointment = {
  ...{ id: 'a', number: 1, postId: 'p', memberId: 'm', from: '2025-02-01', to: '2025-12-31' },
  left: undefined,
};

describe('what is owed of days on a post', () => {
  it.each<{ left: string; why?: LeavingPost; owed?: Partial<OwedDays>; codes: string[]; possible?: number }>([
    { left: '2025-05-20', codes: [] },
    { left: '2025-05-19', codes: ['post.leftPaid'], possible: 19 },
    { left: '2025-05-19', owed: { halfDays: 38 }, codes: [] },
    { left: '2025-05-19', owed: { halfDays: 39 }, codes: ['post.leftPaid'], possible: 19 },
    { left: '2025-04-30', codes: ['post.leftPaid'], possible: 0 },
    { left: '2025-04-30', owed: { halfDays: 0 }, codes: [] },
    { left: '2025-04-30', owed: { appointmentId: 'another' }, codes: [] },
    { left: '2025-02-01', why: 'mistaken', codes: ['post.leftPaid'], possible: 0 },
  ])('beside an end on $left: $codes', ({ left, why = 'ownWish', owed = {}, codes, possible }) => {
    const problems = paidBeyond([{ ...MAY, ...owed }], { ...APPOINTED, left: { on: left, why } });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems.map(({ facts }) => facts?.['possible'])).toEqual(codes.length === 0 ? [] : [possible]);
  });

  it('is told of every month after the end, the earliest first', () => {
    const owed = ['2025-06', '2025-05', '2025-04'].map((month) => ({ ...MAY, month }));
    const problems = paidBeyond(owed, { ...APPOINTED, left: { on: '2025-05-10', why: 'ownWish' } });
    expect(problems.map(({ facts }) => [facts?.['month'], facts?.['possible']])).toEqual([
      ['2025-05', 10],
      ['2025-06', 0],
    ]);
  });

  it.each<{ standard: { from: string; every?: 'day'; amount?: bigint }; after?: string; codes: string[] }>([
    { standard: { from: '2025-06', amount: 70_000n }, codes: [] },
    { standard: { from: '2025-05', amount: 70_000n }, codes: ['post.standardPaid'] },
    { standard: { from: '2025-01', amount: 60_001n }, codes: ['post.standardPaid'] },
    { standard: { from: '2025-05', every: 'day' }, codes: ['post.standardPaid'] },
    { standard: { from: '2025-05' }, codes: [] },
    { standard: { from: '2025-04', amount: 70_000n }, after: '2025-05', codes: [] },
    { standard: { from: '2025-04', amount: 70_000n }, after: '2025-06', codes: ['post.standardPaid'] },
  ])('beside a standard $standard: $codes', ({ standard, after, codes }) => {
    const set = { every: 'month' as const, amount: 60_000n, ...standard };
    const first = { ...set, postId: 'p', standardNumber: 1, from: '2025-01', amount: 60_000n };
    const second = after === undefined ? [] : [{ ...first, standardNumber: 2, from: after }];
    const standards = [first, ...second];
    const post = { standards, appointments: [APPOINTED] };
    expect(paidOtherwise([MAY], post, set).map(({ code }) => code)).toEqual(codes);
    expect(paidOtherwise([MAY], { standards, appointments: [] }, set)).toEqual([]);
    expect(paidOtherwise([{ ...MAY, halfDays: 0 }], post, set)).toEqual([]);
  });
});
