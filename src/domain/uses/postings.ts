import type { AccountRoles, PostingChoices, PostingUse } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import type { Claim } from './claim';

/** The accounts a grant is booked on: those of the chart by their role, and what the county chose. */
export interface GrantAccounts {
  readonly roles: AccountRoles;
  readonly choices: PostingChoices;
}

/**
 * A claim granted: the debt arises. Posts and works labour Dr the chosen account / Cr labour payable (2023:
 * 213), labour that builds an asset Dr construction (153); rewards, industry and other uses Dr the chosen
 * account / Cr payable (211). Source: product decision "Books"; the accounts are the county's choice.
 */
export function grantPostings(
  claim: Claim,
  planLineId: string,
  chart: GrantAccounts & { readonly buildsAsset?: boolean },
): Posting[] {
  const usual = accountsOf(claim.bucket, chart);
  const accounts = chart.buildsAsset === true ? { ...usual, debit: chart.roles.construction } : usual;
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

/** What of a pool is owed or paid to one holder of shares; to members as one where no holder is named. */
export interface HoldersPart {
  readonly amount: Fen;
  /** Id of the household or member; absent of what was given as one sum. */
  readonly counterparty?: string;
}

/**
 * Members' share of the surplus, given: Dr 322 收益分配, which the pool grants, / Cr 113 内部往来, a line for
 * each holder who gets something. Source: domain facts §2.2; product decision "Books".
 */
export function dividendGiven(
  { pool, parts }: { readonly pool: Pool; readonly parts: readonly HoldersPart[] },
  { surplusDistribution, internal }: AccountRoles,
): Posting[] {
  const amount = sumFen(parts.map((part) => part.amount));
  return [
    { ledgerAccount: surplusDistribution, side: 'debit', amount, pool, poolFlow: 'granted' },
    ...parts.map((part): Posting => ({ ledgerAccount: internal, side: 'credit', pool, ...part })),
  ];
}

/** Members' share, paid: Dr 113 by holder / Cr bank. The pool gave it away when it was granted. */
export function dividendPaid(
  { pool, parts }: { readonly pool: Pool; readonly parts: readonly HoldersPart[] },
  { internal, bank }: AccountRoles,
): Posting[] {
  const amount = sumFen(parts.map((part) => part.amount));
  return [
    ...parts.map((part): Posting => ({ ledgerAccount: internal, side: 'debit', pool, ...part })),
    { ledgerAccount: bank, side: 'credit', amount, pool },
  ];
}

function accountsOf(bucket: string, { roles, choices }: GrantAccounts): { debit: string; credit: string } {
  const use = postingUseOf(bucket);
  const isLabour = use === 'postWages' || use === 'worksLabour';
  return { debit: choices[use], credit: isLabour ? roles.labourPayable : roles.payable };
}

/** For which use, as counties choose accounts, a grant out of a use of the plan is booked. */
export function postingUseOf(bucket: string): PostingUse {
  switch (bucket) {
    case 'posts':
      return 'postWages';
    case 'labour':
      return 'worksLabour';
    case 'reward':
      return 'rewards';
    case 'industry':
      return 'industry';
    default:
      return 'otherUses';
  }
}
