import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import { type Crossing, crossingsBetween, meantBy } from '../../domain/ledger/crossing';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import { wornMonthOf } from '../../domain/ledger/prior-year-move';
import { isIncomeOrExpense } from '../../domain/ledger/statement-layout';
import { placesFor } from '../../domain/ledger/reentered';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { run } from './ledger.store';

/** What people type, or book month by month; what is booked along with it or delivered follows that. */
const TYPED = ['incomeDue', 'settlement', 'deduction', 'manual', 'recurring'];

/** Later than any change of a chart. */
const EVER = '9999-12-31';

/** What is booked later than the year it is about. */
type LateFact = Pick<JournalEntry, 'postedOn' | 'aboutPeriod' | 'postings' | 'source'>;

/**
 * Refuses a fact of an earlier year as a new one while a reversed voucher like it waits to be entered anew:
 * as a new one it would be income or a cost of this year, though the reversal took it from that one. Like it
 * is of the same step, or of one whose place it takes, of the same pool, account, asset, month and other
 * party; where asset or day was what was wrong, of any asset or of any month of the year. What was booked
 * twice or is not ours waits for nothing.
 * @throws DomainError `reentry.waits`
 */
export async function requireNoneWaits(
  tx: EntityManager,
  collectiveId: string,
  {
    entry,
    chart,
    crossings,
  }: {
    readonly entry: LateFact;
    readonly chart: Chart;
    /** Every change of the chart: what waits may be of one before, on accounts that mean the same. */
    readonly crossings: readonly Crossing[];
  },
): Promise<void> {
  const { source, aboutPeriod } = entry;
  if (!TYPED.includes(source.kind) || wornMonthOf(entry, chart) !== undefined) return;
  const year = yearOf(aboutPeriod);
  const lines = await readWaiting(tx, collectiveId, { kind: source.kind, year });
  const found = lines.find(
    (line) =>
      isFromEarlier(line) &&
      (line.about_period === aboutPeriod || line.reason === 'wrongDate') &&
      isOnSame(line, entry, { chart, crossings }) &&
      isOfSame(
        lines.filter(({ entry_id }) => entry_id === line.entry_id),
        entry,
      ),
  );
  if (found === undefined) return;
  const number = voucherNumberText(found.voucher_number);
  const back = String(yearOf(found.moved_to ?? found.posted_on));
  throw new DomainError('reentry.waits', { year: String(found.voucher_year), number, back });
}

/**
 * Whether its reversal took it from an earlier year: of a later year than the voucher, or of what was moved
 * to an earlier year itself. What was put right within its own year is done with.
 */
function isFromEarlier({ posted_on, reversed_on, moved_to }: WaitingLine): boolean {
  return yearOf(reversed_on) > yearOf(posted_on) || moved_to !== null;
}

/** Whether a line is income or a cost on an account, pool and asset of the entry. */
function isOnSame(
  line: WaitingLine,
  { postings }: LateFact,
  { chart, crossings }: { readonly chart: Chart; readonly crossings: readonly Crossing[] },
): boolean {
  const crossed = crossingsBetween(crossings, { from: line.posted_on, to: EVER });
  const accounts = meantBy(line.ledger_account, crossed);
  return postings.some(
    ({ ledgerAccount, pool, assetId = null }) =>
      isIncomeOrExpense(chart, ledgerAccount) &&
      accounts.includes(ledgerAccount) &&
      line.pool === pool &&
      (line.asset_id === assetId || line.reason === 'wrongAsset'),
  );
}

/** Whether both may be with one other party: where either names nobody, nothing speaks against it. */
function isOfSame(lines: readonly WaitingLine[], { postings }: LateFact): boolean {
  const named = lines.flatMap(({ counterparty }) => counterparty ?? []);
  const own = postings.flatMap(({ counterparty }) => counterparty ?? []);
  return named.length === 0 || own.length === 0 || own.some((each) => named.includes(each));
}

interface WaitingLine {
  readonly entry_id: string;
  readonly posted_on: string;
  readonly reversed_on: string;
  readonly about_period: string;
  readonly voucher_year: number;
  readonly voucher_number: number;
  /** A month of the earlier year to which its own income and expense were moved. */
  readonly moved_to: string | null;
  /** Why it was reversed. */
  readonly reason: string;
  readonly ledger_account: string;
  readonly pool: string;
  readonly asset_id: string | null;
  readonly counterparty: string | null;
}

/** The lines of what a step booked about a year, what was reversed and has nothing in its place. */
function readWaiting(
  tx: EntityManager,
  collectiveId: string,
  { kind, year }: { readonly kind: string; readonly year: number },
): Promise<WaitingLine[]> {
  const kinds = placesFor(kind);
  return run<WaitingLine>(
    tx,
    `SELECT e.id AS entry_id, e.posted_on, e.about_period, e.voucher_year, e.voucher_number,
       m.about_period AS moved_to, r.reason, r.posted_on AS reversed_on,
       l.ledger_account, l.pool, l.asset_id, l.counterparty
     FROM ledger_entries r
     JOIN ledger_entries e ON e.collective_id = r.collective_id AND e.id = r.reverses_id
     JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
     LEFT JOIN ledger_entries m ON m.collective_id = e.collective_id
       AND m.chain_position = e.chain_position + 1 AND m.source_kind = ? AND m.source_id = e.id
     WHERE r.collective_id = ? AND r.reason IN ('wrongAmount', 'wrongAsset', 'wrongDate')
       AND e.source_kind IN (${kinds.map(() => '?').join()}) AND e.about_period >= ? AND e.about_period <= ?
       AND NOT EXISTS (SELECT 1 FROM reentries n
         WHERE n.collective_id = e.collective_id AND n.corrects_id = e.id)
     ORDER BY e.chain_position, l.line_number`,
    [PRIOR_YEAR.move, collectiveId, ...kinds, `${String(year)}-01`, `${String(year)}-12`],
  );
}
