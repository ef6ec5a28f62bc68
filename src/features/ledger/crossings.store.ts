import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { ChartMapping } from '../../domain/ledger/chart-mapping';
import type { Crossing } from '../../domain/ledger/crossing';
import { run } from '../../platform/database/statements';
import type { ChartService } from './chart.service';

interface ChangeRow {
  readonly valid_from: CalendarDay;
  readonly from_chart: string;
  readonly to_chart: string;
  readonly closing_entry_id: string | null;
  readonly opening_entry_id: string | null;
  readonly choices: string;
}

/** Whose books, and the region whose details their charts have. */
export interface CrossedBooks {
  readonly collectiveId: string;
  readonly regionPath: readonly string[];
}

/**
 * The changes of the chart as a reversal goes through them, oldest first: what was carried where, as their
 * vouchers say it, and the mapping for the rest. One whose charts no file holds is left out: nothing is
 * taken back through it, and a check goes on.
 */
export async function readCrossings(
  db: EntityManager,
  charts: ChartService,
  { collectiveId, regionPath }: CrossedBooks,
): Promise<Crossing[]> {
  const rows = await run<ChangeRow>(
    db,
    `SELECT valid_from, from_chart, to_chart, closing_entry_id, opening_entry_id, choices FROM chart_changes
     WHERE collective_id = ? ORDER BY valid_from`,
    [collectiveId],
  );
  const crossings: Crossing[] = [];
  for (const row of rows) {
    const old = charts.findChart(row.from_chart, regionPath);
    const now = charts.findChart(row.to_chart, regionPath);
    if (old === undefined || now === undefined) continue;
    const mapping = charts.findMapping({ old, now }) ?? nothingMapped(old, now);
    const carried = await readCarried(db, collectiveId, row);
    crossings.push({
      validFrom: row.valid_from,
      choices: readChoices(row.choices),
      ...{ old, now, mapping, carried },
    });
  }
  return crossings;
}

/** By old account the new ones that the two vouchers of a change name: they hold the same in one order. */
async function readCarried(
  db: EntityManager,
  collectiveId: string,
  { closing_entry_id: out, opening_entry_id: into }: ChangeRow,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await run<{ code: string; now: string }>(
    db,
    `SELECT DISTINCT o.ledger_account AS code, i.ledger_account AS now
     FROM ledger_lines o JOIN ledger_lines i
       ON i.collective_id = o.collective_id AND i.entry_id = ? AND i.line_number = o.line_number
     WHERE o.collective_id = ? AND o.entry_id = ? ORDER BY o.ledger_account, i.ledger_account`,
    [into, collectiveId, out],
  );
  const carried = new Map<string, string[]>();
  for (const { code, now } of rows) carried.set(code, [...(carried.get(code) ?? []), now]);
  return carried;
}

function nothingMapped(old: Chart, now: Chart): ChartMapping {
  return { from: old.version, to: now.version, accounts: new Map() };
}

/** What this program wrote itself, read back; what a hand has spoilt chooses nothing. */
function readChoices(text: string): Readonly<Record<string, string>> {
  try {
    const read: unknown = JSON.parse(text);
    return isChoices(read) ? read : {};
  } catch {
    return {};
  }
}

function isChoices(read: unknown): read is Readonly<Record<string, string>> {
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}
