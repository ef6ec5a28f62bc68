import type { CheckedEntry } from '../ledger/check-pass';
import { CHAIN_START, chainHash } from '../ledger/hash-chain';
import type { NoticeWitness } from './distribution-notice';

/** What two sheets prove of the vouchers between them. */
export type BetweenSheets =
  | { readonly kind: 'whole'; readonly vouchers: number }
  /** The first place at which the chain is not what the two sheets say. */
  | { readonly kind: 'broken'; readonly position: number };

/**
 * What lies between two sheets of the same books: from where the chain stood by the earlier one, each voucher
 * is reckoned into the hash of the next, and the last gives what the later sheet printed. One that was left
 * out, put in, moved or altered gives another hash.
 */
export class ChainBetween {
  private position: number;
  private hash: string;
  private broken: number | undefined;

  /** @param earlier the sheet by which the chain was shorter */
  constructor(
    private readonly earlier: NoticeWitness,
    private readonly later: NoticeWitness,
    private readonly sha256: (text: string) => string,
  ) {
    this.position = earlier.chainLength;
    this.hash = earlier.chainHead;
    if (earlier.chainLength === 0 && earlier.chainHead !== CHAIN_START) this.broken = 0;
  }

  /** Takes the next voucher of the chain. */
  take(voucher: CheckedEntry): void {
    this.position += 1;
    const isNext = voucher.position === this.position && voucher.previousHash === this.hash;
    this.hash = chainHash(this.hash, voucher, this.sha256);
    if (!isNext || this.hash !== voucher.hash) this.broken ??= this.position;
  }

  /** What came of it, once every voucher up to the later sheet was taken. */
  outcome(): BetweenSheets {
    const { chainLength, chainHead } = this.later;
    if (this.broken === undefined && (this.position !== chainLength || this.hash !== chainHead))
      this.broken = Math.min(this.position + 1, chainLength);
    return this.broken === undefined
      ? { kind: 'whole', vouchers: chainLength - this.earlier.chainLength }
      : { kind: 'broken', position: this.broken };
  }
}
