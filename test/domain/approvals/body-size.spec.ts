import { type CountedMeeting, otherSizeBefore } from '../../../src/domain/approvals/body-size';

const met = (day: string, due: number, over: Partial<CountedMeeting> = {}): CountedMeeting => ({
  ...{ routeId: 'r', stepId: 'assembly', decidedOn: `2025-07-${day}` },
  ...{ decidedAt: `2025-07-${day}T09:00:00+08:00`, counts: { due } },
  ...over,
});

describe('how many were due when the same body met before', () => {
  it.each<[string, CountedMeeting, CountedMeeting[], string]>([
    ['it never met', met('14', 3), [], 'none'],
    ['as many', met('14', 33), [met('08', 33)], 'none'],
    ['far more', met('14', 3), [met('08', 33)], '33 on 2025-07-08'],
    ['fewer', met('14', 33), [met('08', 30)], '30 on 2025-07-08'],
    ['the last of two counts', met('14', 3), [met('08', 33), met('01', 40)], '33 on 2025-07-08'],
    ['one that came later does not', met('08', 33), [met('14', 3), met('08', 33)], 'none'],
    ['another body', met('14', 3), [met('08', 33, { stepId: 'party_members' })], 'none'],
    ['the same name in another route', met('14', 3), [met('08', 33, { routeId: 'q' })], 'none'],
    ['a step that counts nobody', met('14', 3), [met('08', 33, { counts: null })], 'none'],
  ])('%s', (_, meeting, before, told) => {
    const found = otherSizeBefore(meeting, [...before, meeting]);
    expect(found === undefined ? 'none' : `${String(found.due)} on ${found.on}`).toBe(told);
  });
});
