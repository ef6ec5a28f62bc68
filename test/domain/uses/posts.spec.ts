import {
  type Appointment,
  isOnPost,
  lastDayOn,
  mostOnPost,
  overlaps,
  type Post,
  type PostForm,
  type PostStandard,
  readPost,
  standardIn,
} from '../../../src/domain/uses/post';
import {
  type AppointmentForm,
  type Candidate,
  readAppointment,
  readPostLeaving,
} from '../../../src/domain/uses/post-appointment';
import type { PostTerms } from '../../../src/domain/uses/post-terms';

const TERMS: PostTerms = {
  ...{ region: 'all', shownDays: 5, barred: ['officer', 'spouse'], leastAge: 16, mostAge: 60 },
  ...{ monthOfDays: 30, asksAbove: '3000', dayAsksAbove: '500', confirmed: false },
};
const post = (of: Partial<Post>): Post => ({
  ...{ id: 'p1', number: 1, kind: 'cleaning', name: 'east lanes', duties: 'sweep', place: 'east', seats: 1 },
  openedOn: '2025-01-15',
  ...of,
});
const on = (of: Partial<Appointment>): Appointment => ({
  ...{ id: 'a1', number: 1, postId: 'p1', memberId: 'm1', from: '2025-02-01', to: '2025-12-31' },
  left: undefined,
  ...of,
});
const pays = (of: Partial<PostStandard>): PostStandard => ({
  ...{ postId: 'p1', standardNumber: 1, from: '2025-02', every: 'month', amount: 50_000n },
  ...of,
});
const told = (problems: readonly { code: string; field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe('a post', () => {
  const form = (of: Partial<PostForm>): PostForm => ({
    ...{ postKind: 'cleaning', postName: 'west lanes', postDuties: 'sweep daily', postPlace: 'west' },
    ...{ seats: '2', postFrom: '2025-01-15' },
    ...of,
  });
  it.each<[what: string, of: Partial<PostForm>, problems: string[]]>([
    ['is whole', {}, []],
    ['has a name of its own', { postName: 'east lanes' }, ['post.nameTaken postName']],
    ['says what is done', { postDuties: ' ' }, ['form.missing postDuties']],
    ['is for somebody', { seats: '0' }, ['post.seats seats']],
    ['is for one', { seats: '1' }, []],
    ['is for at most 500', { seats: '500' }, []],
    ['is for no more', { seats: '501' }, ['post.seats seats']],
    ['is of a kind', { postKind: 'mining' }, ['form.notAllowed postKind']],
  ])('%s', (_what, of, problems) => {
    expect(told(readPost(form(of), ['east lanes']).problems)).toEqual(problems);
  });

  it('pays by the month what was set last for it', () => {
    const all = [pays({}), pays({ standardNumber: 2, from: '2025-07', amount: 60_000n })];
    const mended = pays({ standardNumber: 3, from: '2025-07', amount: 65_000n });
    expect(standardIn(all, '2025-01')).toBeUndefined();
    expect(standardIn(all, '2025-06')?.amount).toBe(50_000n);
    expect(standardIn(all, '2025-07')?.amount).toBe(60_000n);
    expect(standardIn([mended, ...all], '2025-08')?.amount).toBe(65_000n);
  });

  it('has somebody from the first day to the last, and nobody who was entered wrongly', () => {
    const left = on({ left: { on: '2025-03-10', why: 'ownWish' } });
    expect(
      ['2025-01-31', '2025-02-01', '2025-12-31', '2026-01-01'].map((day) => isOnPost(on({}), day)),
    ).toEqual([...[false, true, true, false]]);
    expect(lastDayOn(left)).toBe('2025-03-10');
    expect([isOnPost(left, '2025-03-10'), isOnPost(left, '2025-03-11')]).toEqual([true, false]);
    expect(lastDayOn(on({ left: { on: '2025-02-01', why: 'mistaken' } }))).toBeUndefined();
    expect([overlaps(left, '2025-03-10', '2025-04-01'), overlaps(left, '2025-03-11', '2025-04-01')]).toEqual([
      ...[true, false],
    ]);
  });

  it('counts the busiest day of a span', () => {
    const second = on({ id: 'a2', from: '2025-06-01', to: '2025-06-30' });
    expect(mostOnPost([on({}), second], '2025-03-01', '2025-05-31')).toBe(1);
    expect(mostOnPost([on({}), second], '2025-03-01', '2025-06-01')).toBe(2);
    expect(mostOnPost([on({}), second], '2026-01-01', '2026-02-01')).toBe(0);
  });
});

describe('an appointment', () => {
  const someone: Candidate = {
    ...{ memberId: 'm1', age: 50, labour: 'able', officerRelation: 'none', group: 'lifted_out' },
  };
  const form = (of: Partial<AppointmentForm>): AppointmentForm => ({
    ...{ shownFrom: '2025-07-01', shownTo: '2025-07-05', appointedFrom: '2025-07-06' },
    ...{ appointedTo: '2026-07-05', agreement: 'agreement 3', postReasons: {} },
    ...of,
  });
  const read = (
    of: Partial<AppointmentForm>,
    candidate: Partial<Candidate> = {},
    ground: Partial<Parameters<typeof readAppointment>[1]> = {},
  ): string[] =>
    told(
      readAppointment(form(of), {
        ...{ post: post({}), candidate: { ...someone, ...candidate }, appointments: [], terms: TERMS },
        seatChanges: [],
        ...ground,
      }).problems,
    );

  it.each<[what: string, of: Partial<AppointmentForm>, candidate: Partial<Candidate>, problems: string[]]>([
    ['five days shown, the first counted', {}, {}, []],
    ['four days', { shownTo: '2025-07-04' }, {}, ['post.shownTooShortWhy postReasons[shownTooShort]']],
    [
      'four days, with the reason',
      { shownTo: '2025-07-04', postReasons: { shownTooShort: 'flood' } },
      {},
      [],
    ],
    [
      'four days, with what says nothing',
      { shownTo: '2025-07-04', postReasons: { shownTooShort: 'yes' } },
      {},
      ['policy.reasonTooShort postReasons[shownTooShort]'],
    ],
    ['on the last day shown', { appointedFrom: '2025-07-05' }, {}, ['post.beforeShown appointedFrom']],
    ['shown backwards', { shownTo: '2025-06-30' }, {}, ['post.shownBackwards shownTo']],
    ['for one day', { appointedTo: '2025-07-06' }, {}, []],
    [
      'that ends before it begins',
      { appointedTo: '2025-07-05' },
      {},
      ['post.appointedBackwards appointedTo'],
    ],
    ['without an agreement', { agreement: '' }, {}, ['form.missing agreement']],
    ['of sixteen years', {}, { age: 16 }, []],
    ['of fifteen', {}, { age: 15 }, ['post.tooYoung appointee']],
    ['of sixty', {}, { age: 60 }, []],
    ['of sixty-one', {}, { age: 61 }, ['post.tooOldWhy postReasons[tooOld]']],
    ['of an officer', {}, { officerRelation: 'officer' }, ['post.barred appointee']],
    ["of an officer's wife", {}, { officerRelation: 'spouse' }, ['post.barred appointee']],
    [
      "of an officer's wife, with every reason",
      { postReasons: { tooOld: 'well', notHelped: 'alone' } },
      { officerRelation: 'spouse' },
      ['post.barred appointee'],
    ],
    ['of a relation that is not barred', {}, { officerRelation: 'other' }, []],
    ['of one who is weak', {}, { labour: 'weak' }, []],
    ['of one who cannot work', {}, { labour: 'none' }, ['post.cannotWork appointee']],
    ['of one whom no document helps', {}, { group: '' }, ['post.notHelped postReasons[notHelped]']],
    [
      'of one whom no document helps, with a reason',
      { postReasons: { notHelped: 'nobody else' } },
      { group: '' },
      [],
    ],
  ])('%s', (_what, of, candidate, problems) => {
    expect(read(of, candidate)).toEqual(problems);
  });

  it('is refused where the county has confirmed how long it hangs out', () => {
    const terms = { ...TERMS, confirmed: true };
    const short = { shownTo: '2025-07-04', postReasons: { shownTooShort: 'flood' } };
    expect(read(short, {}, { terms })).toEqual(['post.shownTooShort shownTo']);
  });

  it('is one post for one person, and no more people than seats', () => {
    const elsewhere = on({ postId: 'p2', to: '2025-07-06' });
    expect(read({}, {}, { appointments: [elsewhere] })).toEqual(['post.onPost appointee']);
    expect(read({}, {}, { appointments: [on({ postId: 'p2', to: '2025-07-05' })] })).toEqual([]);
    const another = on({ memberId: 'm2', from: '2026-07-05', to: '2026-12-31' });
    expect(read({}, {}, { appointments: [another] })).toEqual(['post.full appointedFrom']);
    expect(read({}, {}, { appointments: [another], post: post({ seats: 2 }) })).toEqual([]);
    const over = on({ memberId: 'm2', left: { on: '2025-07-05', why: 'unfit' } });
    expect(read({}, {}, { appointments: [over] })).toEqual([]);
  });

  it('begins no earlier than the post', () => {
    expect(read({}, {}, { post: post({ openedOn: '2025-07-07' }) })).toEqual([
      'post.beforePost appointedFrom',
    ]);
    expect(read({}, {}, { post: post({ openedOn: '2025-07-06' }) })).toEqual([]);
  });
});

describe('leaving a post', () => {
  const leave = (leftPostOn: string, postLeaving = 'ownWish', leavingPaper = 'letter') =>
    readPostLeaving({ leftPostOn, postLeaving, leavingPaper }, on({}));
  it.each<[leftPostOn: string, why: string, problems: string[]]>([
    ['2025-01-31', 'ownWish', ['post.leftOutside leftPostOn']],
    ['2025-02-01', 'ownWish', []],
    ['2025-12-31', 'unfit', []],
    ['2026-01-01', 'unfit', ['post.leftOutside leftPostOn']],
    ['', 'gone', ['form.missing leftPostOn']],
    ['', 'mistaken', []],
    ['2025-02-01', '', ['form.missing postLeaving']],
  ])('on %s, %s', (leftPostOn, why, problems) => {
    expect(told(leave(leftPostOn, why).problems)).toEqual(problems);
  });
});
