import type { Pool } from '../ledger/journal-entry';
import { least, type OwedTo } from '../ledger/pool-lines';
import { type Fen, sumFen } from '../money/fen';

/** The source of the vouchers by which improvements on credit are paid; its id is the improvement's. */
export const IMPROVEMENT_PAYMENT = 'improvementPayment';

/** An improvement on credit, and what of it was paid on the page of owed costs. Fen. */
export interface ImprovementDebt {
  readonly pool: Pool;
  readonly assetId: string;
  readonly amount: Fen;
  readonly paid: Fen;
}

/**
 * What of each is still to be paid. It is owed under its asset to nobody by name, and may be paid under it by
 * hand as well, so no more is open than stands under the asset in its pool: the oldest were paid first.
 * @param debts the oldest first
 * @param standing what stands on the account of payables, by pool and asset
 */
export function openOfImprovements<Debt extends ImprovementDebt>(
  debts: readonly Debt[],
  standing: readonly OwedTo[],
): { readonly debt: Debt; readonly open: Fen }[] {
  const left = new Map<string, Fen>();
  const found = debts.toReversed().map((debt) => {
    const { pool, assetId, amount, paid } = debt;
    const own = standing.filter((each) => each.pool === pool && each.assetId === assetId);
    const key = `${pool} ${assetId}`;
    const stands = left.get(key) ?? -sumFen(own.map((each) => each.amount));
    const open = least(amount - paid, stands);
    left.set(key, stands - open);
    return { debt, open };
  });
  return found.reverse();
}
