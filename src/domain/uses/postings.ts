import type { AccountRoles, PostingChoices } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import type { Claim } from './claim';

/** The accounts a grant is booked on: those of the chart by their role, and what the county chose. */
export interface GrantAccounts {
  readonly roles: AccountRoles;
  readonly choices: PostingChoices;
}

/**
 * A claim granted: the debt arises. Posts and works labour Dr the chosen account / Cr labour payable (2023:
 * 213); rewards, industry and other uses Dr the chosen account / Cr payable (211). Source: product decision
 * "Books"; the accounts are the county's choice.
 */
export function grantPostings(claim: Claim, planLineId: string, chart: GrantAccounts): Posting[] {
  const accounts = accountsOf(claim.bucket, chart);
  const dimensions = { pool: claim.pool, planLineId };
  return [
    {
      ...dimensions,
      ledgerAccount: accounts.debit,
      side: 'debit',
      amount: claim.amount,
      poolFlow: 'granted',
    },
    { ...dimensions, ledgerAccount: accounts.credit, side: 'credit', amount: claim.amount },
  ];
}

function accountsOf(bucket: string, { roles, choices }: GrantAccounts): { debit: string; credit: string } {
  switch (bucket) {
    case 'posts':
      return { debit: choices.postWages, credit: roles.labourPayable };
    case 'labour':
      return { debit: choices.worksLabour, credit: roles.labourPayable };
    case 'reward':
      return { debit: choices.rewards, credit: roles.payable };
    case 'industry':
      return { debit: choices.industry, credit: roles.payable };
    default:
      return { debit: choices.otherUses, credit: roles.payable };
  }
}
