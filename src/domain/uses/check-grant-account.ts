import { yearOf } from '../calendar/calendar-day';
import type { AccountRoles, PostingUse } from '../ledger/chart';
import type { KeptPart } from '../ledger/check-facts';
import type { CheckedEntry } from '../ledger/check-pass';
import { postingUseOf } from './postings';

/** On which account a use stands in a year, as the books keep it. */
export interface YearUseAccount {
  readonly chart: string;
  readonly year: number;
  readonly use: string;
  readonly ledgerAccount: string;
}

const LABOUR: readonly PostingUse[] = ['postWages', 'worksLabour'];

/**
 * Holds what a grant is booked on against what its year keeps of its use: what is owed for labour on that of
 * wages or works, or with the work it builds; anything else on that of the claim's use or of industry. A
 * chart that owes both on one account does not tell them apart. Nothing is held where the year keeps none of
 * these: it is from before such accounts were kept.
 */
export function grantAccountParts(
  entry: CheckedEntry,
  bucket: string,
  ground: { readonly roles: AccountRoles; readonly kept: readonly YearUseAccount[] },
): KeptPart[] {
  const { roles, kept } = ground;
  const owes = (account: string): boolean =>
    entry.postings.some(({ side, ledgerAccount }) => side === 'credit' && ledgerAccount === account);
  const isLabour = owes(roles.labourPayable);
  const own: PostingUse[] = [
    ...(isLabour ? LABOUR : []),
    ...(owes(roles.payable) ? [postingUseOf(bucket), 'industry' as const] : []),
  ];
  const year = yearOf(entry.postedOn);
  const accounts = kept
    .filter((each) => each.chart === entry.chart && each.year === year)
    .filter(({ use }) => own.some((each) => each === use))
    .map(({ ledgerAccount }) => ledgerAccount);
  if (accounts.length === 0) return [];
  const allowed = isLabour ? [...accounts, roles.construction] : accounts;
  return entry.postings
    .filter(({ poolFlow, ledgerAccount }) => poolFlow === 'granted' && !allowed.includes(ledgerAccount))
    .map(({ ledgerAccount: found }) => {
      return { part: 'account', kept: [...new Set(accounts)].sort().join('、'), found };
    });
}
