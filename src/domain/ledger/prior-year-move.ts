import { type CalendarDay, type Month, yearOf } from '../calendar/calendar-day';
import { type Chart, undistributedAccount } from './chart';
import { type JournalEntry, type Posting, signedAmount } from './journal-entry';
import { balancesAfter, lineOver } from './pool-balances';
import { isIncomeOrExpense } from './statement-layout';

/**
 * What the reversal of an earlier year's entry owes the year it is booked in. The reversal mirrors line by
 * line and so takes income or expense back in the wrong year; this voucher puts that back and takes it from
 * 322 instead, where the closed year's surplus went. No money moves: the reversal moved it. Source: domain
 * facts §2.2, from memory there and unconfirmed.
 * @param entry the entry that was reversed
 * @returns none where both days lie in one year, or nothing of it was income or expense
 */
export function movedToSurplus(
  entry: { readonly postedOn: CalendarDay; readonly postings: readonly Posting[] },
  reversedOn: CalendarDay,
  chart: Chart,
): Posting[] {
  if (yearOf(reversedOn) <= yearOf(entry.postedOn)) return [];
  const own = resultLines(entry.postings, chart);
  return [...own.map(withoutMarks), ...onSurplus(own, chart, -1n)];
}

/**
 * What an entry that is of an earlier year owes the year it is booked in: its income and expense leave this
 * year's surplus and stand on 322, where that year's surplus went. The other half of {@link movedToSurplus}:
 * what is reversed and entered anew moves 322 by the difference, and this year's surplus by nothing.
 * Source: domain facts §2.2, from memory there and unconfirmed.
 * @returns none where nothing of it is income or expense
 */
export function movedToEarlierYear(postings: readonly Posting[], chart: Chart): Posting[] {
  const own = resultLines(postings, chart);
  const out = own.map((line) => ({
    ...withoutMarks(line),
    ...lineOver({ ...line, amount: -signedAmount(line) }),
  }));
  return [...out, ...onSurplus(own, chart, 1n)];
}

/** What is known of a reversed entry whose fact is entered anew. */
export interface FormerEntry {
  readonly postedOn: CalendarDay;
  readonly aboutPeriod: Month;
  /** Why it was reversed. */
  readonly reason?: string | undefined;
  /** The month of an earlier year to which its own income and expense were moved. */
  readonly movedTo?: Month | undefined;
}

/**
 * The month of an earlier year whose income and expense an entry is, if it is: that of the entry whose place
 * it takes, and of whichever that one took, however late it is booked. Where the day itself was wrong and
 * the fact now is about the year of its own day, it is this year's.
 */
export function earlierMonthOf(
  entry: { readonly postedOn: CalendarDay; readonly aboutPeriod: Month },
  former: FormerEntry,
): Month | undefined {
  const [now, about] = [yearOf(entry.postedOn), yearOf(entry.aboutPeriod)];
  const year = yearOf(former.movedTo ?? former.postedOn);
  if (year >= now || (former.reason === 'wrongDate' && about >= now)) return undefined;
  const months = [entry.aboutPeriod, former.movedTo, former.aboutPeriod];
  return months.find((month) => month !== undefined && yearOf(month) === year) ?? `${String(year)}-12`;
}

/** Kinds of entries whose month no person types and no row beside the books keeps. */
const BY_ITS_DAY: ReadonlySet<string> = new Set(['deduction', 'grant']);

/**
 * The month that an entry in the place of one of an earlier year is about: one of that year, as the move
 * beside it is, or a report by that month would show the one of them in one year and the other in the next.
 */
export function aboutAnew(
  entry: Pick<JournalEntry, 'aboutPeriod' | 'source' | 'postedOn'>,
  former: Pick<FormerEntry, 'aboutPeriod' | 'reason'>,
  ofEarlier: Month | undefined,
): Month {
  const { aboutPeriod, source, postedOn } = entry;
  if (source.kind === 'memberShares') return sharesMonth(postedOn, former) ?? aboutPeriod;
  const isOther = ofEarlier !== undefined && yearOf(aboutPeriod) !== yearOf(ofEarlier);
  return isOther && BY_ITS_DAY.has(source.kind) ? ofEarlier : aboutPeriod;
}

