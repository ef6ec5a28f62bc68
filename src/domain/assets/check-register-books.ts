import type { Findings } from '../ledger/check-pass';
import type { Fen } from '../money/fen';

/** An asset of the register, and what the books have under its name. All above zero. */
export interface RegisteredInBooks {
  readonly name: string;
  /** What it was entered with, and what improvements that stand have added. */
  readonly entered: Fen;
  readonly improved: Fen;
  readonly hasLeft: boolean;
  /** What stands on the accounts that carry its kind: fixed assets, a stake, what lives. */
  readonly booksCost: Fen;
  /** What stands on accumulated depreciation. */
  readonly booksLost: Fen;
  /** What it has lost by its terms and its booked months; none where it is not depreciated here. */
  readonly lostByTerms: Fen | undefined;
}

/**
 * Register and books say the same of an asset's cost, and its terms and the books of what it has lost; to the
 * fen. An asset that does not stand in the books (its cost was never brought in) is asked about improvements
 * alone; one that left has nothing there. Source: domain facts §2.2.
 */
export function checkRegisterBooks(asset: RegisteredInBooks, findings: Findings): void {
  findings.looked += 1;
  const { name, booksCost, booksLost } = asset;
  const cost = costInBooks(asset);
  if (booksCost !== cost) findings.add('check.assetCostDiffers', {}, { name, ...apart(cost, booksCost) });
  const lost = asset.hasLeft ? 0n : asset.lostByTerms;
  if (lost !== undefined && booksLost !== lost)
    findings.add('check.assetLossDiffers', {}, { name, ...apart(lost, booksLost) });
}

function costInBooks({ hasLeft, entered, improved, booksCost }: RegisteredInBooks): Fen {
  if (hasLeft) return 0n;
  return booksCost === improved ? improved : entered + improved;
}

function apart(kept: Fen, found: Fen): Readonly<Record<string, string>> {
  const difference = kept > found ? kept - found : found - kept;
  return { keptFen: String(kept), foundFen: String(found), differenceFen: String(difference) };
}
