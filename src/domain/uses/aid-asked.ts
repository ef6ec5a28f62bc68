import { type Judgement, judgementProblems } from '../policy/judge';
import type { Problem } from '../shared/problem';
import type { AidDeadline } from './aid-deadlines';

/**
 * What the document stops or asks about when a list is accepted, whatever reason was given. A time that is
 * over, and one whose last day nobody can tell, ask in the words of their procedure. Source: SQ-C31d.
 * @returns problems `policy.*`, `aid.deadlinePassed`, `aid.deadlineUnknown`; those of field `aidReason` ask
 */
export function aidDocumentProblems(
  found: readonly Judgement[],
  deadlines: readonly AidDeadline[],
): Problem[] {
  return found.flatMap((judgement): Problem[] => {
    const deadline = deadlines.find(({ flowId }) => judgement.ruleId === `flow:${flowId}`);
    const plain = judgementProblems([judgement], { field: 'aidReason' });
    if (deadline === undefined || judgement.force !== 'warn' || judgement.outcome === 'passed') return plain;
    const { says, after, from, count, last } = deadline;
    const facts = { says, after, from, count };
    if (judgement.outcome === 'failed')
      return [{ code: 'aid.deadlinePassed', field: 'aidReason', facts: { ...facts, last: last ?? '' } }];
    return [{ code: 'aid.deadlineUnknown', field: 'aidReason', facts }];
  });
}
