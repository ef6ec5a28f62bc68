import type { AssetKind } from '../assets/asset-classes';
import type { AccountRoles } from '../ledger/chart';
import type { Stream } from '../ledger/journal-entry';
import type { Problem } from '../shared/problem';

/** What is entered by hand or by contract: all but what the grid pays. */
export const DUE_STREAMS = ['rent', 'dividend', 'other'] as const;
export type DueStream = (typeof DUE_STREAMS)[number];

/**
 * What an asset may bring: a stake pays dividends, or the return that was agreed for it, and nobody rents
 * it; of everything else it is rent or other income. Source: domain facts §2.2, 502 for what is invested.
 */
export function dueStreams(kind: AssetKind): readonly DueStream[] {
  return kind === 'equity' ? ['dividend'] : ['rent', 'other'];
}

/**
 * What is wrong with a stream for an asset. Codes `form.notAllowed`, `income.stakePays`,
 * `income.noStake`.
 */
export function dueStreamProblems(stream: string, kind: AssetKind): Problem[] {
  if (dueStreams(kind).some((each) => each === stream)) return [];
  const problem = { field: 'stream', value: stream };
  if (stream === 'dividend') return [{ ...problem, code: 'income.noStake' }];
  const isOther = DUE_STREAMS.some((each) => each === stream);
  return [{ ...problem, code: isOther ? 'income.stakePays' : 'form.notAllowed' }];
}

/** Income of before stays what it was called: for a stake's payer and days, rent and other are dividends. */
export function isSameIncome(booked: string, stream: string): boolean {
  return booked === stream || (stream === 'dividend' && (booked === 'rent' || booked === 'other'));
}

/**
 * The account income is booked on that no slip brings: dividends are investment income (2023: 502, 2004:
 * 561), the rest is operating income (2023: 501). Source: domain facts §2.2; the chart's own names.
 */
export function incomeAccountOf(
  stream: Stream,
  roles: Pick<AccountRoles, 'operatingIncome' | 'investmentIncome'>,
): string {
  return stream === 'dividend' ? roles.investmentIncome : roles.operatingIncome;
}
