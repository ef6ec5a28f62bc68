import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import { isWithin } from './account-sums';
import { type Chart, undistributedAccount } from './chart';
import { type ChartCarry, mayGoTo } from './chart-mapping';
import type { Posting } from './journal-entry';
import { isIncomeOrExpense } from './statement-layout';

/** A change of the chart as a reversal goes through it: what takes back an entry of before is of after it. */
export interface Crossing extends ChartCarry {
  readonly validFrom: CalendarDay;
  /** By old account what its two vouchers brought its balance to; nothing of those that stood at zero. */
  readonly carried: ReadonlyMap<string, readonly string[]>;
}

/** The changes between the day of an entry and that of its reversal, oldest first. */
export function crossingsBetween(
  crossings: readonly Crossing[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): Crossing[] {
  return crossings
    .filter(({ validFrom }) => from < validFrom && validFrom <= to)
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
}

/**
 * The accounts of the new chart to which the balance of an old one went: what the two vouchers of the change
 * say; of an account that stood at nothing then, what the mapping and the choices do.
 */
export function goneTo(code: string, crossing: Crossing): readonly string[] {
  return crossing.carried.get(code) ?? mayGoTo(code, crossing);
}

/**
 * The accounts on which a line of an old account is taken back behind the change: where its balance went;
 * income and expense of a closed year, and 本年收益, where that year's surplus went. One, where it can be told.
 */
export function takenBackOn(code: string, crossing: Crossing): readonly string[] {
  const { old, now } = crossing;
  const isOfResult = isIncomeOrExpense(old, code) || isWithin(code, old.roles.currentYearSurplus);
  if (!isOfResult) return goneTo(code, crossing);
  const { surplusDistribution } = old.roles;
  const went = [...crossing.carried].flatMap(([from, to]) => (isWithin(from, surplusDistribution) ? to : []));
  const accounts = [...new Set(went)];
  return accounts.length === 0 ? [undistributedAccount(now)] : accounts;
}

/**
 * Lines of an entry of before some changes of the chart, on the accounts on which they are taken back; all
 * else of them stays, so that pools are told of it once.
 * @throws DomainError `reversal.otherChart` where a line's own part cannot be told from others
 */
export function crossedPostings(postings: readonly Posting[], crossings: readonly Crossing[]): Posting[] {
  return crossings.reduce<Posting[]>(
    (lines, crossing) =>
      lines.map((line) => ({ ...line, ledgerAccount: crossedAccount(line.ledgerAccount, crossing) })),
    [...postings],
  );
}

function crossedAccount(code: string, crossing: Crossing): string {
  const [account, ...others] = takenBackOn(code, crossing);
  if (account !== undefined && others.length === 0) return account;
  const { old, now } = crossing;
  throw new DomainError('reversal.otherChart', {
    ...{ chart: old.version, now: now.version, account: named(code, old) },
    to: [account, ...others].flatMap((each) => (each === undefined ? [] : [named(each, now)])).join('、'),
  });
}

/** The same where it can be told, for a check: undefined where it cannot. */
export function crossedIfKnown(
  postings: readonly Posting[],
  crossings: readonly Crossing[],
): Posting[] | undefined {
  const isKnown = (lines: readonly Posting[], crossing: Crossing): boolean =>
    lines.every(({ ledgerAccount }) => takenBackOn(ledgerAccount, crossing).length === 1);
  let lines = [...postings];
  for (const crossing of crossings) {
    if (!isKnown(lines, crossing)) return undefined;
    lines = crossedPostings(lines, [crossing]);
  }
  return lines;
}

/**
 * What an account of before some changes of the chart means behind them; of one that may be either of several
 * all of them.
 */
export function meantBy(code: string, crossings: readonly Crossing[]): readonly string[] {
  return crossings.reduce<readonly string[]>(
    (codes, crossing) => [...new Set(codes.flatMap((each) => goneTo(each, crossing)))],
    [code],
  );
}

function named(code: string, chart: Chart): string {
  return `${code} ${chart.accounts.get(code)?.name ?? ''}`.trim();
}
