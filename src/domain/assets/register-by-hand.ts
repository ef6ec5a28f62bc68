import { type Chart, mainCodeOf } from '../ledger/chart';
import { Findings } from '../ledger/check-pass';
import { type Posting, signedAmount } from '../ledger/journal-entry';
import { sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { checkRegisterBooks, type RegisteredInBooks } from './check-register-books';

/** An asset of the register, with the accounts that carry its kind. */
export interface RegisteredAsset extends RegisteredInBooks {
  readonly assetId: string;
  readonly costAccounts: readonly string[];
  readonly lossAccount: string | undefined;
}

/**
 * What a voucher by hand would do to the register: after it, the books have to say of each asset that its
 * lines name what the register says. An asset that was bought comes in whole; what it loses by its terms, an
 * improvement, a transfer have forms of their own. Codes `voucher.registerCost`, `voucher.registerLoss`.
 * Source: product decision "Books".
 */
export function registerProblems(
  postings: readonly Posting[],
  assets: readonly RegisteredAsset[],
  chart: Chart,
): Problem[] {
  return assets.flatMap((asset) => {
    const { assetId, costAccounts, lossAccount } = asset;
    const own = postings.map((line, index) => ({ line, index, main: mainCodeOf(line.ledgerAccount) }));
    const named = own.filter(({ line }) => line.assetId === assetId);
    const costs = named.filter(({ main }) => costAccounts.includes(main));
    const losses = named.filter(({ main }) => main === lossAccount);
    const touched = [...costs, ...losses][0];
    if (touched === undefined) return [];
    const sumOf = (lines: typeof own): bigint => sumFen(lines.map(({ line }) => signedAmount(line)));
    const booksCost = asset.booksCost + sumOf(costs);
    const booksLost = asset.booksLost - sumOf(losses);
    const findings = new Findings('register');
    checkRegisterBooks({ ...asset, booksCost, booksLost }, findings);
    const at = `lines.${String(touched.index)}.ledgerAccount`;
    const account = chart.accounts.get(touched.line.ledgerAccount)?.name ?? '';
    if (findings.breaks.length === 0 && booksLost >= 0n && booksLost <= booksCost) return [];
    const code = costs.length > 0 ? 'voucher.registerCost' : 'voucher.registerLoss';
    const { name, entered, improved, lostByTerms = 0n } = asset;
    const facts = { name, account, cost: entered + improved, lost: lostByTerms, booksCost, booksLost };
    return [{ code, field: at, facts }];
  });
}
