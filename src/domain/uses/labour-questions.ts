import { plainYuan, readYuan } from '../money/fen';
import { unanswered } from '../policy/written-reason';
import { invariant } from '../shared/invariant';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import type { LabourLine, Worker } from './labour-rows';
import type { PostTerms } from './post-terms';

/** What a region asks of posts, as far as a labour sheet is held against it. */
export type LabourTerms = Pick<PostTerms, 'leastAge' | 'mostAge' | 'dayAsksAbove'>;

/** A sheet's people as they are held against the terms, and the reason given where one is asked. */
interface Asked {
  readonly lines: readonly Pick<LabourLine, 'memberId' | 'rate'>[];
  readonly workers: readonly Worker[];
  readonly terms: LabourTerms;
  readonly why: string;
}

/**
 * Who on a labour sheet is too young, which is refused as on a post; who is registered without the ability to
 * work, older than a post takes people, or an officer of the village; and a day's pay far above any: these
 * are asked, as no document forbids them on a sheet. Source: domain facts §1.2 (Gaotai, Guizhou); the day's
 * bound is ours (unconfirmed).
 * @returns problems `works.tooYoung`; asks `works.cannotWork`, `works.tooOld`, `works.officer`,
 *   `works.muchPay`, with the numbers of whom they mean, or `policy.reasonTooShort`; `kept`, the reason where
 *   anything asked
 */
export function labourQuestions({ lines, workers, terms, why }: Asked): {
  readonly problems: Problem[];
  readonly kept: string;
} {
  const most = readYuan(terms.dayAsksAbove);
  invariant(most !== undefined, 'amounts of the terms are amounts');
  const named = (isMeant: (worker: Worker, rate: bigint) => boolean): string[] =>
    lines.flatMap(({ memberId, rate }) =>
      workers
        .filter((worker) => worker.memberId === memberId && isMeant(worker, rate))
        .map(({ memberNumber }) => String(memberNumber)),
    );
  const { leastAge, mostAge } = terms;
  const young = named(({ age }) => age < leastAge);
  if (young.length > 0) {
    const facts = { numbers: young, least: leastAge };
    return { problems: [{ code: 'works.tooYoung', field: 'labourRows', facts }], kept: '' };
  }
  const asks: Problem[] = [
    { code: 'works.cannotWork', numbers: named(({ labour }) => labour === 'none') },
    { code: 'works.tooOld', numbers: named(({ age }) => age > mostAge), bound: mostAge },
    { code: 'works.officer', numbers: named(({ officerRelation }) => officerRelation === 'officer') },
    { code: 'works.muchPay', numbers: named((_worker, rate) => rate > most), bound: plainYuan(most) },
  ]
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ code, numbers, bound = '' }) => ({ code, field: 'labourWhy', facts: { numbers, most: bound } }));
  const problems = unanswered(asks, why);
  return { problems, kept: asks.length > 0 && problems.length === 0 ? why : '' };
}

/** Reads why such people, or such a pay, all the same. @returns problems `form.privateNumber` */
export function readLabourWhy(typed: string | undefined): {
  readonly why: string;
  readonly problems: Problem[];
} {
  const why = (typed ?? '').trim();
  return { why, problems: privateNumberProblems({ labourWhy: why }) };
}
