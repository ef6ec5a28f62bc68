import type { AccountRoles } from '../ledger/chart';
import { type Posting, withoutNil } from '../ledger/journal-entry';
import { sumFen } from '../money/fen';
import type { Project, ProjectEvent } from './construction';
import { labourByPool, type ProjectLabour } from './project-labour';

/** Of which project an act is, whose money pays for it and who builds it; and what it became. */
export interface ProjectDimensions {
  readonly project: Pick<Project, 'pool' | 'contractor'>;
  readonly assetId?: string | undefined;
  /** Labour that is part of what an accepted work cost. */
  readonly labour?: readonly ProjectLabour[] | undefined;
}

/**
 * What an act on a project books (2023). Source: domain facts §2.2, case A2.
 *
 * - The fund comes: Dr bank, which the earmarked pool receives, / Cr earmarked funds (102 / 241); what comes
 *   after acceptance and pays for what was built, Cr reserve at once, as acceptance does (311).
 * - A stage: Dr construction, which the pool spends, / Cr bank, and Cr payable what is kept back (153 / 102,
 *   211).
 * - What was kept back is paid: Dr payable / Cr bank; the pool gave it away before (211 / 102).
 * - Acceptance: Dr fixed assets / Cr construction; what of it the fund paid, Dr earmarked funds / Cr reserve
 *   (151 / 153, 241 / 311). Labour that a distribution paid goes the same way within the pool that paid it.
 */
export function projectPostings(
  { act, amount, kept }: ProjectEvent,
  of: ProjectDimensions,
  roles: AccountRoles,
): Posting[] {
  const { pool, contractor: counterparty } = of.project;
  const fund = { pool: 'earmarked' as const };
  switch (act) {
    case 'fund':
      return withoutNil([
        { ...fund, ledgerAccount: roles.bank, side: 'debit', amount, poolFlow: 'received' },
        { ...fund, ledgerAccount: roles.earmarkedFunds, side: 'credit', amount: amount - kept },
        { ...fund, ledgerAccount: roles.reserve, side: 'credit', amount: kept },
      ]);
    case 'stage':
      return withoutNil([
        {
          pool,
          ledgerAccount: roles.construction,
          side: 'debit',
          amount: amount + kept,
          poolFlow: 'deducted',
        },
        { pool, ledgerAccount: roles.bank, side: 'credit', amount },
        { pool, ledgerAccount: roles.payable, side: 'credit', amount: kept, counterparty },
      ]);
    case 'retention':
      return [
        { pool, ledgerAccount: roles.payable, side: 'debit', amount, counterparty },
        { pool, ledgerAccount: roles.bank, side: 'credit', amount },
      ];
    case 'acceptance': {
      const asset = of.assetId === undefined ? {} : { assetId: of.assetId };
      const paidBy = labourByPool(of.labour ?? []);
      const built = amount - sumFen(paidBy.map((each) => each.amount));
      return withoutNil([
        ...[{ pool, amount: built }, ...paidBy].flatMap((part): Posting[] => [
          { ...part, ...asset, ledgerAccount: roles.fixedAssets, side: 'debit' },
          { ...part, ledgerAccount: roles.construction, side: 'credit' },
        ]),
        { ...fund, ledgerAccount: roles.earmarkedFunds, side: 'debit', amount: kept },
        { ...fund, ledgerAccount: roles.reserve, side: 'credit', amount: kept },
      ]);
    }
  }
}
