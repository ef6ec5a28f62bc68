import {
  type PostOverTime,
  postAppointmentsNotice,
  type ToldAppointment,
} from '../../../src/domain/notices/post-appointments';
import { LEAVING_POST } from '../../../src/domain/uses/post';

const JUNE = { from: '2025-06-01', to: '2025-06-30' };
const WORDS = { others: 'others', few: 'few' };

/** Somebody agreed to be on the post for the year, with what a test says of him. */
const on = (memberId: string, more: Partial<ToldAppointment> = {}): ToldAppointment => ({
  ...{ id: `on-${memberId}`, number: 1, postId: 'roads', memberId, from: '2025-01-01', to: '2025-12-31' },
  ...{ left: undefined, shownTo: '2024-12-27', among: 'helped', ...more },
});
const roads = (...appointments: readonly ToldAppointment[]): PostOverTime => ({
  ...{ id: 'roads', seats: 3, standard: { amount: 66_000n, every: 'month' as const }, appointments },
});
const told = (...appointments: readonly ToldAppointment[]) =>
  postAppointmentsNotice([roads(...appointments)], JUNE, WORDS);
const sumsOf = (...appointments: readonly ToldAppointment[]) => {
  const { atStart, came, went, atEnd } = told(...appointments).sums;
  return [atStart, came, went, atEnd].map(Number);
};

describe('who is on posts, and who came and left in some days', () => {
  it('is nobody where there is no post', () => {
    const { sums, tables, persons } = postAppointmentsNotice([], JUNE, WORDS);
    expect(sums).toEqual({ atStart: '0', came: '0', went: '0', atEnd: '0' });
    const rows = [...Object.values(tables), ...Object.values(persons ?? {})].map((table) => table.rows);
    expect(rows).toEqual([[], [], [], []]);
  });

  it.each([
    ['all the time', {}, [1, 0, 0, 1]],
    ['from the first day', { from: '2025-06-01' }, [0, 1, 0, 1]],
    ['from the day before', { from: '2025-05-31' }, [1, 0, 0, 1]],
    ['from the last day', { from: '2025-06-30' }, [0, 1, 0, 1]],
    ['from the day after', { from: '2025-07-01' }, [0, 0, 0, 0]],
    ['to the last day', { to: '2025-06-30' }, [1, 0, 0, 1]],
    ['to the day before the last', { to: '2025-06-29' }, [1, 0, 1, 0]],
    ['to the day before the first', { to: '2025-05-31' }, [1, 0, 1, 0]],
    ['to the day before that', { to: '2025-05-30' }, [0, 0, 0, 0]],
    ['for some days within', { from: '2025-06-10', to: '2025-06-20' }, [0, 1, 1, 0]],
    ['and left within', { left: { on: '2025-06-10', why: 'ownWish' as const } }, [1, 0, 1, 0]],
    ['entered wrongly', { left: { on: '2025-01-01', why: 'mistaken' as const } }, [0, 0, 0, 0]],
  ])('counts who is on a post in the evening: %s', (_, more, expected) => {
    expect(sumsOf(on('a', more))).toEqual(expected);
    const { sums } = told(on('a', more));
    const [start, came, went, end] = ['atStart', 'came', 'went', 'atEnd'].map((name) => Number(sums[name]));
    expect((start ?? 0) + (came ?? 0) - (went ?? 0)).toBe(end);
  });

  it.each(LEAVING_POST.filter((why) => why !== 'mistaken'))(
    'never says of anybody why he left: %s',
    (why) => {
      const { persons } = told(on('a', { left: { on: '2025-06-10', why } }));
      const [row] = persons?.['changes']?.rows ?? [];
      expect(row?.['way']).toBe(why === 'noNeed' ? 'noNeed' : 'left');
    },
  );

  it('tells each who is on a post since when, and who came and went by the day', () => {
    const shown = { shownTo: '2025-06-05' };
    const { persons, tables } = told(
      on('a', { to: '2025-06-20' }),
      on('b', { from: '2025-06-06', ...shown }),
    );
    expect(persons?.['people']?.rows).toEqual([
      {
        ...{ person: 'b', group: 'b', post: 'roads', since: '2025-06-06', until: '2025-12-31' },
        shown: '2025-06-05',
      },
    ]);
    expect(persons?.['changes']?.rows).toEqual([
      { day: '2025-06-06', person: 'b', group: 'b', post: 'roads', way: 'came' },
      { day: '2025-06-20', person: 'a', group: 'a', post: 'roads', way: 'agreedEnd' },
    ]);
    expect(tables['posts']?.rows).toEqual([
      { post: 'roads', seats: 3, people: 1, standard: '66000', every: 'month' },
    ]);
  });

  it('says among whom people were chosen, groups of fewer than three together', () => {
    const of = (among: string | undefined, ...ids: readonly string[]) => ids.map((id) => on(id, { among }));
    const { tables } = told(
      ...of('helped', 'a', 'b', 'c'),
      ...of('watched', 'd', 'e'),
      ...of(undefined, 'f'),
    );
    expect(tables['chosen']?.rows).toEqual([
      { among: 'helped', people: 3 },
      { among: 'few', people: 3 },
    ]);
    expect(told(...of('helped', 'a', 'b')).tables['chosen']?.rows).toEqual([{ among: 'few', people: 2 }]);
  });
});
