import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import type { PostQuestion, PostTerms } from './post-terms';

/** Why something was done all the same, by the question that asked. */
export type Reasons = Readonly<Partial<Record<string, string>>>;

const LONGEST = 200;

/**
 * Reads the reasons that were given, each under its own question: one never answers another.
 * @returns problems `form.tooLong`, `form.privateNumber`, `policy.reasonTooShort`
 */
export function readReasons(typed: Reasons): { readonly reasons: Reasons; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const reasons: Record<string, string> = {};
  for (const [question, text = ''] of Object.entries(typed)) {
    const reason = text.trim();
    if (reason === '') continue;
    const field = `postReasons[${question}]`;
    if ([...reason].length > LONGEST) problems.push({ code: 'form.tooLong', field, facts: { max: LONGEST } });
    problems.push(...writtenProblems({ [field]: reason }));
    reasons[question] = reason;
  }
  return { reasons, problems };
}

/** A bound of the region that is passed: refused where the county has confirmed it, else it asks why. */
export function askOrRefuse(of: {
  readonly question: PostQuestion;
  readonly code: string;
  /** The same, said as a question. */
  readonly asks: string;
  readonly field: string;
  readonly value: string;
  readonly facts: Facts;
  readonly reasons: Reasons;
  readonly terms: PostTerms;
}): Problem[] {
  const { question, code, asks, field, value, facts, reasons, terms } = of;
  if (terms.confirmed) return [{ code, field, value, facts }];
  if ((reasons[question] ?? '') !== '') return [];
  return [{ code: asks, field: `postReasons[${question}]`, value, facts }];
}
