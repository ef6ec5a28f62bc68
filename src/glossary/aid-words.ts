import type { AidQuestion } from '../domain/uses/aid-questions';
import { widePunctuation } from '../platform/text/wide-punctuation';
import { FACT_WORDS } from './terms-policy';

/** What stands for papers and signatures among the facts of a document; each is noted by its own name. */
const ONE_BY_ONE: Readonly<Record<string, AidQuestion['topic']>> = { proofs: 'paper', signers: 'signer' };

/**
 * What a document still has to know of a list, by the names under which it is noted: papers and signatures
 * one by one.
 * @param open what is asked of the list and stands nowhere yet
 */
export function missingNotes(
  missing: readonly string[],
  open: readonly Pick<AidQuestion, 'topic' | 'phrase'>[],
): string[] {
  return missing.flatMap((fact) => {
    const topic = ONE_BY_ONE[fact];
    const own = open.filter((question) => topic !== undefined && question.topic === topic);
    if (own.length > 0) return own.map(({ phrase }) => widePunctuation(phrase));
    return [FACT_WORDS[fact] ?? fact];
  });
}
