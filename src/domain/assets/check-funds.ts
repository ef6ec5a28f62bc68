import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';

/** A part of an asset's cost as it is kept. */
export interface KeptFund {
  readonly assetId: string;
  readonly amount: Fen;
}

/** Where an asset's cost came from: its funds by level add up to it, and no fund stands without its asset. */
export function checkFunds(
  assets: readonly { readonly id: string; readonly name: string; readonly cost: Fen }[],
  funds: readonly KeptFund[],
  findings: Findings,
): void {
  findings.looked += assets.length;
  const known = new Set(assets.map(({ id }) => id));
  for (const { id, name, cost } of assets) {
    const found = sumFen(funds.filter(({ assetId }) => assetId === id).map(({ amount }) => amount));
    if (found === cost) continue;
    findings.add('check.fundsDiffer', {}, { name, keptFen: String(cost), foundFen: String(found) });
  }
  for (const { assetId, amount } of funds.filter((fund) => !known.has(fund.assetId))) {
    findings.add('check.fundAlone', {}, { asset: assetId, foundFen: String(amount) });
  }
}
