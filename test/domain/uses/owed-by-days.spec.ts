import { owedByDays } from '../../../src/domain/uses/owed-by-days';
import type { Appointment } from '../../../src/domain/uses/post';

const on = (of: Partial<Appointment>): Appointment => ({
  ...{ id: 'a1', number: 1, postId: 'p1', memberId: 'm1', from: '2024-02-01', to: '2024-12-31' },
  left: undefined,
  ...of,
});

describe('wages of posts are owed by accepted days alone', () => {
  it.each<[what: string, appointments: Appointment[], owed: boolean]>([
    ['where nobody was ever on a post: no', [], false],
    ['where the last left before the period: no', [on({})], false],
    ['where somebody is on a post on its first day', [on({ to: '2025-01-01' })], true],
    ['where somebody begins after it', [on({ from: '2025-07-01', to: '2025-12-31' })], true],
    [
      'where he was entered wrongly: no',
      [on({ to: '2025-12-31', left: { on: '2025-06-01', why: 'mistaken' } })],
      false,
    ],
    ['where he left before: no', [on({ to: '2025-12-31', left: { on: '2024-12-31', why: 'unfit' } })], false],
  ])('%s', (_what, appointments, owed) => {
    expect(owedByDays(appointments, '2025-01-01')).toBe(owed);
  });
});
