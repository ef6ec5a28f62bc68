import { type EndedLines, lineResults, standingOf } from '../../../src/domain/payouts/line-results';
import type { PayLineState } from '../../../src/domain/payouts/pay-list';

const PAID = { number: 1, doneOn: '2025-07-10', entryId: 'paid' };
const BACK = { number: 2, doneOn: '2025-07-12', entryId: 'back' };
const FAILED = { number: 3, doneOn: '2025-07-11', entryId: null };

const outcome = (actNumber: number, returnKind: 'closed' | '' = '') => ({
  ...{ lineNumber: 1, actNumber, returnKind },
  outcome: returnKind === '' ? ('confirmed' as const) : ('returned' as const),
});

/** How a line of this state stands, and on which days what became of it. */
function told(state: PayLineState, ended: EndedLines, reversed: Record<string, string> = {}): string {
  const results = lineResults(ended, new Map(Object.entries(reversed)));
  const days = (results.get(1) ?? []).map(({ on, returned = 'paid' }) => `${on} ${returned}`);
  return [standingOf({ number: 1, state }, results), ...days].join(', ');
}

const paid = { acts: [PAID], outcomes: [outcome(1)] };
const paidAndBack = { acts: [PAID, BACK], outcomes: [outcome(1), outcome(2, 'closed')] };

describe('what became of a line as the books have it', () => {
  it('is what the bank did, while its vouchers stand', () => {
    expect(told('open', { acts: [], outcomes: [] })).toBe('open');
    expect(told('dropped', { acts: [], outcomes: [] })).toBe('dropped');
    expect(told('confirmed', paid, { other: '2025-07-20' })).toBe('confirmed, 2025-07-10 paid');
    expect(told('returned', { acts: [FAILED], outcomes: [outcome(3, 'closed')] })).toBe(
      'returned, 2025-07-11 closed',
    );
    expect(told('returned', paidAndBack)).toBe('returned, 2025-07-10 paid, 2025-07-12 closed');
  });

  it('is no payment once what booked it was reversed, on the day of that', () => {
    expect(told('confirmed', paid, { paid: '2025-07-20' })).toBe('takenBack, 2025-07-20 takenBack');
    const both = { back: '2025-07-20', paid: '2025-07-21' };
    expect(told('returned', paidAndBack, both)).toBe('takenBack, 2025-07-21 takenBack');
  });

  it('is nothing where a failure was noted by mistake, and what the bank did then', () => {
    const mistaken = { lineNumber: 1, actNumber: 4, returnKind: '' as const, outcome: 'open' as const };
    const acts = [FAILED, { number: 4, doneOn: '2025-07-12', entryId: null }, { ...PAID, number: 5 }];
    const outcomes = [outcome(3, 'closed'), mistaken];
    expect(told('open', { acts, outcomes })).toBe('open');
    expect(told('confirmed', { acts, outcomes: [...outcomes, outcome(5)] })).toBe(
      'confirmed, 2025-07-10 paid',
    );
  });

  it('is paid as before once only its return was reversed', () => {
    expect(told('returned', paidAndBack, { back: '2025-07-20' })).toBe('confirmed, 2025-07-10 paid');
  });
});
