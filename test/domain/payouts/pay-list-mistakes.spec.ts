import { failedLines, mistakeProblems } from '../../../src/domain/payouts/pay-list-mistakes';

const line = (number: number, state: 'open' | 'confirmed' | 'returned' = 'returned') => ({
  ...{ number, debtId: 'debt', memberId: `m${String(number)}`, memberVersion: 1, attempt: 1, state },
  amount: 300n,
});

describe('lines that were noted as not paid by mistake', () => {
  it('are those whose last word was that they failed', () => {
    const acts = (['send', 'fail', 'confirm', 'giveBack', 'unfail'] as const).map((act, index) => {
      return { act, number: index + 1 };
    });
    const ended = [
      ...[1, 2, 3].map((lineNumber) => ({ lineNumber, actNumber: 2 })),
      ...[4, 5].map((lineNumber) => ({ lineNumber, actNumber: 3 })),
    ];
    const outcomes = [...ended, { lineNumber: 4, actNumber: 4 }, { lineNumber: 3, actNumber: 5 }];
    const lines = [line(1), line(2), line(3, 'open'), line(4), line(5, 'confirmed'), line(6, 'open')];
    expect(failedLines({ lines, acts, outcomes }).map(({ number }) => number)).toEqual([1, 2]);
  });

  it.each([
    ['owed as before', { amount: 300n }, []],
    ['on another list since', { amount: 300n, onList: 'other' }, ['payouts.listedSince 1']],
    ['paid in part since', { amount: 200n }, ['payouts.paidSince 1']],
    ['perhaps paid since', { amount: 300n, isUnsure: true }, ['payouts.paidSince 1']],
    ['not owed any more', undefined, ['payouts.paidSince 1']],
  ] as const)('%s', (_, part, told) => {
    const parts = new Map(
      part === undefined ? [] : [['debt:m1', { isUnsure: false, onList: undefined, ...part }] as const],
    );
    const problems = mistakeProblems([1], [line(1)], parts);
    expect(problems.map(({ code, value }) => `${code} ${String(value)}`)).toEqual(told);
  });

  it('are named together by what keeps them', () => {
    expect(mistakeProblems([1, 2, 3], [line(1)], new Map())).toEqual([
      { code: 'payouts.notFailed', field: 'lineNumbers', value: '2、3', facts: { lines: '2、3' } },
      { code: 'payouts.paidSince', field: 'lineNumbers', value: '1', facts: { lines: '1' } },
    ]);
  });
});
