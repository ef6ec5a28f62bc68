import {
  ANSWER_DAYS,
  answerDueOn,
  answerProblems,
  countObjections,
  namedProblems,
  type Objection,
  objectionProblems,
  objectionRows,
  objectionState,
  receivedProblems,
  shownObjections,
} from '../../../src/domain/notices/objection';

const told = (problems: readonly { code: string; field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

const ONE: Objection = { year: 2025, number: 1, receivedOn: '2025-07-11', dueOn: '2025-07-16' };
const ANSWER = { on: '2025-07-14', gist: 'rent', words: 'as agreed' };

describe('an objection', () => {
  it.each([
    ['the rent is wrong', '', []],
    ['the rent is wrong', '13800138000', []],
    ['the rent is wrong', '0558-555 0107', []],
    ['the rent is wrong', '１３８００１３８０００', []],
    ['the rent is wrong', 'ask Li', ['objections.notAPhone objectionPhone']],
    ['the rent is wrong', '123', ['objections.notAPhone objectionPhone']],
    [' ', '', ['form.missing objectionWords']],
    ['。。？！', '', ['form.missing objectionWords']],
    ['call 138 0013 8000', '', ['form.privateNumber objectionWords']],
    ['I am 341202193602290014', '', ['form.privateNumber objectionWords']],
  ])('%j with %j: %j', (objectionWords, objectionPhone, problems) => {
    expect(told(objectionProblems({ objectionWords, objectionPhone }))).toEqual(problems);
  });

  it.each([
    ['why', 'as agreed', []],
    ['why Li Si', 'as agreed', ['objections.named objectionGist']],
    ['why', 'Li Si and Wu are ill', ['objections.named objectionAnswer']],
    ['why Wu', 'Wu is ill', ['objections.named objectionGist', 'objections.named objectionAnswer']],
  ])('answered %j with %j names people: %j', (objectionGist, objectionAnswer, problems) => {
    expect(told(namedProblems({ objectionGist, objectionAnswer }, ['Li Si', 'Wu']))).toEqual(problems);
  });

  it.each([
    ['rent', 'as agreed', []],
    ['', 'as agreed', ['form.missing objectionGist']],
    ['rent', ' ', ['form.missing objectionAnswer']],
    ['rent', 'told 13800138000', ['form.privateNumber objectionAnswer']],
    ['13800138000', 'told', ['form.privateNumber objectionGist']],
    ['租金', '好', ['policy.reasonTooShort objectionAnswer']],
    ['租金', '。。。。', ['form.missing objectionAnswer']],
    ['。', '按合同算的', ['form.missing objectionGist']],
    ['租金', '好。。。。', ['policy.reasonTooShort objectionAnswer']],
  ])('is answered: %j, %j: %j', (objectionGist, objectionAnswer, problems) => {
    expect(told(answerProblems({ objectionGist, objectionAnswer }))).toEqual(problems);
  });

  it.each([
    ['2025-07-10', ['notices.displayBefore objectedOn']],
    ['2025-07-11', []],
    ['2025-07-20', []],
    ['2025-07-21', ['notices.displayLater objectedOn']],
    ['', ['form.missing objectedOn']],
  ])('that came in on %j: %j', (day, problems) => {
    expect(told(receivedProblems(day, { today: '2025-07-20', from: '2025-07-11' }))).toEqual(problems);
  });

  it.each([
    ['2025-07-11', '2025-07-16'],
    ['2024-02-26', '2024-03-02'],
    ['2025-02-26', '2025-03-03'],
    ['2025-12-29', '2026-01-03'],
  ])('of %s is answered by %s: the day it came in does not count', (receivedOn, dueOn) => {
    expect(ANSWER_DAYS).toBe(5);
    expect(answerDueOn(receivedOn)).toBe(dueOn);
  });

  it.each([
    [undefined, '2025-07-16', 'open'],
    [undefined, '2025-07-17', 'overdue'],
    ['2025-07-16', '2025-07-15', 'open'],
    ['2025-07-16', '2025-07-16', 'answered'],
    ['2025-07-17', '2025-07-17', 'answeredLate'],
    ['2025-07-17', '2025-08-17', 'answeredLate'],
  ])('answered on %s is, on %s, %s', (on, day, state) => {
    const answer = on === undefined ? undefined : { ...ANSWER, on };
    expect(objectionState({ ...ONE, answer }, day)).toBe(state);
  });

  it('is counted as of a day', () => {
    const all = [
      ONE,
      { ...ONE, number: 2, answer: ANSWER },
      { ...ONE, number: 3, receivedOn: '2025-07-17', dueOn: '2025-07-22' },
    ];
    expect(countObjections(all, '2025-07-16')).toEqual({ received: 2, answered: 1, open: 1, overdue: 0 });
    expect(countObjections(all, '2025-07-17')).toEqual({ received: 3, answered: 1, open: 2, overdue: 1 });
    expect(countObjections(all, '2025-07-13')).toEqual({ received: 2, answered: 0, open: 2, overdue: 0 });
  });

  it('stands on each sheet until one told its answer, and on none after that', () => {
    const answered = { ...ONE, number: 2, answer: ANSWER };
    const first = objectionRows([ONE, answered], []);
    expect(first).toEqual([
      { year: 2025, number: 1, receivedOn: '2025-07-11', dueOn: '2025-07-16' },
      { year: 2025, number: 2, receivedOn: '2025-07-11', dueOn: '2025-07-16', answer: ANSWER },
    ]);
    const second = objectionRows([{ ...ONE, answer: ANSWER }, answered], first);
    expect(second.map(({ number }) => number)).toEqual([1]);
    expect(objectionRows([{ ...ONE, answer: ANSWER }, answered], [...first, ...second])).toEqual([]);
    // The same number of another year is another one.
    expect(objectionRows([{ ...answered, year: 2026 }], first)).toHaveLength(1);
  });

  it('hands a sheet nothing but its number, its days and what was answered', () => {
    const kept = { ...ONE, answer: ANSWER, text: 'my own words', id: 'x', noticeId: 'y' };
    expect(JSON.stringify(objectionRows([kept], []))).not.toContain('my own words');
  });
});

describe('what stands on a public page', () => {
  const of = (count: number, late: readonly number[] = []): Objection[] =>
    Array.from({ length: count }, (_, at) => {
      const dueOn = late.includes(at + 1) ? '2025-07-12' : '2025-07-20';
      return { ...ONE, number: at + 1, dueOn };
    });
  const shown = (all: readonly Objection[]) => {
    const { objections, more } = shownObjections(all, '2025-07-16');
    return [objections.length, objections[0]?.number, objections.at(-1)?.number, more];
  };

  it('is every objection, in order', () => {
    expect(shown(of(0))).toEqual([0, undefined, undefined, 0]);
    expect(shown(of(60))).toEqual([60, 1, 60, 0]);
  });

  it('and of too many the overdue first, then the latest: none unanswered is drowned', () => {
    expect(shown(of(200))).toEqual([60, 141, 200, 140]);
    expect(shown(of(200, [3]))).toEqual([60, 3, 200, 140]);
  });
});
