import { type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, plainYuan, readYuan } from '../money/fen';
import { readPaper } from '../collectives/household-status';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { readAmount, readMonth } from '../shared/typed-fields';
import { heavierProblems, monthlyOf, type PaidPost } from './heavier-posts';
import { type Reasons, readReasons } from './post-questions';
import type { PostTerms } from './post-terms';
import { PAID_EVERY, type PaidEvery, type PostStandard, standardIn } from './post';

/** What a post pays, as typed. */
export interface StandardForm {
  readonly standardFrom: string;
  readonly paidEvery: string;
  readonly standardAmount: string;
  readonly standardPaper: string;
  /** By question. */
  readonly postReasons: Reasons;
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
 * Reads what a post pays. It begins with a month, so that no month has two, and never before the post. It may
 * begin before one that was set already, which then goes on from its own month: a first month typed too late
 * is put right so. Months that are owed already (`paidOtherwise`) and what the document in force says are
 * judged beside this.
 * @returns problems `form.*`, `money.*`, `calendar.notAMonth`, `post.standardBeforePost`, `post.muchPay`, and
 *   those that `heavierProblems` and `unlikeProblems` find while it is paid
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
  const first = monthOf(ground.of.post.openedOn);
  if (from !== '' && from < first)
    problems.push({ code: 'post.standardBeforePost', ...at, facts: { first } });
  const standard = { from, every: every ?? 'month', amount, paper, reasons };
  if (problems.length > 0) return { standard, problems };
  const found = [...heavierProblems(standard, ground), ...unlikeInAMonth(standard, ground)];
  return { standard, problems: [...muchProblems(standard, ground.terms), ...found] };
}

/**
 * What is unlike of a standard in the first month where anything is: its own, and every later one up to the
 * next standard of the post in which another post begins to pay otherwise, for that one could not be held
 * against what was not there yet.
 */
function unlikeInAMonth(standard: ReadStandard, ground: StandardGround): Problem[] {
  const until = nextAfter(standard.from, ground.of.standards)?.from;
  const begun = ground.others
    .flatMap(({ standards }) => standards.map(({ from }) => from))
    .filter((from) => from > standard.from && (until === undefined || from < until))
    .sort();
  const found = [standard.from, ...begun].map((from) => unlikeProblems({ ...standard, from }, ground));
  return found.find(({ length }) => length > 0) ?? [];
}

/** A pay far above any that a post has anywhere may be a slip of the hand, so it is asked. */
function muchProblems(standard: ReadStandard, terms: PostTerms): Problem[] {
  const most = readYuan(terms.asksAbove);
  invariant(most !== undefined, 'amounts of the terms are amounts');
  const monthly = monthlyOf(standard, terms);
  if (monthly <= most || (standard.reasons['muchPay'] ?? '') !== '') return [];
  const value = plainYuan(standard.amount);
  return [{ code: 'post.muchPay', field: 'postReasons[muchPay]', value, facts: { monthly, most } }];
}

/** What a post pays from the next month on for which anything was set; undefined where nothing was. */
function nextAfter(month: Month, standards: readonly PostStandard[]): PostStandard | undefined {
  const [next] = standards
    .map(({ from }) => from)
    .filter((from) => from > month)
    .sort();
  return next === undefined ? undefined : standardIn(standards, next);
}

/**
 * Posts of one kind in a village pay alike, or a reason says why not; one by the day and one by the month are
 * held against each other as `monthlyOf` has them. Source: domain facts §1.2, Shouxian and Qingshui, 同工同酬.
 */
export function unlikeProblems(standard: ReadStandard, { of, others, terms }: StandardGround): Problem[] {
  const monthly = monthlyOf(standard, terms);
  if ((standard.reasons['unlikePay'] ?? '') !== '') return [];
  const [unlike] = others.flatMap(({ post, standards }) => {
    const paid = standardIn(standards, standard.from);
    if (post.kind !== of.post.kind || paid === undefined) return [];
    return monthlyOf(paid, terms) === monthly ? [] : [{ name: post.name, paid }];
  });
  if (unlike === undefined) return [];
  const { name, paid } = unlike;
  const field = 'postReasons[unlikePay]';
  if (paid.every === standard.every)
    return [
      {
        ...{ code: 'post.unlikePay', field, value: plainYuan(standard.amount) },
        facts: { name, other: paid.amount },
      },
    ];
  const facts = { name, other: monthlyOf(paid, terms), days: terms.monthOfDays };
  return [{ code: 'post.unlikePayByDays', field, value: plainYuan(monthly), facts }];
}

/** One question to the document in force on the first day of a month. */
export interface StandardAsked {
  readonly subject: 'post_standard' | 'post_month';
  readonly month: Month;
  readonly facts: Readonly<Record<string, string>>;
  /**
   * Whether what is broken is asked about and never refused: how many days make a month nobody has said.
   * What a missing number leaves undecided holds back all the same.
   */
  readonly onlyAsks?: true;
}

/**
 * What the pack is asked of a standard: against the one before, the one after it against it (each as a month
 * has it), and as the wage of its first month. A pay by the day is told as `monthlyOf` has it, and only asks:
 * what is owed is judged with the month's sheet. Source: FY-10b, GX-2-2.
 */
export function standardAsked(
  standard: Pick<ReadStandard, 'from' | 'every' | 'amount'>,
  standards: readonly PostStandard[],
  terms: Pick<PostTerms, 'monthOfDays'>,
): StandardAsked[] {
  const { from, every } = standard;
  const steps = [
    { month: from, old: standardIn(standards, from), new: standard },
    { month: nextAfter(from, standards)?.from ?? from, old: standard, new: nextAfter(from, standards) },
  ];
  const monthly = plainYuan(monthlyOf(standard, terms));
  const wage = { wage: monthly, month: from, appointed_from: from, appointed_to: from };
  const onlyAsks = every === 'month' ? {} : ({ onlyAsks: true } as const);
  return [
    ...steps.flatMap((step): StandardAsked[] => {
      if (step.old === undefined || step.new === undefined) return [];
      const facts = {
        old: plainYuan(monthlyOf(step.old, terms)),
        new: plainYuan(monthlyOf(step.new, terms)),
      };
      return [{ subject: 'post_standard', month: step.month, facts }];
    }),
    { subject: 'post_month', month: from, facts: wage, ...onlyAsks },
  ];
}
