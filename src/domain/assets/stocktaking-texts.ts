import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import type { LineDecision, StocktakingLine } from './stocktaking';

type StocktakingHead = Readonly<
  Record<'id' | 'countedOn' | 'countedBy' | 'watchedBy' | 'enteredBy' | 'enteredAt', string>
>;

/** The text a stocktaking is hashed by: with what each asset had cost and was worth on its day. */
export function stocktakingText(head: StocktakingHead, lines: readonly StocktakingLine[]): string {
  const rows = inOrder(lines).map((line) => [...findingOf(line), fenOf(line.cost), fenOf(line.book)]);
  return JSON.stringify(['stocktaking/2', ...headOf(head), rows]);
}

/**
 * The texts by which a stocktaking may have been hashed: those of before were kept without cost and worth, so
 * that none of theirs may have been written to them since.
 */
export function stocktakingTexts(head: StocktakingHead, lines: readonly StocktakingLine[]): string[] {
  const isValued = lines.some(({ cost, book }) => cost !== null || book !== null);
  const first = JSON.stringify(['stocktaking/1', ...headOf(head), inOrder(lines).map(findingOf)]);
  return [stocktakingText(head, lines), ...(isValued ? [] : [first])];
}

function findingOf({ line, assetId, name, finding, remark }: StocktakingLine): unknown[] {
  return [line, assetId, name, finding, remark];
}

function fenOf(amount: Fen | null): string | null {
  return amount === null ? null : String(amount);
}

function headOf({ id, countedOn, countedBy, watchedBy, enteredBy, enteredAt }: StocktakingHead): string[] {
  return [id, countedOn, countedBy, watchedBy, enteredBy, enteredAt];
}

function inOrder(lines: readonly StocktakingLine[]): StocktakingLine[] {
  return [...lines].sort((one, other) => one.line - other.line);
}

/** The text a decision is hashed by. */
export function lineDecisionText(
  decision: LineDecision & Readonly<Record<'stocktakingId' | 'decidedBy' | 'decidedAt', string>>,
): string {
  const { stocktakingId, line, decision: what, reason, decidedBy, decidedAt } = decision;
  return JSON.stringify(['stocktakingDecision/1', stocktakingId, line, what, reason, decidedBy, decidedAt]);
}

/** That a stocktaking was typed wrongly and counts no more. */
export interface StocktakingWithdrawal {
  readonly stocktakingId: string;
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: string;
}

/** The text a withdrawal is hashed by. */
export function stocktakingWithdrawalText(withdrawal: StocktakingWithdrawal): string {
  const { stocktakingId, reason, withdrawnBy, withdrawnAt } = withdrawal;
  return JSON.stringify(['stocktakingWithdrawal/1', stocktakingId, reason, withdrawnBy, withdrawnAt]);
}

/** A withdrawal says why, without a number of a person: codes `form.missing`, `form.privateNumber`. */
export function withdrawalProblems(form: { readonly withdrawalReason: string }): Problem[] {
  const withdrawalReason = form.withdrawalReason.trim();
  if (withdrawalReason === '') return [{ code: 'form.missing', field: 'withdrawalReason' }];
  return privateNumberProblems({ withdrawalReason });
}
