import type { EntityManager } from 'typeorm';
import type { CheckedEntry, TakenBack } from '../../domain/ledger/check-pass';
import type { CanonicalVersion } from '../../domain/ledger/hash-chain';
import type { Pool, PoolFlow, Posting, Stream } from '../../domain/ledger/journal-entry';
import { run } from './ledger.store';

/** Behind which entry of the chain the next ones stand; the id tells apart what a hand set on one place. */
export interface ChainCursor {
  readonly position: number;
  readonly entryId: string;
}

/** The next entries of the chain with their lines and what they take back, in the order of the chain. */
export async function readChainEntries(
  db: EntityManager,
  collectiveId: string,
  after: ChainCursor & { readonly count: number },
): Promise<CheckedEntry[]> {
  const entries = await run<EntryColumns>(
    db,
    `SELECT ${ENTRY_COLUMNS} FROM ledger_entries
     WHERE collective_id = ? AND (chain_position, id) > (?, ?) ORDER BY chain_position, id LIMIT ?`,
    [collectiveId, after.position, after.entryId, after.count],
  );
  const lines = await readLines(
    db,
    collectiveId,
    entries.map((entry) => entry.id),
  );
  const originals = await readOriginals(db, collectiveId, entries);
  return entries.map((entry) => checkedEntry(entry, { collectiveId, lines, originals }));
}

/** The first year of which a voucher stands behind a place of the chain; the given one if it is earlier. */
export async function readFirstYearBehind(
  db: EntityManager,
  collectiveId: string,
  { position, year }: { readonly position: number; readonly year: number },
): Promise<number> {
  const [row] = await run<{ first: number | null }>(
    db,
    `SELECT MIN(voucher_year) AS first FROM ledger_entries WHERE collective_id = ? AND chain_position > ?`,
    [collectiveId, position],
  );
  return Math.min(year, row?.first ?? year);
}

const ENTRY_COLUMNS = `id, chain_position, voucher_year, voucher_number, event, posted_on, booked_at,
  about_period, statement_on, chart, summary, source_kind, source_id, prepared_by, reverses_id, reason,
  previous_hash, hash, canonical, attachments, reviewed_by, posted_by`;

interface EntryColumns {
  readonly id: string;
  readonly chain_position: number;
  readonly voucher_year: number;
  readonly voucher_number: number;
  readonly event: string;
  readonly posted_on: string;
  readonly booked_at: string;
  readonly about_period: string;
  readonly statement_on: string;
  readonly chart: string;
  readonly summary: string;
  readonly source_kind: string;
  readonly source_id: string;
  readonly prepared_by: string;
  readonly reverses_id: string | null;
  readonly reason: string | null;
  readonly previous_hash: string;
  readonly hash: string;
  readonly canonical: CanonicalVersion;
  readonly attachments: number;
  readonly reviewed_by: string | null;
  readonly posted_by: string | null;
}

interface LineColumns {
  readonly entry_id: string;
  readonly line_number: number;
  readonly ledger_account: string;
  readonly side: 'debit' | 'credit';
  readonly amount: string;
  readonly pool: Pool;
  readonly pool_flow: PoolFlow | null;
  readonly asset_id: string | null;
  readonly stream: Stream | null;
  readonly generation_month: string | null;
  readonly counterparty: string | null;
  readonly plan_line_id: string | null;
  readonly statement_on: string;
}

interface LinesOf {
  readonly postings: Posting[];
  readonly days: string[];
  readonly numbers: number[];
}

const NO_LINES: LinesOf = { postings: [], days: [], numbers: [] };

async function readLines(
  db: EntityManager,
  collectiveId: string,
  entryIds: readonly string[],
): Promise<Map<string, LinesOf>> {
  if (entryIds.length === 0) return new Map();
  const rows = await run<LineColumns>(
    db,
    `SELECT entry_id, line_number, ledger_account, side, CAST(amount_fen AS TEXT) AS amount, pool, pool_flow,
       asset_id, stream, generation_month, counterparty, plan_line_id, statement_on
     FROM ledger_lines WHERE collective_id = ? AND entry_id IN (${marks(entryIds.length)})
     ORDER BY entry_id, line_number`,
    [collectiveId, ...entryIds],
  );
  const lines = new Map<string, LinesOf>();
  for (const row of rows) {
    const own = lines.get(row.entry_id) ?? { postings: [], days: [], numbers: [] };
    lines.set(row.entry_id, own);
    own.postings.push(postingOf(row));
    own.days.push(row.statement_on);
    own.numbers.push(row.line_number);
  }
  return lines;
}

