import {
  coversMonth,
  reopeningProblems,
  requireOnNoSheet,
  requireOtherHand,
} from '../../../src/domain/months/month-acts';

describe('the reason for opening a month again', () => {
  it.each<{ rule: string; reason: string; codes: string[] }>([
    { rule: 'is wanted', reason: '', codes: ['form.missing'] },
    { rule: 'is more than blanks', reason: ' \t\n', codes: ['form.missing'] },
    { rule: 'has more than three characters', reason: 'abc', codes: ['months.reasonTooShort'] },
    { rule: 'does not grow by blanks', reason: '  abc  ', codes: ['months.reasonTooShort'] },
    { rule: 'may have four', reason: 'abcd', codes: [] },
    {
      rule: 'counts characters, not what they are made of',
      reason: '𠮷𠮷𠮷',
      codes: ['months.reasonTooShort'],
    },
    { rule: 'may have two hundred', reason: '𠮷'.repeat(200), codes: [] },
    { rule: 'has no more', reason: 'x'.repeat(201), codes: ['form.tooLong'] },
  ])('$rule', ({ reason, codes }) => {
    expect(reopeningProblems(reason).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a sheet', () => {
  it.each<{ rule: string; from: string; to: string; covers: boolean }>([
    { rule: 'that ends the day before the month', from: '2025-01-01', to: '2025-05-31', covers: false },
    { rule: 'that ends on its first day', from: '2025-01-01', to: '2025-06-01', covers: true },
    { rule: 'within it', from: '2025-06-10', to: '2025-06-11', covers: true },
    { rule: 'that begins on its last day', from: '2025-06-30', to: '2025-12-31', covers: true },
    { rule: 'that begins the day after', from: '2025-07-01', to: '2025-12-31', covers: false },
  ])('$rule prints its figures: $covers', ({ from, to, covers }) => {
    expect(coversMonth({ from, to }, '2025-06')).toBe(covers);
  });

  it('keeps a month closed, and says which sheet', () => {
    const refused = () => {
      requireOnNoSheet('2025-06', [
        { year: 2025, number: 7 },
        { year: 2025, number: 9 },
      ]);
    };
    expect(refused).toThrow('months.onPublishedSheet');
    expect(() => {
      requireOnNoSheet('2025-06', []);
    }).not.toThrow();
  });
});

it('asks for another hand to seal a month than the one that held it', () => {
  expect(() => {
    requireOtherHand('2025-06', 'wang', 'wang');
  }).toThrow('months.sealedBySame');
  expect(() => {
    requireOtherHand('2025-06', 'wang', 'li');
    requireOtherHand('2025-06', undefined, 'li');
  }).not.toThrow();
});
