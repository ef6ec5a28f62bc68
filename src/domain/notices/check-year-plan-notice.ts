import { costKindOf, postsAmount } from '../distribution/year-plan';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { dayProblems, isFenText, markProblems, sharesOf } from './check-distribution-notice';
import type { YearPlanNotice, YearUseRow } from './year-plan-notice';

/**
 * What is wrong with a yearly plan's sheet before it may be printed; none when it adds up. Codes, each with
 * the field it concerns: `notice.amountUnreadable`, `notice.equationBroken`, `notice.moneyDiffers`,
 * `notice.costsDiffer`, `notice.usesDiffer`, `notice.leftOverDiffers`, `notice.overspent`,
 * `notice.postsDiffer`, `notice.clauseMissing`, `notice.publicityDaysWrong`, `notice.votesImpossible`.
 */
export function yearNoticeProblems(notice: YearPlanNotice): Problem[] {
  const unreadable = amountTexts(notice).filter(({ value }) => !isFenText(value));
  if (unreadable.length > 0) {
    return unreadable.map(({ field, value }) => ({ code: 'notice.amountUnreadable', field, value }));
  }
  return [...sumProblems(notice), ...postsProblems(notice), ...markProblems(notice), ...dayProblems(notice)];
}

/** What each use, the reserve and what is left are of what is expected, in hundredths of a percent. */
export interface YearShares {
  readonly rows: readonly bigint[];
  readonly reserve: bigint;
  readonly left: bigint;
}

/** The shares a yearly plan's sheet prints, which add up to 100.00 %; undefined with nothing to divide. */
export function yearShares({ uses, sums }: YearPlanNotice): YearShares | undefined {
  const last = [BigInt(sums.reserve), BigInt(sums.left)];
  const parts = sharesOf(BigInt(sums.expected), uses.rows, last);
  if (parts === undefined) return undefined;
  const [reserve = 0n, left = 0n] = parts.slice(uses.rows.length);
  return { rows: parts.slice(0, uses.rows.length), reserve, left };
}

function amountTexts({ sums, money, uses, change }: YearPlanNotice): { field: string; value: string }[] {
  return [
    ...Object.entries(sums).map(([name, value]) => ({ field: `sums.${name}`, value: String(value) })),
    ...money.map(({ code, amount }) => ({ field: `money.${code}`, value: amount })),
    ...uses.rows.flatMap(({ amount, posts }, index) => [
      { field: `uses.rows.${index}.amount`, value: amount },
      ...(posts === undefined ? [] : [{ field: `uses.rows.${index}.standard`, value: posts.standard }]),
    ]),
    ...(change?.rows ?? []).flatMap(({ before, after }, index) => [
      { field: `change.rows.${index}.before`, value: before },
      { field: `change.rows.${index}.after`, value: after },
    ]),
  ];
}

function sumProblems({ sums, money, uses }: YearPlanNotice): Problem[] {
  const fen = (name: keyof YearPlanNotice['sums']): Fen => BigInt(sums[name]);
  const isCost = ({ code }: { readonly code: string }): boolean => costKindOf(code) !== undefined;
  const sumOf = (rows: readonly { readonly amount: string }[]): Fen =>
    sumFen(rows.map(({ amount }) => BigInt(amount)));
  const came = sumOf(money.filter((row) => !isCost(row)));
  const checks: [code: string, field: string, stated: Fen, found: Fen][] = [
    [
      'notice.equationBroken',
      'sums.expected',
      fen('expected'),
      fen('carriedOver') + fen('income') - fen('costs'),
    ],
    ['notice.moneyDiffers', 'sums.income', fen('carriedOver') + fen('income'), came],
    ['notice.costsDiffer', 'sums.costs', fen('costs'), sumOf(money.filter(isCost))],
    ['notice.usesDiffer', 'sums.used', fen('used'), sumOf(uses.rows)],
    ['notice.leftOverDiffers', 'sums.left', fen('left'), fen('expected') - fen('used') - fen('reserve')],
  ];
  const differing = checks.filter(([, , stated, found]) => stated !== found);
  const problems = differing.map(([code, field, stated, found]): Problem => {
    return { code, field, value: String(stated), facts: { stated, found } };
  });
  const [planned, distributable] = [fen('used') + fen('reserve'), fen('expected')];
  if (fen('left') >= 0n) return problems;
  return [...problems, { code: 'notice.overspent', field: 'sums.used', facts: { planned, distributable } }];
}

/** People × standard × months is the amount beside it. */
function postsProblems({ uses }: YearPlanNotice): Problem[] {
  return uses.rows.flatMap(({ posts, amount }: YearUseRow, index): Problem[] => {
    if (posts === undefined) return [];
    const found = postsAmount({ ...posts, standard: BigInt(posts.standard) });
    const stated = BigInt(amount);
    if (found === stated) return [];
    return [{ code: 'notice.postsDiffer', field: `uses.rows.${index}.amount`, facts: { stated, found } }];
  });
}
