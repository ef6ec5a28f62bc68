import { rowsSince } from '../../../src/domain/notices/objections-since';

const OPEN = { year: 2025, number: 1, receivedOn: '2025-07-05', dueOn: '2025-07-10' };
const ANSWER = { on: '2025-07-12', gist: 'posts', words: 'eight, not six' };

describe('what a sheet tells of objections to those before it', () => {
  it.each([
    ['open until its deadline', '2025-07-10', undefined, { isOverdue: false }],
    ['overdue after it', '2025-07-11', undefined, { isOverdue: true }],
    ['overdue until the day of its answer', '2025-07-11', ANSWER, { isOverdue: true }],
    ['answered from that day on', '2025-07-12', ANSWER, { isOverdue: false, since: ANSWER }],
  ])('is %s', (_what, day, answer, expected) => {
    const told = rowsSince(
      [OPEN],
      [
        { ...OPEN, number: 2 },
        { ...OPEN, ...(answer && { answer }) },
      ],
      day,
    );
    expect(told).toEqual([{ ...OPEN, ...expected }]);
  });

  it('is what it printed itself where that was an answer', () => {
    const printed = { ...OPEN, answer: ANSWER };
    expect(rowsSince([printed], [printed], '2025-08-01')).toEqual([{ ...printed, isOverdue: false }]);
  });
});
