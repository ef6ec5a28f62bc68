import { type Fen, sumFen } from '../money/fen';
import type { FenKnot } from './fen-knot';
import type { TracedLine } from './traced-line';

/**
 * The lines of one pool as if what the bank sent back had never been paid: a payment that names whose it is
 * pays so much less, and what came back came from nowhere. A later payment of it is traced to its receipts.
 * @param lines of vouchers that stand
 */
export function withoutSentBack(lines: readonly TracedLine[]): readonly TracedLine[] {
  const back = new Set(lines.filter(isSentBack).map(({ entryId }) => entryId));
  if (back.size === 0) return lines;
  const less = new Map<string, Fen>();
  for (const { names = [] } of lines.filter(isSentBack))
    for (const { debtId, partyId, paidBy = '', amount } of names) {
      const key = keyOf(paidBy, { debtId, partyId });
      less.set(key, (less.get(key) ?? 0n) + amount);
    }
  const lessOf = ({ entryId, names = [] }: TracedLine): Fen =>
    sumFen(names.map((part) => least(part.amount, less.get(keyOf(entryId, part)) ?? 0n)));
  const lessPaid = new Map<string, Fen>();
  for (const line of lines) lessPaid.set(line.entryId, (lessPaid.get(line.entryId) ?? 0n) + lessOf(line));
  return lines.flatMap((line): TracedLine[] => {
    if (back.has(line.entryId)) return [];
    const off = line.money === 'cash' ? (lessPaid.get(line.entryId) ?? 0n) : lessOf(line);
    if (off === 0n) return [line];
    return line.amount === off ? [] : [{ ...line, amount: line.amount - off }];
  });
}

/** A payment that names whose it is settles just that debt, whatever else is older. */
export function meetNamedDebts<Step extends { readonly line: TracedLine }>(
  owed: readonly FenKnot<Step>[],
  settled: readonly FenKnot<Step>[],
): void {
  for (const to of settled)
    for (const { debtId, amount } of to.what.line.names ?? [])
      lead(
        owed.filter(({ what: { line } }) => line.entryId === debtId && isOnSame(line, to.what.line)),
        to,
        amount,
      );
}

function isOnSame(one: TracedLine, other: TracedLine): boolean {
  return one.ledgerAccount === other.ledgerAccount;
}

/** Up to a sum of these debts is settled. */
function lead<Step>(debts: readonly FenKnot<Step>[], to: FenKnot<Step>, sum: Fen): void {
  let open = least(sum, to.openBefore);
  for (const debt of debts) {
    const part = least(debt.openAfter, open);
    if (part > 0n) debt.leadTo(to, part);
    open -= part;
  }
}

function isSentBack({ names = [] }: TracedLine): boolean {
  return names.some(({ paidBy }) => paidBy !== undefined);
}

function keyOf(paidBy: string, { debtId, partyId }: { debtId: string; partyId: string }): string {
  return JSON.stringify([paidBy, debtId, partyId]);
}

function least(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}
