import { stepWords } from '../../glossary/approval-words';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { KeptSignature } from '../approvals/step-signatures.service';

/** Who signed a step, each under his log-in or by whom it was noted from which paper. */
export function signersText(signed: readonly KeptSignature[], nameOf: (userId: string) => string): string {
  return stepWords.signers(signed.map((each) => signerText(each, nameOf)));
}

/** Who signed, and how. */
export function signerText(
  { name, signer, paper, sha256, notedBy }: KeptSignature,
  nameOf: (userId: string) => string,
): string {
  if (signer !== null) return stepWords.signedOwn(name);
  const of = { paper: widePunctuation(paper), hasScan: sha256 !== null };
  return stepWords.signedOnPaper(name, nameOf(notedBy), of);
}
