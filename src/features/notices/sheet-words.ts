import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { yuanText } from '../../domain/money/fen';
import type { DistributionNotice, NoticePublicity } from '../../domain/notices/distribution-notice';
import type { WordingFacts } from '../../platform/text/wordings';
import type { Say } from './sheet-wording';

/** Fen digits as the sheet prints them, `81,220.28`. */
export function amountText(fen: string): string {
  return yuanText(BigInt(fen));
}

/** A difference with its sign always, `+880.00`. */
export function changeText(fen: string): string {
  return `${BigInt(fen) > 0n ? '+' : ''}${amountText(fen)}`;
}

/** A quantity with its whole part grouped by thousands and its own decimals: `49,236`, `1,842.3150`. */
export function quantityText(quantity: string): string {
  const [whole = '', decimals] = quantity.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A day, with its year unless that is the year of `near`. */
export function dayText(day: CalendarDay, say: Say, near?: CalendarDay): string {
  const facts = { year: yearOf(day), month: monthNumber(day), day: Number(day.slice(8)) };
  return say(near !== undefined && yearOf(near) === facts.year ? 'day.short' : 'day.full', facts);
}

/** The line that says how long a sheet hangs. */
export function publicityText(publicity: NoticePublicity, say: Say): string {
  const key = publicity.firstDayCounts ? 'publicity.with-first-day' : 'publicity.without-first-day';
  const from = dayText(publicity.from, say);
  return say(key, { days: publicity.days, from, to: dayText(publicity.to, say, publicity.from) });
}

/** Who decided and who reviewed it, as a sheet's lead may name them. */
export function decisionFacts(
  { decision, heading: { issuedOn } }: Pick<DistributionNotice, 'decision' | 'heading'>,
  say: Say,
): WordingFacts {
  const { body, due, present, inFavour, townshipReview: review } = decision;
  return {
    ...{ body, due, present, inFavour, decidedOn: dayText(decision.decidedOn, say, issuedOn) },
    reviewedOn: review === undefined ? undefined : dayText(review.on, say, issuedOn),
    reviewer: review?.body,
  };
}

/** The month of a day or of a month, 1 to 12. */
export function monthNumber(dayOrMonth: string): number {
  return Number(dayOrMonth.slice(5, 7));
}
