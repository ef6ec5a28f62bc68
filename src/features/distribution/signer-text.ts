import { stepWords } from '../../glossary/approval-words';
import { problemSentence } from '../../glossary/sentences';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { KeptSignature, SigningStanding, ToldSignature } from '../approvals/step-signatures.service';

/** Who signed a step, each under his log-in or by whom it was noted from which paper. */
export function signersText(signed: readonly KeptSignature[], nameOf: (userId: string) => string): string {
  return stepWords.signers(signed.map((each) => signerText(each, nameOf)));
}

/** Who signed, and how; why it counts no more, or that it was noted in the name of who looks. */
export function toldSignature(
  { kept, fallen, accounts }: ToldSignature,
  userId: string,
  { nameOf }: SigningStanding,
): string {
  const told = signerText(kept, nameOf);
  if (fallen !== undefined) return stepWords.countsNoMore(told, problemSentence(fallen));
  const isNoted = kept.signer === null && accounts.includes(userId);
  return isNoted ? stepWords.notedAsYours(told) : told;
}

/** Who signed, and how. */
function signerText(
  { name, signer, paper, sha256, notedBy }: KeptSignature,
  nameOf: (userId: string) => string,
): string {
  if (signer !== null) return stepWords.signedOwn(name);
  const of = { paper: widePunctuation(paper), hasScan: sha256 !== null };
  return stepWords.signedOnPaper(name, nameOf(notedBy), of);
}
