import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';

/** A statement as it was taken over. */
export interface TakenStatement {
  readonly id: string;
  readonly from: CalendarDay;
  readonly through: CalendarDay;
  readonly importedAt: string;
}

/** What the withdrawal of a statement is judged by. */
export interface WithdrawalSetting {
  /** The statements of the account that stand. */
  readonly standing: readonly TakenStatement[];
  /** The months that were sealed, and when. */
  readonly seals: readonly { readonly month: Month; readonly sealedAt: string }[];
}

/** By the order in which statements were taken over. */
export function inOrderOfImport(
  one: Pick<TakenStatement, 'id' | 'importedAt'>,
  other: Pick<TakenStatement, 'id' | 'importedAt'>,
): number {
  if (one.importedAt !== other.importedAt) return one.importedAt < other.importedAt ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** The statement that would go first: the last one taken over, on which no other rests. */
export function lastTaken<Taken extends TakenStatement>(standing: readonly Taken[]): Taken | undefined {
  return [...standing].sort(inOrderOfImport).at(-1);
}

/** The first month of the statement's days that was sealed after it came: what is printed of it is final. */
export function sealedWith(
  { from, through, importedAt }: Pick<TakenStatement, 'from' | 'through' | 'importedAt'>,
  seals: WithdrawalSetting['seals'],
): Month | undefined {
  const [first, last] = [monthOf(from), monthOf(through)];
  return seals.find(({ month, sealedAt }) => month >= first && month <= last && sealedAt >= importedAt)
    ?.month;
}

/**
 * The statement, where it may be withdrawn: it stands, nothing that was taken over later rests on it, and no
 * month of its days was sealed with it. What it was matched with is taken apart with it.
 * @throws DomainError `bank.statementUnknown`, `bank.laterStatement`, `bank.statementSealed`
 */
export function requireWithdrawable<Taken extends TakenStatement>(
  id: string,
  { standing, seals }: { readonly standing: readonly Taken[] } & Pick<WithdrawalSetting, 'seals'>,
): Taken {
  const statement = standing.find((each) => each.id === id);
  if (statement === undefined) throw new DomainError('bank.statementUnknown', { id });
  const last = lastTaken(standing);
  if (last !== undefined && last.id !== id) {
    throw new DomainError('bank.laterStatement', { from: last.from, through: last.through });
  }
  const month = sealedWith(statement, seals);
  if (month !== undefined) throw new DomainError('bank.statementSealed', { month });
  return statement;
}

/**
 * Refuses to take apart what a sealed month was closed with: the reconciliation that was printed of it stays.
 * @param match the days of its lines, from the first to the last, and when it was made
 * @throws DomainError `bank.matchSealed`
 */
export function requireUndoable(
  match: Pick<TakenStatement, 'from' | 'through' | 'importedAt'>,
  seals: WithdrawalSetting['seals'],
): void {
  const month = sealedWith(match, seals);
  if (month !== undefined) throw new DomainError('bank.matchSealed', { month });
}

/** Why it is withdrawn, in words that stay. Codes `form.missing`, `form.privateNumber` */
export function withdrawalReasonProblems(reason: string): Problem[] {
  if (reason.trim() === '') return [{ code: 'form.missing', field: 'reason' }];
  return privateNumberProblems({ reason });
}

/**
 * The mark of a line, or the digest of a file, as it is kept when it is taken over once more: what was
 * withdrawn keeps its own, so each later taking bears its turn (`…~2`).
 * @param before how often it was taken over and withdrawn
 */
export function markOfTurn(mark: string, before: number): string {
  return before === 0 ? mark : `${mark}~${String(before + 1)}`;
}

/** What a line or a file says, whichever turn it is. */
export function markWithoutTurn(kept: string): string {
  return kept.replace(/~\d+$/, '');
}
