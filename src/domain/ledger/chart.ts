import type { Fen } from '../money/fen';
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
  /**
   * Whether its lines are a pool's money or what is owed out of it: always, or unless they carry an income
   * stream. An advance to be got back counts; a fee or rent still to come does not.
   */
  readonly poolMoney?: 'always' | 'unless_income';
  /**
   * What a year end asks of it: `zero`, or `explained` where what is still under way may stand on it with a
   * reason.
   */
  readonly yearEnd?: 'zero' | 'explained';
  /** Whether a balance may stand on either side, as what is left of a settlement or of a year does. */
  readonly twoSided?: boolean;
  /**
   * Whether what was paid ahead, paid beyond what was owed or spent beyond what came may stand on the other
   * side of what is owed, until it is got back or made good.
   */
  readonly advances?: boolean;
  /** The account it details, where a county added it below one of the chart's. */
  readonly detailOf?: string;
  /** The detail of 322 on which what is not distributed is carried forward. */
  readonly undistributed?: true;
}

/** Which account the steps book on, by what it means: fixed by the chart, so that no rule knows a code. */
export interface AccountRoles {
  readonly cash: string;
  readonly bank: string;
  readonly receivable: string;
  readonly internal: string;
  /** What lies in store and is counted. */
  readonly stores: string;
  readonly payable: string;
  readonly wagesPayable: string;
  readonly labourPayable: string;
  readonly fixedAssets: string;
  readonly accumulatedDepreciation: string;
  readonly construction: string;
  readonly disposal: string;
  readonly longTermInvestment: string;
  /** What lives: absent where a chart keeps it without what it loses, as that of 2004. */
  readonly consumableBiological?: string;
  readonly productiveBiological?: string;
  readonly biologicalDepreciation?: string;
  readonly publicBiological?: string;
  /** Taxes that are owed: absent in the chart of 2004, where a voucher is written for them. */
  readonly taxPayable?: string;
  readonly earmarkedFunds: string;
  readonly capital: string;
  readonly reserve: string;
  readonly currentYearSurplus: string;
  readonly surplusDistribution: string;
  readonly operatingIncome: string;
  readonly investmentIncome: string;
  readonly grantIncome: string;
  readonly otherIncome: string;
  readonly operatingExpense: string;
  readonly administrativeExpense: string;
  readonly publicWelfareExpense: string;
  readonly otherExpense: string;
}

/** What the county chooses where the rules leave the account open; fixed for a fiscal year. */
export interface PostingChoices {
  readonly subsidyIncome: string;
  readonly postWages: string;
  readonly worksLabour: string;
  readonly rewards: string;
  readonly industry: string;
  readonly otherUses: string;
  /** What public assets lose in value. */
  readonly publicAssetDepreciation: string;
  /** What an asset is written down by outside its terms. */
  readonly impairment: string;
  /**
   * Where a loss on an asset that is disposed of goes. Where it is the reserve's account the county goes by
   * the practice of 2022: the reserve gives up what the asset was still worth, and no clearing is kept.
   */
  readonly disposalLoss: string;
  /** What an asset was worth beyond or below the value at which it is put into a firm. */
  readonly contributionDifference: string;
}

/** What of it a county chooses, each for a fiscal year that begins: the uses of money, the subsidy. */
export const POSTING_USES = [
  ...['postWages', 'worksLabour', 'rewards', 'industry', 'otherUses', 'subsidyIncome'],
] as const satisfies readonly (keyof PostingChoices)[];
export type PostingUse = (typeof POSTING_USES)[number];

/** The accounts a county may choose for a use; and which it may not though a document names them, and why. */
export interface AccountOffer {
  readonly accounts: readonly string[];
  readonly notOffered: readonly { readonly ledgerAccount: string; readonly why: string }[];
}

/** A chart of accounts as read from its seed file, with the detail accounts of a collective's county. */
export interface Chart {
  readonly version: ChartVersion;
  /** By code, in the chart's order; a detail account follows the account it details. */
  readonly accounts: ReadonlyMap<string, LedgerAccount>;
  readonly roles: AccountRoles;
  readonly choices: PostingChoices;
  readonly offers: Readonly<Record<PostingUse, AccountOffer>>;
  /**
   * Below this, bank and slip of an energy fee differ only by rounding, and an accountant may settle it with
   * a reason. No document names a bound: it is the county's, unconfirmed.
   */
  readonly feeDifferenceBelow: Fen;
}

/**
 * Every named account that is not in the chart, and every account of a use that no county could choose; codes
 * `chart.accountUnknown`, `chart.accountNotOffered`.
 */
export function chartProblems(chart: Chart): Problem[] {
  const named = (['roles', 'choices'] as const).flatMap((part) =>
    Object.entries(chart[part]).map(([name, code]: [string, string]) => ({ field: `${part}.${name}`, code })),
  );
  const offered = POSTING_USES.flatMap((use) => {
    const { accounts, notOffered } = chart.offers[use];
    const codes = [...accounts, ...notOffered.map(({ ledgerAccount }) => ledgerAccount)];
    return codes.map((code) => ({ field: `offers.${use}`, code }));
  });
  const unknown = [...named, ...offered].filter(({ code }) => !chart.accounts.has(code));
  const notOffered = POSTING_USES.filter((use) => !chart.offers[use].accounts.includes(chart.choices[use]));
  return [
    ...unknown.map(({ field, code: value }) => ({ code: 'chart.accountUnknown', field, value })),
    ...notOffered.map((use) => {
      return { code: 'chart.accountNotOffered', field: `choices.${use}`, value: chart.choices[use] };
    }),
  ];
}

