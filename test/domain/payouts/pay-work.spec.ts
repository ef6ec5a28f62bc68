import type { PayLineState, PayListState } from '../../../src/domain/payouts/pay-list';
import { cameBackLast, payWorkOf } from '../../../src/domain/payouts/pay-work';

const line = (of: { debtId?: string; attempt?: number; state: PayLineState }) => ({
  ...{ number: 1, debtId: 'debt', memberId: 'li', memberVersion: 1, amount: 1n, attempt: 1 },
  ...of,
});

describe('what has to be done next with a list', () => {
  const lines = [line({ state: 'open' }), line({ state: 'open' }), line({ state: 'confirmed' })];
  const workOn = (state: PayListState, today = '2025-07-20', of = lines, isWaiting = false): string => {
    const given = { state, since: '2025-07-19', sentOn: '2025-07-18', isWaiting, lines: of };
    const work = payWorkOf(given, { today, silentAfter: 2 });
    return work === undefined ? '' : [work.whose, work.act, work.since, work.lines].join(' ');
  };
  it.each([
    ['drafted', 'accountant submit 2025-07-19 3'],
    ['submitted', 'township review 2025-07-19 3'],
    ['approved', 'cashier send 2025-07-19 3'],
    ['sent', 'accountant ask 2025-07-18 2'],
    ['settled', ''],
    ['returned', ''],
    ['recalled', ''],
  ] as const)('%s: %s', (state, told) => {
    expect(workOn(state)).toBe(told);
  });

  it('is nobody’s while a list that was agreed to waits for its plan', () => {
    expect(workOn('approved', '2025-07-20', lines, true)).toBe('');
    expect(workOn('submitted', '2025-07-20', lines, true)).toBe('township review 2025-07-19 3');
  });

  it('is nothing yet while the bank has its days, and nothing of lines it answered', () => {
    expect(workOn('sent', '2025-07-19')).toBe('');
    expect(workOn('sent', '2025-07-25', [line({ state: 'confirmed' })])).toBe('');
  });
});

describe('what came back and is on no list again', () => {
  it.each([
    ['a line that came back', [line({ state: 'returned' })], ['debt:li']],
    ['is on a list again', [line({ state: 'returned' }), line({ attempt: 2, state: 'open' })], []],
    ['was paid since', [line({ attempt: 2, state: 'confirmed' }), line({ state: 'returned' })], []],
    [
      'its new list was called back',
      [line({ state: 'returned' }), line({ attempt: 2, state: 'dropped' })],
      ['debt:li'],
    ],
    [
      'another part of the person',
      [line({ state: 'returned' }), line({ debtId: 'other', state: 'open' })],
      ['debt:li'],
    ],
    ['never on a list that was sent', [line({ state: 'dropped' })], []],
  ] as const)('%s', (_, lines, keys) => {
    expect([...cameBackLast(lines).keys()]).toEqual(keys);
  });
});
