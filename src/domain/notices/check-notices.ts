import type { Findings } from '../ledger/check-pass';
import { CHAIN_START } from '../ledger/hash-chain';
import { type HashText, noticeDigest } from './digest';
import type { PublishedFacts } from './published-facts';

/** A published sheet as it is kept: the facts on it and the digest that was printed. */
export interface KeptNotice {
  readonly code: string;
  readonly digest: string;
  readonly data: PublishedFacts;
}

/**
 * The sheets on the wall: each still has the digest it was published with, and where it says the chain stood,
 * the chain has the hash that it printed.
 * @param hashAt the hash of the chain at a position; undefined where there is no entry
 */
export function checkNotices(
  notices: readonly KeptNotice[],
  given: { readonly hash: HashText; readonly hashAt: (position: number) => string | undefined },
  findings: Findings,
): void {
  for (const { code, digest, data } of notices) {
    findings.looked += 1;
    const found = noticeDigest(data, given.hash).sheet;
    if (found !== digest) findings.add('check.noticeChanged', {}, { code, kept: digest, found });
    const { chainLength: position, chainHead: printed } = data.witness;
    const stands = position === 0 ? CHAIN_START : given.hashAt(position);
    if (stands === printed) continue;
    findings.add('check.noticeHead', { position }, { code, printed, found: stands ?? '' });
  }
}
