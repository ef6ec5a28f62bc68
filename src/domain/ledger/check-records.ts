import type { Findings } from './check-pass';
import {
  type ChainedRecord,
  recordHash,
  RECORDS_START,
  type RecordsEnd,
  TAKEN_AWAY,
  TAKEN_UP,
} from './record-chain';
import { isId } from './record-words';

/** A row as it stands now. */
export interface RecordedRow {
  readonly table: string;
  readonly key: string;
  /** Its digest under the salt of its latest record. */
  readonly digestWith: (salt: string) => string;
  /** How a person finds it, see `rowWords`. */
  readonly words: readonly string[];
}

/** What the pass of records looks at. */
export interface RecordsToCheck {
  /** All records of the collective, by position. */
  readonly records: readonly ChainedRecord[];
  /** Every row of every table whose rows are put on record. */
  readonly rows: Iterable<RecordedRow>;
  /** Where the chain should end: as kept beside it, and as an earlier check saw it. */
  readonly ends: readonly RecordsEnd[];
}

/** What the pass is handed: a hash, and the name of what an id in a key stands for, where it has one. */
export interface RecordNames {
  readonly hash: (text: string) => string;
  readonly nameOf: (id: string) => string | undefined;
  /** The voucher of a row that is gone, where one says that it is about it. */
  readonly voucherOf?: (id: string) => VoucherNumber | undefined;
}

/** The number of a voucher as it stands on paper. */
interface VoucherNumber {
  readonly year: number;
  readonly number: number;
}

/**
 * Holds rows beside the books against what was put on record of them: the chain of records is recomputed,
 * and for each row its latest record says what it must be. A row changed, taken away or added past the
 * program is named.
 */
export function checkRecords(
  { records, rows, ends }: RecordsToCheck,
  { hash, nameOf, voucherOf = () => undefined }: RecordNames,
  findings: Findings,
): void {
  findings.looked = records.length;
  checkLinks(records, hash, findings);
  checkEnds(records, ends, findings);
  const wanted = latestOf(records);
  for (const { table, key, digestWith, words } of rows) {
    const record = wanted.get(placeOf({ table, key }));
    wanted.delete(placeOf({ table, key }));
    const facts = { table, row: words.length === 0 ? keyText(key, nameOf) : words.join(' · ') };
    if (record === undefined || record.digest === TAKEN_AWAY) findings.add('check.rowUnrecorded', {}, facts);
    else if (record.digest !== digestWith(record.salt))
      findings.add('check.rowChanged', {}, { ...facts, record: record.position });
  }
  for (const { table, key, digest, position } of wanted.values()) {
    if (digest === TAKEN_AWAY || table === TAKEN_UP) continue;
    const voucher = partsOf(key).flatMap((part) => voucherOf(part) ?? [])[0];
    const facts = { table, row: keyText(key, nameOf), record: position };
    if (voucher === undefined) findings.add('check.rowGone', {}, facts);
    else findings.add('check.bookedRowGone', {}, { table, record: position, ...voucher });
  }
}

/** The ids in keys of rows that are on record and are not there. */
export function goneIds(
  records: readonly ChainedRecord[],
  rows: Iterable<Pick<RecordedRow, 'table' | 'key'>>,
): string[] {
  const wanted = latestOf(records);
  for (const row of rows) wanted.delete(placeOf(row));
  const gone = [...wanted.values()].filter(
    ({ digest, table }) => digest !== TAKEN_AWAY && table !== TAKEN_UP,
  );
  return gone.flatMap(({ key }) => partsOf(key)).filter(isId);
}

/** What each row must say: its latest record. */
function latestOf(records: readonly ChainedRecord[]): Map<string, ChainedRecord> {
  return new Map(records.map((record) => [placeOf(record), record]));
}

/** What a key tells a person: what it is about by name, and what else it says. */
function keyText(key: string, nameOf: RecordNames['nameOf']): string {
  return partsOf(key)
    .map((part) => nameOf(part) ?? part)
    .join(' · ');
}

function partsOf(key: string): string[] {
  return key.slice(2, -2).split('","');
}

function placeOf({ table, key }: { readonly table: string; readonly key: string }): string {
  return `${table} ${key}`;
}

function checkLinks(
  records: readonly ChainedRecord[],
  hash: (text: string) => string,
  findings: Findings,
): void {
  let previous = RECORDS_START;
  for (const [index, record] of records.entries()) {
    const expected = recordHash(previous, record, hash);
    const fault =
      record.position !== index + 1
        ? 'gap'
        : record.previousHash !== previous
          ? 'link'
          : record.hash === expected
            ? undefined
            : 'hash';
    if (fault !== undefined) {
      // Everything behind the first break is broken with it.
      findings.add('check.recordBroken', { position: index + 1 }, { fault });
      return;
    }
    previous = record.hash;
  }
}

/** The chain reaches every end that is known, and the one kept beside it is its last. */
function checkEnds(records: readonly ChainedRecord[], ends: readonly RecordsEnd[], findings: Findings): void {
  const last = records.at(-1)?.position ?? 0;
  const cut = ends
    .filter(({ position, hash }) => position > 0 && records[position - 1]?.hash !== hash)
    .sort((one, other) => other.position - one.position)[0];
  if (cut !== undefined) findings.add('check.recordsCut', { position: cut.position }, { last });
  else if (ends[0] !== undefined && ends[0].position < last)
    findings.add('check.recordsAdded', { position: ends[0].position }, { last });
  const { position = 0, hash = RECORDS_START } = records.at(-1) ?? {};
  // What does not hold stays the witness for the next check.
  findings.head = findings.broken === 0 ? { position, hash } : (cut ?? ends.at(-1) ?? { position, hash });
}