/**
 * The month of an earlier year that what members are given or paid anew is about: that of what it is in the
 * place of. Nothing of it is income or expense, so no move beside it tells the year.
 */
export function sharesMonth(
  postedOn: CalendarDay,
  { aboutPeriod, reason }: Pick<FormerEntry, 'aboutPeriod' | 'reason'>,
): Month | undefined {
  return reason !== 'wrongDate' && yearOf(aboutPeriod) < yearOf(postedOn) ? aboutPeriod : undefined;
}

/** The month of a reversed voucher of an earlier year: what is typed in its place without one is about it. */
export function monthAnew(postedOn: CalendarDay, former: FormerEntry): Month | undefined {
  const { aboutPeriod, reason } = former;
  const isThere = reason !== 'wrongDate' && earlierMonthOf({ postedOn, aboutPeriod }, former) !== undefined;
  return isThere ? aboutPeriod : undefined;
}

/**
 * The year of which the month of a voucher typed in the place of a reversed one has to be, where it is of
 * another: it would count in one year and its move in the other. The reversed one's own month is right, also
 * of a late fact.
 */
export function otherYearThan(
  entry: Pick<JournalEntry, 'postedOn' | 'aboutPeriod'>,
  former: FormerEntry,
): number | undefined {
  const ofEarlier = earlierMonthOf(entry, former);
  if (ofEarlier === undefined || former.reason === 'wrongDate') return undefined;
  if (entry.aboutPeriod === former.aboutPeriod) return undefined;
  const year = yearOf(ofEarlier);
  return yearOf(entry.aboutPeriod) === year ? undefined : year;
}

/**
 * The month of an earlier year whose wear an entry is, if it is: what an asset of any kind has lost is of the
 * month it is about, also where it is booked late. Whatever else is late is this year's (product decision
 * "Books").
 */
export function wornMonthOf(
  entry: {
    readonly postedOn: CalendarDay;
    readonly aboutPeriod: Month;
    readonly postings: readonly Posting[];
  },
  chart: Chart,
): Month | undefined {
  const { postedOn, aboutPeriod, postings } = entry;
  if (yearOf(aboutPeriod) >= yearOf(postedOn)) return undefined;
  const isWorn = ({ ledgerAccount }: Posting): boolean => chart.accounts.get(ledgerAccount)?.contra === true;
  const others = postings.filter((line) => !isWorn(line));
  const isWear = others.length < postings.length && others.length === resultLines(others, chart).length;
  return isWear ? aboutPeriod : undefined;
}

function resultLines(postings: readonly Posting[], chart: Chart): Posting[] {
  return postings.filter(({ ledgerAccount }) => isIncomeOrExpense(chart, ledgerAccount));
}

/** The lines on 322, pool by pool, as the lines or against them. */
function onSurplus(own: readonly Posting[], chart: Chart, sign: 1n | -1n): Posting[] {
  const ledgerAccount = undistributedAccount(chart);
  const sums = balancesAfter(
    [],
    own.map((line) => ({ ...line, ledgerAccount })),
  );
  return sums.map((sum) => lineOver({ ...sum, amount: sign * sum.amount }));
}

/** A line as it was, but moving no pool and granting nothing: what it goes with did that. */
function withoutMarks({ ledgerAccount, side, amount, pool, ...marks }: Posting): Posting {
  const { assetId, stream, generationMonth } = marks;
  return {
    ...{ ledgerAccount, side, amount, pool },
    ...(assetId === undefined ? {} : { assetId }),
    ...(stream === undefined ? {} : { stream }),
    ...(generationMonth === undefined ? {} : { generationMonth }),
  };
}
