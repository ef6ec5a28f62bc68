import type { AccountRoles } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import type { NamedPart } from '../ledger/traced-line';
import { sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';

/** A part that the bank paid or sent back, and where it is owed. */
export interface BankedPart extends NamedPart {
  readonly pool: Pool;
  readonly ledgerAccount: string;
  readonly planLineId: string | undefined;
}

/** A voucher's lines, and whose parts those of what is owed are. */
export interface NamedPostings {
  readonly postings: readonly Posting[];
  /** The lines count from 1. */
  readonly parts: readonly (NamedPart & { readonly entryLine: number })[];
}

/**
 * What the bank confirmed: Dr what was owed, by account, pool and plan line / Cr bank, or cash, by pool.
 * Source: product decision "Books" (a debt clears when the bank confirms).
 */
export function confirmedPostings(
  parts: readonly BankedPart[],
  money: AccountRoles['bank' | 'cash'],
): NamedPostings {
  return named(parts, { money, isBack: false });
}

/** What the bank sent back after it had confirmed: Dr bank / Cr what is owed again. */
export function sentBackPostings(
  parts: readonly BankedPart[],
  money: AccountRoles['bank' | 'cash'],
): NamedPostings {
  return named(parts, { money, isBack: true });
}

function named(
  parts: readonly BankedPart[],
  { money, isBack }: { readonly money: string; readonly isBack: boolean },
): NamedPostings {
  const [owed, bank] = isBack ? (['credit', 'debit'] as const) : (['debit', 'credit'] as const);
  const byLine = groupedBy(parts, ({ pool, ledgerAccount, planLineId = '' }) =>
    JSON.stringify([pool, ledgerAccount, planLineId]),
  );
  const groups = [...byLine.values()];
  const debts = groups.flatMap((own): Posting[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { pool, ledgerAccount, planLineId } = first;
    const amount = sumFen(own.map((part) => part.amount));
    const line = planLineId === undefined ? {} : { planLineId };
    return [{ ledgerAccount, side: owed, amount, pool, ...line }];
  });
  const paid = [...groupedBy(parts, ({ pool }) => pool)].map(([pool, own]): Posting => {
    return { ledgerAccount: money, side: bank, amount: sumFen(own.map((part) => part.amount)), pool };
  });
  return {
    postings: isBack ? [...paid, ...debts] : [...debts, ...paid],
    parts: groups.flatMap((own, index) =>
      own.map(({ debtId, partyId, amount, paidBy }) => ({
        ...{ debtId, partyId, amount, entryLine: index + 1 + (isBack ? paid.length : 0) },
        ...(paidBy === undefined ? {} : { paidBy }),
      })),
    ),
  };
}
