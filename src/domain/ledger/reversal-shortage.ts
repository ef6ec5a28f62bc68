import { type CalendarDay, monthOf } from '../calendar/calendar-day';
import { sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { Chart } from './chart';
import { type Posting, signedAmount } from './journal-entry';
import { isMoney, type MoneyOnHand, shortageProblems } from './money-on-hand';
import { leastFree, type PromisedPool } from './promised-money';

/** A reversal's lines, with its day and the day on which statements count it. */
export interface ReversalLines {
  readonly postings: readonly Posting[];
  readonly postedOn: CalendarDay;
  readonly statementOn: CalendarDay;
}

/** The lines as a reversal mirrors them. */
export function mirrored(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, amount: -posting.amount }));
}

/** The books as they will stand once the lines are booked. */
export function withReversal(
  { postings, postedOn: day, statementOn }: ReversalLines,
  { money, promised }: { readonly money: MoneyOnHand; readonly promised: readonly PromisedPool[] },
  chart: Chart,
): { readonly money: MoneyOnHand; readonly promised: readonly PromisedPool[] } {
  const cash = postings.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  const moves = cash.map((line) => {
    const { ledgerAccount, pool } = line;
    return { ledgerAccount, pool, day, amount: signedAmount(line) };
  });
  return {
    money: { ...money, moves: [...money.moves, ...moves] },
    promised: promised.map((of) => ({
      ...of,
      movements: [
        ...of.movements,
        ...postings.flatMap((line) => {
          const { pool, poolFlow: flow, planLineId } = line;
          if (pool !== of.pool || flow === undefined) return [];
          return [{ flow, statementOn, planLineId, amount: signedAmount(line) }];
        }),
      ],
    })),
  };
}

/**
 * What a reversal leaves short: a pool, the cash box or the bank below zero, since what it takes back was
 * spent; or, where there is enough, less than an approved distribution has promised. It is booked all the
 * same, for it says what happened; but no month is held while money is below zero. Codes
 * `reversal.poolShort`, `reversal.accountShort`, `reversal.promisedShort`.
 * @param books with the reversal in them
 */
export function reversalShortages(
  reversal: ReversalLines,
  books: { readonly money: MoneyOnHand; readonly promised: readonly PromisedPool[] },
  chart: Chart,
): Problem[] {
  const short = shortageProblems(reversal, books.money, chart).map(({ code, facts = {} }): Problem => {
    const { amount, left, day, ...purse } = facts;
    const missing = typeof amount === 'bigint' && typeof left === 'bigint' ? amount - left : 0n;
    const on = typeof day === 'string' ? day : reversal.postedOn;
    const isPool = code === 'money.poolShort';
    return {
      code: isPool ? 'reversal.poolShort' : 'reversal.accountShort',
      field: '',
      facts: { ...purse, day: on, month: monthOf(on), missing },
    };
  });
  if (short.length > 0) return short.filter(({ code }) => code === short[0]?.code);
  return books.promised.flatMap((of): Problem[] => {
    const taken = sumFen(reversal.postings.filter(({ pool }) => pool === of.pool).map(flowAmount));
    const { day, free } = leastFree(of, reversal.statementOn);
    if (taken >= 0n || free >= 0n) return [];
    return [{ code: 'reversal.promisedShort', field: '', facts: { pool: of.pool, day, missing: -free } }];
  });
}

/** What a line does to the undistributed money otherwise than by a grant. */
function flowAmount(line: Posting): bigint {
  if (line.poolFlow === undefined || line.poolFlow === 'granted') return 0n;
  return line.poolFlow === 'deducted' ? -signedAmount(line) : signedAmount(line);
}
