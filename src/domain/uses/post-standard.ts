import { type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, plainYuan, readYuan } from '../money/fen';
import { readPaper } from '../collectives/household-status';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { readAmount, readMonth } from '../shared/typed-fields';
import { askOrRefuse, type Reasons, readReasons } from './post-questions';
import type { PostTerms } from './post-terms';
import { PAID_EVERY, type PaidEvery, type Post, type PostStandard, standardIn } from './post';

/** What a post pays, as typed. */
export interface StandardForm {
  readonly standardFrom: string;
  readonly paidEvery: string;
  readonly standardAmount: string;
  readonly standardPaper: string;
  /** By question. */
  readonly postReasons: Reasons;
}

/** A post with everything it paid. */
export interface PaidPost {
  readonly post: Post;
  readonly standards: readonly PostStandard[];
}

/** What a standard is held against. */
export interface StandardGround {
  readonly of: PaidPost;
  readonly others: readonly PaidPost[];
  readonly terms: PostTerms;
}

/** What a post pays from a month on, as read. */
export interface ReadStandard {
  readonly from: Month;
  readonly every: PaidEvery;
  readonly amount: Fen;
  readonly paper: string;
  readonly reasons: Reasons;
}

/**
 * Reads what a post pays. It begins with a month, so that no month has two; never before what was set last,
 * nor before the post. What the document in force says of it is judged beside this.
 * @returns problems `form.*`, `money.*`, `calendar.notAMonth`, `post.standardBeforePost`,
 *   `post.standardBeforeLast`, and those that `heavierProblems` and `unlikeProblems` find
 */
export function readStandard(
  form: StandardForm,
  ground: StandardGround,
): { readonly standard: ReadStandard; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const at = { field: 'standardFrom', value: form.standardFrom };
  const from = readMonth(at, problems) ?? '';
  const every = PAID_EVERY.find((each) => each === form.paidEvery);
  if (every === undefined)
    problems.push({
      code: form.paidEvery.trim() === '' ? 'form.missing' : 'form.notAllowed',
      field: 'paidEvery',
    });
  const typed = { field: 'standardAmount', value: form.standardAmount };
  const amount = readAmount(typed, 'aboveZero', problems) ?? 0n;
  const paper = readPaper({ field: 'standardPaper', value: form.standardPaper }, problems);
  const { reasons, problems: reasonProblems } = readReasons(form.postReasons);
  problems.push(...reasonProblems);
  const { post, standards } = ground.of;
  const first = monthOf(post.openedOn);
  if (from !== '' && from < first)
    problems.push({ code: 'post.standardBeforePost', ...at, facts: { first } });
  const last = standards.reduce((found, each) => (each.from > found ? each.from : found), '');
  if (from !== '' && from < last) problems.push({ code: 'post.standardBeforeLast', ...at, facts: { last } });
  const standard = { from, every: every ?? 'month', amount, paper, reasons };
  if (problems.length > 0) return { standard, problems };
  return { standard, problems: [...heavierProblems(standard, ground), ...unlikeProblems(standard, ground)] };
}

/**
 * Posts that pay more than the usual: no more than the region's most, and no more of them than its share of
 * all posts. Source: domain facts §1.2, Guantao 500 a month, 550 for at most 20 % of posts.
 */
export function heavierProblems(
  { from, every, amount, reasons }: ReadStandard,
  { of, others, terms }: StandardGround,
): Problem[] {
  const { heavier } = terms;
  if (heavier === undefined || every !== 'month') return [];
  const [usual, most] = [readYuan(heavier.usual), readYuan(heavier.most)];
  invariant(usual !== undefined && most !== undefined, 'amounts of the terms are amounts');
  if (amount <= usual) return [];
  const question = { question: 'heavier', field: 'standardAmount', reasons, terms } as const;
  const value = plainYuan(amount);
  if (amount > most)
    return askOrRefuse({
      ...question,
      code: 'post.aboveMost',
      asks: 'post.aboveMostWhy',
      value,
      facts: { most: heavier.most },
    });
  const isHeavier = ({ standards }: PaidPost): boolean => {
    const paid = standardIn(standards, from);
    return paid?.every === 'month' && paid.amount > usual;
  };
  const seatsOf = (posts: readonly PaidPost[]): number =>
    posts.reduce((sum, { post }) => sum + post.seats, 0);
  const count = of.post.seats + seatsOf(others.filter(isHeavier));
  const all = of.post.seats + seatsOf(others);
  if (count * 100 <= heavier.percent * all) return [];
  const facts = { count, all, percent: heavier.percent, usual: heavier.usual };
  return askOrRefuse({
    ...question,
    code: 'post.tooManyHeavier',
    asks: 'post.tooManyHeavierWhy',
    value,
    facts,
  });
}

/**
 * Posts of one kind in a village pay alike, or a reason says why not. Source: domain facts §1.2, Shouxian and
 * Qingshui, 同工同酬.
 */
export function unlikeProblems(
  { from, every, amount, reasons }: ReadStandard,
  { of, others }: StandardGround,
): Problem[] {
  const unlike = others.find(({ post, standards }) => {
    const paid = standardIn(standards, from);
    if (post.kind !== of.post.kind || paid === undefined) return false;
    return paid.every === every && paid.amount !== amount;
  });
  if (unlike === undefined || (reasons.unlikePay ?? '') !== '') return [];
  const other = standardIn(unlike.standards, from);
  const facts = { name: unlike.post.name, other: other?.amount ?? 0n };
  return [{ code: 'post.unlikePay', field: 'postReasons[unlikePay]', value: plainYuan(amount), facts }];
}

/** What the pack is asked of a standard: before and after, and as the wage of its first month. */
export function standardFacts(
  { from, every, amount }: Pick<ReadStandard, 'from' | 'every' | 'amount'>,
  standards: readonly PostStandard[],
): {
  readonly change: Readonly<Record<string, string>> | undefined;
  readonly wage: Readonly<Record<string, string>> | undefined;
} {
  const before = standardIn(standards, from);
  const isAlike = before !== undefined && before.every === every;
  return {
    change: isAlike ? { old: plainYuan(before.amount), new: plainYuan(amount) } : undefined,
    wage:
      every === 'month'
        ? { wage: plainYuan(amount), month: from, appointed_from: from, appointed_to: from }
        : undefined,
  };
}
