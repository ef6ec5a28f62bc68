import type { JournalEntry } from '../../src/domain/ledger/journal-entry';

/**
 * What the floors write: every fact of an entry and of its lines that the service keeps, as wide as there,
 * with the keys an entry and a line need and nothing else: no guards, no links, nothing reckoned.
 */
export const FLOOR_ENTRY_COLUMNS = `village text, number bigint, id text, position bigint, year integer,
  event text, posted_on text, booked_at text, about_period text, statement_on text, chart text, summary text,
  source_kind text, source_id text, prepared_by text, reverses_id text, reason text, previous_hash text,
  hash text, canonical integer, attachments integer, reviewed_by text, posted_by text`;
export const FLOOR_LINE_COLUMNS = `village text, entry bigint, line integer, entry_id text, account text,
  side text, amount bigint, pool text, pool_flow text, asset_id text, stream text, generation_month text,
  counterparty text, plan_line_id text, statement_on text`;

const ID = '01976f4e-2b1a-7c3d-8e4f-0123456789ab';
const HASH = '0123456789abcdef'.repeat(4);
const AT = '2025-01-31T08:00:00.000Z';

/** A row of an entry, in the order of its columns. */
export function floorEntryRow(village: string, number: number, entry: JournalEntry): unknown[] {
  const { event, postedOn, aboutPeriod, statementOn, summary, source } = entry;
  const year = Number(postedOn.slice(0, 4));
  const days = [postedOn, AT, aboutPeriod, statementOn];
  const by = ['bench', null, null];
  const row = [village, number, ID, number, year, event, ...days, '2023', summary, source.kind, source.id];
  return [...row, ...by, HASH, HASH, 2, 0, null, 'bench'];
}

/** The rows of its lines. */
export function floorLineRows(village: string, number: number, entry: JournalEntry): unknown[][] {
  return entry.postings.map((line, index) => [
    village,
    number,
    index,
    ID,
    line.ledgerAccount,
    line.side,
    line.amount,
    line.pool,
    line.poolFlow ?? null,
    null,
    line.stream ?? null,
    null,
    null,
    null,
    entry.statementOn,
  ]);
}

/** A statement that inserts a row of so many columns, with placeholders as both engines read them. */
export function floorInsert(table: string, columns: string): string {
  const places = columns.split(',').map((_column, index) => `$${String(index + 1)}`);
  return `INSERT INTO ${table} VALUES (${places.join(', ')})`;
}
