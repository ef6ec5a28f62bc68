import type { Appointment } from '../../../src/domain/uses/post';
import {
  noRoomIn,
  type PostRoom,
  readSeats,
  type SeatsChange,
  type SeatsForm,
  seatsOn,
} from '../../../src/domain/uses/post-seats';

const on = (of: Partial<Appointment>): Appointment => ({
  ...{ id: 'a1', number: 1, postId: 'p1', memberId: 'm1', from: '2025-02-01', to: '2025-12-31' },
  left: undefined,
  ...of,
});
const change = (number: number, from: string, seats: number): SeatsChange => ({ number, from, seats });
const room = (...seatChanges: SeatsChange[]): PostRoom => ({
  post: { seats: 2, openedOn: '2025-01-15' },
  seatChanges,
});
const FEWER = change(1, '2025-07-01', 1);
const CLOSED = change(2, '2025-10-01', 0);

describe('for how many people a post is', () => {
  it.each([
    ['2025-01-15', 2],
    ['2025-06-30', 2],
    ['2025-07-01', 1],
    ['2025-09-30', 1],
    ['2025-10-01', 0],
  ])('on %s: %p', (day, seats) => {
    expect(seatsOn(room(FEWER, CLOSED), day)).toBe(seats);
  });

  it('is of what begins on one day what was entered last', () => {
    expect(seatsOn(room(FEWER, change(2, '2025-07-01', 3)), '2025-07-01')).toBe(3);
  });

  const two = [on({}), on({ id: 'a2', from: '2025-07-01', to: '2025-07-31' })];
  it.each<[name: string, changes: SeatsChange[], from: string, to: string, none: string | undefined]>([
    ['one more on a post for two', [], '2025-02-01', '2025-06-30', undefined],
    ['two are on it in July', [], '2025-06-01', '2025-08-01', '2025-06-01'],
    ['for one from July on: up to June there is room', [FEWER], '2025-06-01', '2025-06-30', undefined],
    ['and a day longer there is none', [FEWER], '2025-06-01', '2025-07-01', '2025-07-01'],
    [
      'more room from the day of the change',
      [change(1, '2025-07-01', 3)],
      '2025-06-01',
      '2025-12-31',
      undefined,
    ],
    ['nobody after it closed', [change(1, '2025-10-01', 0)], '2025-08-01', '2025-10-01', '2025-10-01'],
    ['until the day before', [change(1, '2025-10-01', 0)], '2025-08-01', '2025-09-30', undefined],
  ])('%s', (_name, changes, from, to, none) => {
    expect(noRoomIn(room(...changes), two, { from, to })?.day).toBe(none);
  });
});

describe('another number of seats', () => {
  const form = (of: Partial<SeatsForm>): SeatsForm => ({
    ...{ seats: '1', seatsFrom: '2025-07-01', seatsWhy: 'the ditch is paved', seatsPaper: 'resolution 3' },
    ...of,
  });
  const read = (of: Partial<SeatsForm>, changes: SeatsChange[] = [], appointments = [on({})]): string[] =>
    readSeats(form(of), room(...changes), appointments).problems.map(({ code, field }) => `${code} ${field}`);

  it.each<[name: string, of: Partial<SeatsForm>, changes: SeatsChange[], problems: string[]]>([
    ['fewer, as many as are on it', {}, [], []],
    ['more', { seats: '500' }, [], []],
    ['too many', { seats: '501' }, [], ['post.seatsOrNone seats']],
    ['no number', { seats: '-1' }, [], ['post.seatsOrNone seats']],
    ['closed while somebody is on it', { seats: '0' }, [], ['post.seatsTaken seats']],
    [
      'closed from the last agreed day',
      { seats: '0', seatsFrom: '2025-12-31' },
      [],
      ['post.seatsTaken seats'],
    ],
    ['closed from the day after', { seats: '0', seatsFrom: '2026-01-01' }, [], []],
    ['as it is', { seats: '2' }, [], ['post.sameSeats seats']],
    ['before the post was opened', { seatsFrom: '2025-01-14' }, [], ['post.beforePost seatsFrom']],
    [
      'before the last change',
      { seats: '3', seatsFrom: '2025-06-30' },
      [FEWER],
      ['post.seatsBeforeLast seatsFrom'],
    ],
    ['on its day: it puts that right', { seats: '3' }, [FEWER], []],
    ['opened again', { seats: '1', seatsFrom: '2026-02-01' }, [FEWER, change(2, '2026-01-01', 0)], []],
    ['for no reason', { seatsWhy: ' ' }, [], ['form.missing seatsWhy']],
    ['without a paper', { seatsPaper: '' }, [], ['form.missing seatsPaper']],
    ['on no day', { seatsFrom: '2025-07-32' }, [], ['calendar.notADay seatsFrom']],
  ])('%s', (_name, of, changes, problems) => {
    expect(read(of, changes)).toEqual(problems);
  });

  it('takes no seat from who was appointed to begin later, and counts nobody who left', () => {
    const later = on({ id: 'a2', from: '2025-11-01' });
    expect(read({}, [], [on({}), later])).toEqual(['post.seatsTaken seats']);
    expect(read({}, [], [on({ left: { on: '2025-06-30', why: 'noNeed' } }), later])).toEqual([]);
  });
});
