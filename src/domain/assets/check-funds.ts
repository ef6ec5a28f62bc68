import type { Fund } from './asset';
import { CORRECTED_FIELDS, type CorrectedField, textsOf } from './correction';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';

/** A field of an asset that was put right. */
export interface KeptCorrection {
  readonly assetId: string;
  readonly field: CorrectedField;
  readonly after: string;
}

/**
 * What an asset says must be what it was last corrected to.
 * @param corrections in the order of entry
 */
export function checkCorrections(
  assets: readonly { readonly id: string; readonly name: string; readonly cost: Fen }[],
  kept: { readonly funds: readonly (KeptFund & Fund)[]; readonly corrections: readonly KeptCorrection[] },
  findings: Findings,
): void {
  for (const asset of assets) {
    const own = kept.corrections.filter(({ assetId }) => assetId === asset.id);
    const texts = textsOf(
      asset,
      kept.funds.filter(({ assetId }) => assetId === asset.id),
    );
    for (const field of CORRECTED_FIELDS) {
      const last = own.findLast((each) => each.field === field);
      if (last === undefined || last.after === texts[field]) continue;
      findings.add('check.correctionDiffers', {}, { name: asset.name, part: field, kept: last.after });
    }
  }
}

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