/** What the reversals among these entries take back, each with the first reversal of it. */
async function readOriginals(
  db: EntityManager,
  collectiveId: string,
  entries: readonly EntryColumns[],
): Promise<Map<string, TakenBack>> {
  const ids = [...new Set(entries.flatMap((entry) => entry.reverses_id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await run<EntryColumns>(
    db,
    `SELECT ${ENTRY_COLUMNS} FROM ledger_entries WHERE collective_id = ? AND id IN (${marks(ids.length)})`,
    [collectiveId, ...ids],
  );
  const firsts = await run<{ reverses_id: string; first: number }>(
    db,
    `SELECT reverses_id, MIN(chain_position) AS first FROM ledger_entries
     WHERE collective_id = ? AND reverses_id IS NOT NULL AND reverses_id IN (${marks(ids.length)})
     GROUP BY reverses_id`,
    [collectiveId, ...ids],
  );
  const lines = await readLines(db, collectiveId, ids);
  const taken = rows.map((row): [string, TakenBack] => [
    row.id,
    {
      position: row.chain_position,
      voucher: { year: row.voucher_year, number: row.voucher_number },
      postedOn: row.posted_on,
      statementOn: row.statement_on,
      isReversal: row.reverses_id !== null,
      firstReversal: firsts.find((each) => each.reverses_id === row.id)?.first ?? 0,
      postings: lines.get(row.id)?.postings ?? [],
    },
  ]);
  return new Map(taken);
}

function checkedEntry(
  row: EntryColumns,
  given: {
    readonly collectiveId: string;
    readonly lines: ReadonlyMap<string, LinesOf>;
    readonly originals: ReadonlyMap<string, TakenBack>;
  },
): CheckedEntry {
  const { postings, days, numbers } = given.lines.get(row.id) ?? NO_LINES;
  const original = row.reverses_id === null ? undefined : given.originals.get(row.reverses_id);
  return {
    collectiveId: given.collectiveId,
    entryId: row.id,
    position: row.chain_position,
    voucher: { year: row.voucher_year, number: row.voucher_number },
    event: row.event,
    postedOn: row.posted_on,
    bookedAt: row.booked_at,
    aboutPeriod: row.about_period,
    statementOn: row.statement_on,
    chart: row.chart,
    summary: row.summary,
    source: { kind: row.source_kind, id: row.source_id },
    attachments: row.attachments,
    preparedBy: row.prepared_by,
    ...optional('reviewedBy', row.reviewed_by),
    ...optional('postedBy', row.posted_by),
    ...optional('reversesId', row.reverses_id),
    ...optional('reason', row.reason),
    canonical: row.canonical,
    previousHash: row.previous_hash,
    hash: row.hash,
    postings,
    lineDays: days,
    lineNumbers: numbers,
    ...(original === undefined ? {} : { original }),
  };
}

function postingOf(row: LineColumns): Posting {
  return {
    ledgerAccount: row.ledger_account,
    side: row.side,
    amount: BigInt(row.amount),
    pool: row.pool,
    ...optional('poolFlow', row.pool_flow),
    ...optional('assetId', row.asset_id),
    ...optional('stream', row.stream),
    ...optional('generationMonth', row.generation_month),
    ...optional('counterparty', row.counterparty),
    ...optional('planLineId', row.plan_line_id),
  };
}

/** A value under its name where there is one. */
function optional<Name extends string, Value>(
  name: Name,
  value: Value | null,
): { readonly [Key in Name]?: Value } {
  if (value === null) return {};
  const named: { [Key in Name]?: Value } = {};
  named[name] = value;
  return named;
}

function marks(count: number): string {
  return Array(count).fill('?').join(', ');
}
