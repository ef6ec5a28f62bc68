import type { Problem } from '../shared/problem';

/**
 * The version of the chart an entry was booked under: the same codes mean other things in 2004 and in 2023.
 */
export type ChartVersion = string;

export interface LedgerAccount {
  readonly code: string;
  readonly name: string;
  /** What the account is: it decides the side on which a balance normally stands. */
  readonly nature: 'asset' | 'liability' | 'equity' | 'cost' | 'income' | 'expense';
  /** A contra account (133, 152, 162) stands against an asset and carries a credit balance. */
  readonly contra: boolean;
}

/** What the county chooses where the rules leave the account open; fixed for a fiscal year. */
export interface PostingChoices {
  readonly subsidyIncome: string;
  readonly postWages: string;
  readonly worksLabour: string;
  readonly rewards: string;
  readonly industry: string;
  readonly otherUses: string;
}

/** A chart of accounts as read from its seed file. */
export interface Chart {
  readonly version: ChartVersion;
  readonly accounts: ReadonlyMap<string, LedgerAccount>;
  readonly choices: PostingChoices;
}

/** Every chosen account that is not in the chart; codes `chart.accountUnknown`. */
export function chartProblems(chart: Chart): Problem[] {
  return Object.entries(chart.choices)
    .filter(([, code]: [string, string]) => !chart.accounts.has(code))
    .map(([choice, code]: [string, string]) => ({
      code: 'chart.accountUnknown',
      field: `choices.${choice}`,
      value: code,
    }));
}