/** Whether the normal balance of an account stands on the credit side. */
export function isCreditNatured(account: Pick<LedgerAccount, 'nature' | 'contra'>): boolean {
  const credit = account.nature === 'liability' || account.nature === 'equity' || account.nature === 'income';
  return credit !== account.contra;
}

/** Whether a line is the pool's money or what is owed out of it. @see LedgerAccount.poolMoney */
export function isPoolMoney(
  line: { readonly ledgerAccount: string; readonly stream?: string },
  chart: Chart,
): boolean {
  const counted = chart.accounts.get(line.ledgerAccount)?.poolMoney;
  return counted === 'always' || (counted === 'unless_income' && line.stream === undefined);
}

/** Whether an account holds what is being cleared up: assets disposed of, losses and gains to be decided. */
export function isClearing(ledgerAccount: string, chart: Chart): boolean {
  const { nature, poolMoney, twoSided } = chart.accounts.get(ledgerAccount) ?? {};
  return nature === 'asset' && poolMoney === undefined && twoSided === true;
}

/** Whether an account holds what was granted or raised for a purpose: a debt that no pool pays back. */
export function isForPurpose(ledgerAccount: string, chart: Chart): boolean {
  const { nature, poolMoney } = chart.accounts.get(ledgerAccount) ?? {};
  return nature === 'liability' && poolMoney === undefined;
}

/** What the village's meeting raised for a purpose from members; a grant is none. */
export function isRaised(ledgerAccount: string, chart: Chart): boolean {
  return isForPurpose(ledgerAccount, chart) && mainCodeOf(ledgerAccount) !== chart.roles.earmarkedFunds;
}

/** Capital and reserve, and what the village holds for a purpose. */
export function isFund({ ledgerAccount }: { readonly ledgerAccount: string }, chart: Chart): boolean {
  const { capital, reserve } = chart.roles;
  return [capital, reserve].includes(mainCodeOf(ledgerAccount)) || isForPurpose(ledgerAccount, chart);
}

/** A detail account as a county adds it: the code of the account it details, and two digits more. */
export interface DetailAccount {
  readonly code: string;
  readonly name: string;
  /** @see LedgerAccount.undistributed */
  readonly undistributed?: true;
}

/**
 * What is wrong with a county's detail accounts: codes `chart.detailTaken`, `chart.detailWithoutParent` where
 * no account stands above one, `chart.detailUnnamed`, `chart.detailNamedTwice` below one account, and
 * `chart.undistributedOnce` where what is not distributed is carried forward elsewhere than below 322, or to
 * more than one.
 */
export function detailProblems(chart: Chart, details: readonly DetailAccount[]): Problem[] {
  return details.flatMap((detail) => {
    const code = codeProblemOf(detail, { chart, details }) ?? meaningProblemOf(detail, { chart, details });
    return code === undefined ? [] : [{ code, field: 'accounts', value: `${detail.code} ${detail.name}` }];
  });
}

/** A county's details beside the chart that they detail. */
interface Detailed {
  readonly chart: Chart;
  readonly details: readonly DetailAccount[];
}

function codeProblemOf({ code }: DetailAccount, { chart, details }: Detailed): string | undefined {
  const codes = [...chart.accounts.keys(), ...details.map((each) => each.code)];
  if (codes.filter((each) => each === code).length > 1) return 'chart.detailTaken';
  const hasParent = /^\d{5}(\d{2})?$/.test(code) && codes.includes(code.slice(0, -2));
  return hasParent ? undefined : 'chart.detailWithoutParent';
}

function meaningProblemOf(detail: DetailAccount, { chart, details }: Detailed): string | undefined {
  const { code, name, undistributed } = detail;
  if (name.trim() === '') return 'chart.detailUnnamed';
  const beside = details.filter((each) => each.code.slice(0, -2) === code.slice(0, -2));
  if (beside.filter((each) => each.name.trim() === name.trim()).length > 1) return 'chart.detailNamedTwice';
  if (undistributed !== true) return undefined;
  const isOnly = details.filter((each) => each.undistributed === true).length === 1;
  const isBelow = mainCodeOf(code) === chart.roles.surplusDistribution;
  return isOnly && isBelow ? undefined : 'chart.undistributedOnce';
}

/** The chart with a county's detail accounts, each after the account it details, whose nature it shares. */
export function withDetails(
  chart: Chart,
  details: readonly DetailAccount[],
  feeDifferenceBelow: Fen = chart.feeDifferenceBelow,
): Chart {
  const accounts = new Map(chart.accounts);
  for (const { code, name, undistributed } of details) {
    const main = chart.accounts.get(mainCodeOf(code));
    const marks = undistributed === true ? { undistributed } : {};
    if (main !== undefined)
      accounts.set(code, { ...main, ...marks, name, code, detailOf: code.slice(0, -2) });
  }
  const ordered = [...accounts.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
  return {
    ...chart,
    feeDifferenceBelow,
    accounts: new Map(ordered.map((account) => [account.code, account])),
  };
}

/** Whether an account is the detail of 322 on which undistributed surplus is carried forward. */
export function isUndistributed(code: string, chart: Chart): boolean {
  return chart.accounts.get(code)?.undistributed === true;
}

/** Where undistributed surplus stands between the years: the detail a county marked, or 322 itself. */
export function undistributedAccount(chart: Chart): string {
  const marked = [...chart.accounts.values()].find((account) => account.undistributed === true);
  return marked?.code ?? chart.roles.surplusDistribution;
}

/** The account of the chart itself that a code belongs to: a detail account's own, or the one it details. */
export function mainCodeOf(code: string): string {
  return code.slice(0, 3);
}
