import { FormProblems, refuseProblems } from '../shared/problem';
import { type LineReasons, readLineReasons } from './line-reasons';

/** A review as typed: approve, or return with a reason, the bytes of this digest. */
export interface ReviewForm {
  readonly outcome: string;
  readonly reason: string;
  /** Why single lines come back, by their use. */
  readonly lineReasons?: LineReasons;
  readonly digest: string;
}

/** A review that was read. */
export interface ReadReview {
  readonly outcome: 'passed' | 'returned';
  readonly reason: string;
  readonly lineReasons: LineReasons;
  /** The digest that the reviewer saw. */
  readonly seenDigest: string;
}

/**
 * Reads a review of a plan.
 * @param known the uses of its lines
 * @throws FormProblems `form.notAllowed` where it is neither of the two, and as `readLineReasons` finds
 */
export function readReview(form: ReviewForm, known: readonly string[]): ReadReview {
  const { outcome, reason, digest: seenDigest } = form;
  if (outcome !== 'passed' && outcome !== 'returned')
    throw new FormProblems([{ code: 'form.notAllowed', field: 'outcome', value: outcome }]);
  const { reasons: lineReasons, problems } = readLineReasons(form.lineReasons ?? {}, known);
  refuseProblems(problems);
  return { outcome, reason, lineReasons, seenDigest };
}
