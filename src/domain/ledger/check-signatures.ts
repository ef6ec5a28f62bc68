import type { Chart } from './chart';
import { type CheckedEntry, type Findings, placeOf } from './check-pass';
import { movesMoney, type SignaturePart } from './voucher-hands';

/** A signature on a booked voucher as it is kept. */
export interface KeptSignature {
  readonly entryId: string;
  readonly part: SignaturePart;
  readonly signedBy: string;
  readonly signedAt: string;
}

/** What a voucher's signatures are held against. */
export interface SignedVoucher {
  readonly signatures: readonly KeptSignature[];
  /** The chart the voucher was booked under; undefined where there is none of its version. */
  readonly chart: Chart | undefined;
  /** Whether its month was sealed after it was booked. */
  readonly isSealed: boolean;
  /** The signers who are users. */
  readonly known: ReadonlySet<string>;
}

/**
 * The hands of a voucher: whoever looked it over neither prepared nor booked it; whoever handled its money
 * did neither of these three; each signer is a user, and signed what was booked already; only money has a
 * cashier's signature; and no month is sealed over a voucher that nobody looked over.
 */
export function checkSignatures(entry: CheckedEntry, of: SignedVoucher, findings: Findings): void {
  const { preparedBy, postedBy = preparedBy, reviewedBy } = entry;
  const makers = [preparedBy, postedBy];
  const reviews = of.signatures.filter(({ part }) => part === 'review');
  const reviewers = [reviewedBy, ...reviews.map(({ signedBy }) => signedBy)].filter((by) => by !== undefined);
  const at = placeOf(entry);
  findings.looked += of.signatures.length + (reviewedBy === undefined ? 0 : 1);
  if (reviewers.some((by) => makers.includes(by))) {
    findings.add('check.signedByMaker', at, { part: 'review' });
  }
  for (const signature of of.signatures) {
    checkSigner(entry, { ...of, signature }, findings);
    const isOtherHand =
      signature.part === 'review' || ![...makers, ...reviewers].includes(signature.signedBy);
    if (!isOtherHand) findings.add('check.signedByMaker', at, { part: signature.part });
  }
  if (of.isSealed && reviewers.length === 0) findings.add('check.sealedUnreviewed', at);
}

function checkSigner(
  entry: CheckedEntry,
  of: Pick<SignedVoucher, 'chart' | 'known'> & { readonly signature: KeptSignature },
  findings: Findings,
): void {
  const { part, signedBy, signedAt } = of.signature;
  const at = placeOf(entry);
  if (!of.known.has(signedBy)) findings.add('check.signerUnknown', at, { part, by: signedBy });
  if (signedAt < entry.bookedAt) findings.add('check.signedBefore', at, { part, signed: signedAt });
  if (part === 'cashier' && of.chart !== undefined && !movesMoney(entry.postings, of.chart)) {
    findings.add('check.cashierWithoutMoney', at);
  }
}
