import type { CalendarDay } from '../calendar/calendar-day';
import { type Chart, mainCodeOf } from '../ledger/chart';
import type { LinePays, Pool, Posting } from '../ledger/journal-entry';
import type { NamedPart } from '../ledger/traced-line';
import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { Problem } from '../shared/problem';
import type { PersonsPart } from '../uses/persons-parts';

/** What is owed under no name by one voucher, as a payment by hand may name it. */
export interface PayableDebt {
  readonly entryId: string;
  readonly pool: Pool;
  /** Its voucher, as people find it. */
  readonly voucher: {
    readonly voucherYear: number;
    readonly voucherNumber: number;
    readonly summary: string;
  };
  /** Where it is owed now. */
  readonly ledgerAccount: string;
  readonly postedOn: CalendarDay;
  /** What is open of it beside the lists that are under way. Fen. */
  readonly open: Fen;
  /** Whose that is: nobody's of what was granted as one sum; undefined where it is not certain whose. */
  readonly people: readonly PersonsPart[] | undefined;
}

/** A voucher as typed, and which debts its lines pay. */
export interface PayingLines {
  readonly postings: readonly Posting[];
  readonly pays: readonly LinePays[];
  readonly postedOn: CalendarDay;
}

/** Of a debt that is granted as one sum: whoever got it. */
const WHOEVER = '';

/** The lines of a voucher that say nothing of what they pay. */
export function namingNothing({ postings, pays }: Pick<PayingLines, 'postings' | 'pays'>): Posting[] {
  const named = new Set(pays.map(({ line }) => line));
  return postings.filter((_, index) => !named.has(index));
}

/**
 * Why lines may not pay what they say that they pay: nothing of the kind is owed there, on that day or so
 * much of it, what a list parts among people is not paid whole, or no money goes. What names a debt pays no
 * other. Codes `voucher.pays*`.
 */
export function namedProblems(
  voucher: PayingLines,
  debts: ReadonlyMap<string, PayableDebt>,
  chart: Pick<Chart, 'roles'>,
): Problem[] {
  const { postings, pays } = voucher;
  const problems = [...groupedBy(pays, ({ debtId }) => debtId)].flatMap(([debtId, own]) =>
    debtProblems(own, { voucher, debt: debts.get(debtId) }),
  );
  return problems.length > 0 ? problems : moneyProblems({ postings, pays }, chart);
}

function debtProblems(
  own: readonly LinePays[],
  { voucher, debt }: { readonly voucher: PayingLines; readonly debt: PayableDebt | undefined },
): Problem[] {
  const of = (code: string, facts: Problem['facts'] = {}): Problem[] =>
    own.slice(0, 1).map(({ line }) => ({ code, field: `lines.${String(line)}.paysDebt`, facts }));
  const lines = own.flatMap(({ line }) => voucher.postings[line] ?? []);
  if (debt === undefined || !lines.every((line) => paysOn(line, debt))) return of('voucher.paysElsewhere');
  const { postedOn, open, people } = debt;
  if (voucher.postedOn < postedOn) return of('voucher.paysBefore', { postedOn });
  const paid = sumFen(lines.map(({ amount }) => amount));
  if (paid > open) return of('voucher.paysAbove', { open, paid });
  const isApart = people?.length === 0 || (people !== undefined && own.length === 1 && paid === open);
  return isApart ? [] : of('voucher.paysPart', { open });
}

function paysOn(line: Posting, { ledgerAccount, pool }: PayableDebt): boolean {
  const { counterparty, assetId, stream, generationMonth } = line;
  const isPlain = [counterparty, assetId, stream, generationMonth].every((each) => each === undefined);
  const isHere = line.ledgerAccount === ledgerAccount && line.pool === pool;
  return isHere && isPlain && line.side === 'debit' && line.amount > 0n;
}

/** What names what it pays is paid out of cash or the bank: `voucher.paysNoMoney`. */
function moneyProblems(
  { postings, pays }: Pick<PayingLines, 'postings' | 'pays'>,
  { roles }: Pick<Chart, 'roles'>,
): Problem[] {
  const named = pays.flatMap(({ line }) => postings[line] ?? []);
  return [...groupedBy(named, ({ pool }) => pool)].flatMap(([pool, own]) => {
    const money = postings.filter(
      (line) => line.pool === pool && [roles.cash, roles.bank].includes(mainCodeOf(line.ledgerAccount)),
    );
    const gone = sumFen(money.map(({ side, amount }) => (side === 'credit' ? amount : -amount)));
    const paid = sumFen(own.map(({ amount }) => amount));
    return gone >= paid ? [] : [{ code: 'voucher.paysNoMoney', field: 'lines', facts: { pool, paid } }];
  });
}

/** The parts that lines, counted from 1, pay: of a list its people's, of a sum whoever's. */
export function namedParts(
  { postings, pays }: Pick<PayingLines, 'postings' | 'pays'>,
  debts: ReadonlyMap<string, PayableDebt>,
): (NamedPart & { readonly entryLine: number })[] {
  return pays.flatMap(({ line, debtId }) => {
    const amount = postings[line]?.amount ?? 0n;
    const people = debts.get(debtId)?.people ?? [];
    const parts = people.length === 0 ? [{ memberId: WHOEVER, amount }] : people;
    return parts.map((part) => ({
      ...{ debtId, partyId: part.memberId, amount: part.amount, entryLine: line + 1 },
    }));
  });
}
