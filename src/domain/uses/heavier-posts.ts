import { type CalendarDay, firstDayOf, type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, plainYuan, readYuan } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { type PaidEvery, type Post, type PostStandard, standardIn } from './post';
import { askOrRefuse, type Reasons } from './post-questions';
import { type ReadSeats, seatsOn, type SeatsChange } from './post-seats';
import type { PostTerms } from './post-terms';

/** A post with everything it paid, and for how many people it was. */
export interface PaidPost {
  readonly post: Post;
  readonly standards: readonly PostStandard[];
  readonly seatChanges: readonly SeatsChange[];
}

/** What is held against the share of heavier posts: one post among the others of its village. */
interface Ground {
  readonly of: PaidPost;
  readonly others: readonly PaidPost[];
  readonly terms: PostTerms;
}

/** A pay from a month on, with the reasons given for it. */
interface Pay {
  readonly from: Month;
  readonly every: PaidEvery;
  readonly amount: Fen;
  readonly reasons: Reasons;
}

/** How many of all seats are paid above the usual on a day. */
interface Share {
  readonly count: number;
  readonly all: number;
}

/**
 * What a pay comes to in a month, to be held against another: a day's pay is taken times the days that the
 * region's terms say (30; unconfirmed). It is compared only, never owed. Source: FY-10b, 同工同酬.
 */
export function monthlyOf(
  { every, amount }: Pick<PostStandard, 'every' | 'amount'>,
  { monthOfDays }: Pick<PostTerms, 'monthOfDays'>,
): Fen {
  return every === 'month' ? amount : amount * BigInt(monthOfDays);
}

/**
 * A post that pays more than the usual: no more than the region's most, and on no day on which it is paid
 * more of them than its share of all posts. Source: domain facts §1.2, Guantao 500 a month, 550 for at most
 * 20 % of posts.
 */
export function heavierProblems(pay: Pay, ground: Ground): Problem[] {
  const { of, others, terms } = ground;
  if (terms.heavier === undefined) return [];
  const [usual, most] = [readYuan(terms.heavier.usual), readYuan(terms.heavier.most)];
  invariant(usual !== undefined && most !== undefined, 'amounts of the terms are amounts');
  const monthly = monthlyOf(pay, terms);
  if (monthly <= usual) return [];
  if (monthly > most) return aboveMost(pay, terms, terms.heavier.most);
  const { from, every, amount, reasons } = pay;
  const set = { postId: of.post.id, standardNumber: of.standards.length + 1, from, every, amount };
  const posts = [{ ...of, standards: [...of.standards, set] }, ...others];
  const [first, opened] = [firstDayOf(from), of.post.openedOn];
  const [next] = of.standards
    .map((each) => each.from)
    .filter((month) => month > from)
    .sort();
  const days = daysFrom(opened > first ? opened : first, posts)
    .filter((day) => next === undefined || day < firstDayOf(next))
    .filter((day) => seatsOf(of, day) > 0);
  const found = days.map((day) => shareOn(posts, day, terms)).find((share) => isAbove(share, terms));
  return shareProblems(found, { field: 'standardAmount', value: plainYuan(amount), reasons, terms });
}

/**
 * Another number of seats, of a heavier post or of a usual one: on no day from then on it makes the share of
 * heavier posts larger than the region has it. One that was larger already is not asked about when it falls.
 */
export function heavierBySeats(change: ReadSeats, { of, others, terms }: Ground): Problem[] {
  const { from, seats, reasons } = change;
  const number = of.seatChanges.length + 1;
  const before = [of, ...others];
  const after = [{ ...of, seatChanges: [...of.seatChanges, { number, from, seats }] }, ...others];
  const found = daysFrom(from, before)
    .map((day) => ({ was: shareOn(before, day, terms), is: shareOn(after, day, terms) }))
    .find(({ was, is }) => isAbove(is, terms) && (was.all === 0 || is.count * was.all > was.count * is.all));
  return shareProblems(found?.is, { field: 'seats', value: String(seats), reasons, terms });
}

function aboveMost(pay: Pay, terms: PostTerms, most: string): Problem[] {
  const asked = { question: 'heavier', field: 'standardAmount', reasons: pay.reasons, terms } as const;
  const value = plainYuan(monthlyOf(pay, terms));
  if (pay.every === 'month')
    return askOrRefuse({
      ...{ ...asked, code: 'post.aboveMost', asks: 'post.aboveMostWhy', value, facts: { most } },
    });
  const facts = { most, days: terms.monthOfDays };
  return askOrRefuse({
    ...{ ...asked, code: 'post.aboveMostByDays', asks: 'post.aboveMostByDaysWhy', value, facts },
  });
}

function shareProblems(
  share: Share | undefined,
  asked: {
    readonly field: string;
    readonly value: string;
    readonly reasons: Reasons;
    readonly terms: PostTerms;
  },
): Problem[] {
  const { heavier } = asked.terms;
  if (share === undefined || heavier === undefined) return [];
  const facts = { ...share, percent: heavier.percent, usual: heavier.usual };
  const code = { code: 'post.tooManyHeavier', asks: 'post.tooManyHeavierWhy' };
  return askOrRefuse({ ...asked, ...code, question: 'heavier', facts });
}

/** A day, and every later one on which a post opens, changes its seats or begins to pay otherwise. */
function daysFrom(first: CalendarDay, posts: readonly PaidPost[]): CalendarDay[] {
  const steps = posts.flatMap(({ post, standards, seatChanges }) => [
    post.openedOn,
    ...standards.map(({ from }) => firstDayOf(from)),
    ...seatChanges.map(({ from }) => from),
  ]);
  return [first, ...[...new Set(steps)].filter((day) => day > first).sort()];
}

function seatsOf(of: PaidPost, day: CalendarDay): number {
  return day < of.post.openedOn ? 0 : seatsOn(of, day);
}

function shareOn(posts: readonly PaidPost[], day: CalendarDay, terms: PostTerms): Share {
  const usual = readYuan(terms.heavier?.usual ?? '0') ?? 0n;
  const sum = (counted: readonly PaidPost[]): number =>
    counted.reduce((seats, each) => seats + seatsOf(each, day), 0);
  const heavier = posts.filter(({ standards }) => {
    const paid = standardIn(standards, monthOf(day));
    return paid !== undefined && monthlyOf(paid, terms) > usual;
  });
  return { count: sum(heavier), all: sum(posts) };
}

function isAbove({ count, all }: Share, { heavier }: PostTerms): boolean {
  return heavier !== undefined && count * 100 > heavier.percent * all;
}
