import { type ChainEnd, type CheckedEntry, type CheckPass, Findings, placeOf } from './check-pass';
import { CANONICAL_VERSIONS, CHAIN_START, chainHash } from './hash-chain';
import { isAsSeen, type WitnessedHead } from './witness';

/** Where a check begins: nowhere, or behind what earlier checks have gone through. */
export interface ChainPlace {
  readonly position: number;
  readonly hash: string;
  readonly bookedAt: string;
}

/** Before the first entry. */
export const BOOKS_BEGIN: ChainPlace = { position: 0, hash: CHAIN_START, bookedAt: '' };

/**
 * The chain: positions from 1 without a gap, each entry linked to the one before and hashed over the text it
 * was chained under, its lines numbered from 1, bookings never back in time; at its end the head, the length
 * and the time of the last booking kept beside the books, and every head that was seen outside them.
 */
export class ChainPass implements CheckPass {
  readonly findings = new Findings('chain');
  private last: ChainPlace;
  private readonly failed: WitnessedHead[] = [];

  constructor(
    private readonly given: {
      readonly kept: { readonly length: number; readonly head: string; readonly lastBookedAt: string };
      readonly hash: (text: string) => string;
      readonly heads: readonly WitnessedHead[];
      readonly start: ChainPlace;
    },
  ) {
    this.last = given.start;
  }

  take(entry: CheckedEntry): void {
    this.findings.looked += 1;
    this.checkPlace(entry);
    this.checkText(entry);
    const hash = chainHash(entry.previousHash, entry, this.given.hash);
    if (hash !== entry.hash) {
      this.findings.add('check.entryChanged', placeOf(entry), { found: hash, kept: entry.hash });
    }
    if (entry.bookedAt < this.last.bookedAt) {
      const facts = { found: entry.bookedAt, before: this.last.bookedAt };
      this.findings.add('check.bookedBack', placeOf(entry), facts);
    }
    this.checkHeads(entry);
    this.last = entry;
  }

  finish(): void {
    const { position, hash, bookedAt } = this.last;
    const { kept, heads } = this.given;
    if (kept.length !== position) {
      this.findings.add('check.lengthWrong', { position }, { kept: kept.length, found: position });
    } else if (kept.head !== hash) {
      this.findings.add('check.headWrong', { position }, { kept: kept.head, found: hash });
    }
    // The next voucher is booked no earlier than this: a wrong time would go into the chain with it.
    if (kept.length === position && kept.lastBookedAt !== bookedAt) {
      this.findings.add('check.lastBookedAt', { position }, { kept: kept.lastBookedAt, found: bookedAt });
    }
    for (const head of heads.filter((each) => each.position > position)) {
      const facts = { witnessed: head.position, found: position };
      this.findings.add('check.tailCut', { position }, facts);
      this.failed.push(head);
    }
    this.findings.head = this.nextWitness() ?? { position, hash };
  }

  /**
   * What does not hold stays the witness for the next check: nothing that is done since makes it good. Where
   * the chain is broken otherwise, so does the last place at which it was seen whole.
   */
  private nextWitness(): ChainEnd | undefined {
    const broken = this.findings.broken > 0 ? this.given.heads : [];
    const kept = this.failed.length > 0 ? this.failed : broken;
    const [last] = [...kept].sort((one, other) => other.position - one.position);
    return last === undefined ? undefined : { position: last.position, hash: last.starts };
  }

  private checkPlace(entry: CheckedEntry): void {
    const expected = this.last.position + 1;
    if (entry.position > expected) {
      const facts = { from: expected, to: entry.position - 1 };
      this.findings.add('check.entryMissing', { ...placeOf(entry), position: expected }, facts);
    } else if (entry.position < expected) {
      this.findings.add('check.positionTwice', placeOf(entry));
    } else if (entry.previousHash !== this.last.hash) {
      const facts = { found: entry.previousHash, before: this.last.hash };
      this.findings.add('check.linkBroken', placeOf(entry), facts);
    }
  }

  /** What the hash does not cover but is read by: the version of the text, the numbers of the lines. */
  private checkText(entry: CheckedEntry): void {
    const { canonical, lineNumbers } = entry;
    if (!CANONICAL_VERSIONS.includes(canonical)) {
      this.findings.add('check.canonicalUnknown', placeOf(entry), { version: canonical });
    }
    const index = lineNumbers.findIndex((number, place) => number !== place + 1);
    if (index < 0) return;
    const facts = { should: index + 1, found: lineNumbers[index] ?? 0 };
    this.findings.add('check.lineNumber', placeOf(entry), facts);
  }

  private checkHeads(entry: CheckedEntry): void {
    for (const head of this.given.heads) {
      if (head.position !== entry.position || isAsSeen(entry.hash, head)) continue;
      this.findings.add('check.headDiffers', placeOf(entry), { witnessed: head.starts, found: entry.hash });
      this.failed.push(head);
    }
  }
}
