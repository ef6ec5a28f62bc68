import type { JournalEntry, Posting } from './journal-entry';

/** An entry with its place in the books: what the chain covers. */
export interface ChainedEntry extends JournalEntry {
  readonly collectiveId: string;
  readonly entryId: string;
  readonly position: number;
  readonly chart: string;
  readonly voucher: { readonly year: number; readonly number: number };
  readonly bookedAt: string;
  /** Under which version of the canonical text it was chained; later ones say more. */
  readonly canonical: CanonicalVersion;
  readonly preparedBy: string;
  /** Who looked a voucher over before it was booked, where somebody did. */
  readonly reviewedBy?: string;
  /** Who booked it: the preparer, unless the voucher was prepared first and booked by another. */
  readonly postedBy?: string;
  readonly reversesId?: string;
  readonly reason?: string;
}

/** The hash before the first entry of every collective. */
export const CHAIN_START = '0'.repeat(64);

/** The versions of the canonical text; new entries are chained under the last. */
export type CanonicalVersion = 1 | 2;
export const CANONICAL_NOW: CanonicalVersion = 2;
/** What may stand in the books as a version; a row changed by hand may say another number. */
export const CANONICAL_VERSIONS: readonly number[] = [1, 2];

/**
 * The canonical text of an entry: a JSON array in a fixed order, absent values as null, fen as decimal text.
 * Rule for changing it: never. A new version gets a new first element and applies from its first entry on;
 * the entry keeps its version, and the golden vectors of every version stay in the tests.
 */
export function canonicalEntry(entry: ChainedEntry): string {
  return JSON.stringify(entry.canonical === 1 ? versionOne(entry) : versionTwo(entry));
}

/** Version 2 adds the number of attachments, who reviewed and who booked. */
function versionTwo(entry: ChainedEntry): unknown[] {
  return [
    'entry/2',
    entry.collectiveId,
    entry.entryId,
    entry.position,
    entry.chart,
    [entry.voucher.year, entry.voucher.number],
    entry.event,
    [entry.postedOn, entry.bookedAt, entry.aboutPeriod, entry.statementOn],
    entry.summary,
    [entry.source.kind, entry.source.id],
    entry.attachments ?? 0,
    [entry.preparedBy, entry.reviewedBy ?? null, entry.postedBy ?? entry.preparedBy],
    [entry.reversesId ?? null, entry.reason ?? null],
    entry.postings.map(canonicalPosting),
  ];
}

function versionOne(entry: ChainedEntry): unknown[] {
  return [
    'entry/1',
    entry.collectiveId,
    entry.entryId,
    entry.position,
    entry.chart,
    [entry.voucher.year, entry.voucher.number],
    entry.event,
    [entry.postedOn, entry.bookedAt, entry.aboutPeriod, entry.statementOn],
    entry.summary,
    [entry.source.kind, entry.source.id],
    entry.preparedBy,
    [entry.reversesId ?? null, entry.reason ?? null],
    entry.postings.map(canonicalPosting),
  ];
}

/**
 * The hash that links an entry to all before it.
 * @param hash sha-256 of a text as 64 hexadecimal digits, handed in
 */
export function chainHash(previous: string, entry: ChainedEntry, hash: (text: string) => string): string {
  return hash(`${previous}\n${canonicalEntry(entry)}`);
}

/** A line as it stands in the canonical text. */
export function canonicalPosting(posting: Posting): (string | null)[] {
  return [
    posting.ledgerAccount,
    posting.side,
    posting.amount.toString(),
    posting.pool,
    posting.poolFlow ?? null,
    posting.assetId ?? null,
    posting.stream ?? null,
    posting.generationMonth ?? null,
    posting.counterparty ?? null,
    posting.planLineId ?? null,
  ];
}
