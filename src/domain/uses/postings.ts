import type { PostingChoices } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import type { Claim } from './claim';

const LABOUR_PAYABLE = '213';
const PAYABLE = '211';

/**
 * A claim granted: the debt arises. Posts and works labour Dr the chosen account / Cr 213; rewards,
 * industry and other uses Dr the chosen account / Cr 211. Source: product decision "Books"; the accounts
 * are the county's choice.
 */
export function grantPostings(claim: Claim, planLineId: string, choices: PostingChoices): Posting[] {
  const accounts = accountsOf(claim.bucket, choices);
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

function accountsOf(bucket: string, choices: PostingChoices): { debit: string; credit: string } {
  switch (bucket) {
    case 'posts':
      return { debit: choices.postWages, credit: LABOUR_PAYABLE };
    case 'labour':
      return { debit: choices.worksLabour, credit: LABOUR_PAYABLE };
    case 'reward':
      return { debit: choices.rewards, credit: PAYABLE };
    case 'industry':
      return { debit: choices.industry, credit: PAYABLE };
    default:
      return { debit: choices.otherUses, credit: PAYABLE };
  }
}
