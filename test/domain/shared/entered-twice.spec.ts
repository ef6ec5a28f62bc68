import { enteredTwiceProblems } from '../../../src/domain/shared/entered-twice';

const STANDS = { day: '2025-07-10', amount: 100_000n, paper: 'No (7)' };

describe('what may be entered a second time', () => {
  it.each([
    ['the same', {}, '', 'twice.samePaper'],
    ['the same, and blanks for a reason', {}, '  ', 'twice.samePaper'],
    ['the same, and why', {}, 'two machines', ''],
    ['the same, and what says nothing', {}, 'yes', 'policy.reasonTooShort'],
    ['the same paper in full width', { paper: ' No（7）' }, '', 'twice.samePaper'],
    ['another day', { day: '2025-07-11' }, '', ''],
    ['a fen more', { amount: 100_001n }, '', ''],
    ['another paper', { paper: 'No 8' }, '', ''],
    ['another paper, and a reason nobody asked for', { paper: 'No 8' }, 'two', 'twice.notSeen'],
    ['the same, and a number of a person', {}, '13812345678', 'form.privateNumber'],
  ])('is asked about: %s', (_rule, wish, reason, codes) => {
    const problems = enteredTwiceProblems({ ...STANDS, ...wish }, [STANDS], reason);
    expect(problems.map(({ code }) => code).join()).toBe(codes);
    expect(problems.every(({ field }) => field === 'twiceReason')).toBe(true);
  });
});
