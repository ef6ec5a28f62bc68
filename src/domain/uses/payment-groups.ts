import type { Settled } from '../ledger/settled-debts';
import type { TracedLine } from '../ledger/trace-money';
import { type Fen, sumFen } from '../money/fen';
import type { DebtStanding, DebtState } from './debt-standing';
import type { NamedTo, PaymentEvent } from './payment-events';
import type { PersonsPart } from './persons-parts';

/** What is owed by one voucher, of which nobody knows yet whether it is paid. */
export interface Debt {
  readonly entryId: string;
  readonly line: TracedLine;
  readonly amount: Fen;
  readonly people: readonly PersonsPart[];
  /** It was granted as one sum: whoever is paid it by name has it. */
  readonly isWhole?: boolean;
  readonly covered: readonly Held[];
  /** What had been paid on the account before it arose, and so was for no part of it. */
  readonly paidBefore: Fen;
}

/** Debts of which all was paid, and nothing else open then; or what was paid to one person by name. */
export interface Paid {
  readonly debts: Debt[];
  amount: Fen;
  /** Whose part of which debt it was, and by which voucher, where the payment says so. */
  readonly to?: NamedTo & { readonly entryId: string };
  payments: readonly PaymentEvent[];
  /** What was covered out of it since. */
  readonly covered: PersonsPart[];
}

/** What somebody had for certain by a list that was taken back. */
export interface Held extends PersonsPart {
  readonly from: Paid;
}

/** Whether what somebody has of a debt was paid to him by name for just that debt. */
export function isOwn({ from }: Held, { entryId }: Pick<Debt, 'entryId'>): boolean {
  return from.to?.debtId === entryId;
}

/** Takes one part of a person's out of some. */
export function takeOut(parts: PersonsPart[], { memberId, amount }: PersonsPart): void {
  const at = parts.findIndex((each) => each.memberId === memberId && each.amount === amount);
  if (at >= 0) parts.splice(at, 1);
}

/** A payment as the day and sum by which something was settled. */
export function settledBy({ line: { postedOn: on }, amount }: PaymentEvent): Settled {
  return { on, amount };
}

/** How a debt stands, with the payments that it may have been paid by. */
export function standingOf(debt: Debt, state: DebtState, payments: readonly PaymentEvent[]): DebtStanding {
  const { entryId, line, amount, covered } = debt;
  const own = [...payments, ...covered.flatMap(({ from }) => from.payments)];
  return { entryId, line, state, amount, covered, payments: own.map((each) => each.line) };
}

/** What of a debt is on nobody's name. */
export function unnamedOf({ amount, people }: Pick<Debt, 'amount' | 'people'>): Fen {
  return amount - sumFen(people.map((part) => part.amount));
}
