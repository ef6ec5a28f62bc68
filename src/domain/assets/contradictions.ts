import { compareRatios, readRatio } from '../money/ratio';
import type { Problem } from '../shared/problem';
import { type Answer, readQuestion } from './matter-facts';
import { NONE_OF_THESE } from './matter-words';

/** Of two numbers one is a part of the other, which it cannot pass. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ['workshop_year.target_workers', 'workshop_year.workers'],
  ['income_right.own_investment', 'income_right.investment'],
  ['income_right.own_income', 'income_right.income'],
  ['relief_project.labour_pay', 'relief_project.investment'],
  ['relief_project.target_workers', 'relief_project.workers'],
  ['subsidy.profit_returned', 'subsidy.profit'],
];

/**
 * Answers that cannot both be true: something of what there is not, a part above its whole, a thing handed
 * over before it was finished. Codes `matters.noneThere`, `matters.abovePart`, `matters.belowPart`,
 * `matters.unfinished`.
 * @param answers as they were read @param stands what the books say and what was answered before, by question
 */
export function contradictionProblems(
  answers: readonly Pick<Answer, 'question' | 'value'>[],
  stands: Readonly<Record<string, string>>,
): Problem[] {
  const typed = Object.fromEntries(answers.map(({ question, value }) => [question, value]));
  const said = { ...stands, ...typed };
  const problem = (code: string, question: string, other?: string): Problem => ({
    code,
    field: `answers.${question}`,
    value: typed[question] ?? '',
    ...(other === undefined ? {} : { facts: { asked: readQuestion(other).name, other: said[other] ?? '' } }),
  });
  const problems = Object.keys(typed)
    .filter((question) => typed[`applies.${readQuestion(question).area}`] === 'no')
    .map((question) => problem('matters.noneThere', question));
  for (const [part, whole] of PARTS) {
    if (!isAbove(said[part], said[whole])) continue;
    if (part in typed) problems.push(problem('matters.abovePart', part, whole));
    else if (whole in typed) problems.push(problem('matters.belowPart', whole, part));
  }
  if (typed['asset.handed_over'] === 'yes' && said['asset.finished'] === 'no')
    problems.push(problem('matters.unfinished', 'asset.handed_over'));
  return problems;
}

/** Words of a list together with the answer that it is none of them. Code `matters.noneWithOthers`. */
export function noneProblems(question: string, value: string): Problem[] {
  const words = value.split(', ');
  return words.length > 1 && words.includes(NONE_OF_THESE)
    ? [{ code: 'matters.noneWithOthers', field: `answers.${question}` }]
    : [];
}

/** What was written where it was ticked, too, that there is nothing. Code `matters.contradicts`. */
export function tickProblems(
  answers: Readonly<Record<string, string>>,
  none: Readonly<Record<string, string>>,
): Problem[] {
  return Object.entries(answers)
    .filter(([question, text]) => text.trim() !== '' && none[question] === 'yes')
    .map(([question, value]) => ({ code: 'matters.contradicts', field: `answers.${question}`, value }));
}

function isAbove(part: string | undefined, whole: string | undefined): boolean {
  if (part === undefined || whole === undefined || part === '' || whole === '') return false;
  return compareRatios(readRatio(part), readRatio(whole)) > 0;
}
