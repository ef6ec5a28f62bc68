import { daysInclusive } from '../calendar/calendar-day';
import type { Facts } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { daysTwice, type WorkedSpan } from './work-days';

/** Somebody who was on a post and on a labour sheet for more days together than there are. */
export interface PaidTwice {
  readonly memberId: string;
  readonly facts: Facts;
}

/**
 * Who is paid twice for a day: what a post's month and labour sheets say together does not fit into the days
 * they are for. Fewer days may have been other days, and are not asked about. No document forbids it, so it
 * asks; ours, as an auditor asks for what a day was paid twice.
 * @param asked who is on what is being entered
 */
export function paidTwice(
  asked: readonly string[],
  { worked, onPosts }: { readonly worked: readonly WorkedSpan[]; readonly onPosts: readonly WorkedSpan[] },
): PaidTwice[] {
  const has = (spans: readonly WorkedSpan[], memberId: string): boolean =>
    spans.some((span) => span.memberId === memberId && span.halfDays > 0);
  const both = asked.filter((memberId) => has(worked, memberId) && has(onPosts, memberId));
  return daysTwice(both, [...worked, ...onPosts]).map(({ memberId, from, to, halfDays }) => ({
    memberId,
    facts: { from, to, days: halfDays / 2, most: daysInclusive(from, to) },
  }));
}

/** Reads why somebody is paid twice for a day. @returns problems `form.privateNumber` */
export function readBothWhy(typed: string | undefined): {
  readonly why: string;
  readonly problems: Problem[];
} {
  const why = (typed ?? '').trim();
  return { why, problems: privateNumberProblems({ bothWhy: why }) };
}
