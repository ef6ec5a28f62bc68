import type { Pool } from '../ledger/journal-entry';
import { least, type OwedTo } from '../ledger/pool-lines';
import { type Fen, sumFen } from '../money/fen';

/** The source of the vouchers by which improvements on credit are paid; its id is the improvement's. */
export const IMPROVEMENT_PAYMENT = 'improvementPayment';

/** An improvement on credit, and what of it was paid on the page of owed costs. Fen. */
export interface ImprovementDebt {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly paid: Fen;
}

/**
 * What of each is still to be paid. It is owed to nobody by name, and may be paid by hand as well, so no more
 * is open than stands of such debts in its pool: the oldest were paid first.
 * @param debts the oldest first
 * @param standing what stands on the account of payables, by pool and by whom it is owed to
 */
export function openOfImprovements<Debt extends ImprovementDebt>(
  debts: readonly Debt[],
  standing: readonly OwedTo[],
): { readonly debt: Debt; readonly open: Fen }[] {
  const unnamed = standing.filter(({ counterparty }) => counterparty === undefined);
  const left = new Map<Pool, Fen>();
  const found = debts.toReversed().map((debt) => {
    const { pool, amount, paid } = debt;
    const own = unnamed.filter((each) => each.pool === pool).map((each) => -each.amount);
    const stands = left.get(pool) ?? sumFen(own);
    const open = least(amount - paid, stands);
    left.set(pool, stands - open);
    return { debt, open };
  });
  return found.reverse();
}
