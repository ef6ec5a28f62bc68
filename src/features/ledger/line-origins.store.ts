import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { daysOfFirst } from '../../domain/ledger/report-ageing';
import { run } from './ledger.store';
import { LineOriginEntity } from './line-origin.entity';

/** A line of an entry. */
interface LinePlace {
  readonly entryId: string;
  readonly lineNumber: number;
}

/** The days on which debts arose that their own vouchers do not say. */
export class Origins {
  /**
   * @param days of the debts that the books began with, line by line
   * @param replaced of what was entered anew: the day of the voucher whose place it took
   */
  constructor(
    private readonly days: ReadonlyMap<string, CalendarDay>,
    private readonly replaced: ReadonlyMap<string, CalendarDay>,
  ) {}

  /** Nothing where the opening does not say it, and of what was booked since and took nothing's place. */
  find({ entryId, lineNumber }: LinePlace): CalendarDay | undefined {
    return this.days.get(keyOf({ entryId, lineNumber })) ?? this.replaced.get(entryId);
  }
}

export async function readOrigins(db: EntityManager, collectiveId: string): Promise<Origins> {
  const rows = await db.findBy(LineOriginEntity, { collectiveId });
  const anew = await run<{ readonly entry_id: string; readonly first_id: string; readonly first_on: string }>(
    db,
    `SELECT a.entry_id, o.id AS first_id, o.posted_on AS first_on FROM reentries a
       JOIN ledger_entries o ON o.collective_id = a.collective_id AND o.id = a.corrects_id
       JOIN ledger_entries r ON r.collective_id = a.collective_id AND r.reverses_id = a.corrects_id
     WHERE a.collective_id = ? AND r.reason <> 'wrongDate' AND o.source_kind <> 'opening'`,
    [collectiveId],
  );
  const pairs = anew.map((row) => ({ id: row.entry_id, firstId: row.first_id, firstOn: row.first_on }));
  return new Origins(new Map(rows.map((row) => [keyOf(row), row.aroseOn])), daysOfFirst(pairs));
}

/** The entry of a day that stands beside no opening, if there is one. */
export async function findOriginElsewhere(
  db: EntityManager,
  collectiveId: string,
): Promise<string | undefined> {
  const [row] = await run<{ entry_id: string }>(
    db,
    `SELECT o.entry_id FROM line_origins o
       LEFT JOIN ledger_entries e ON e.collective_id = o.collective_id AND e.id = o.entry_id
     WHERE o.collective_id = ? AND (e.id IS NULL OR e.source_kind <> ? OR e.reverses_id IS NOT NULL) LIMIT 1`,
    [collectiveId, 'opening'],
  );
  return row?.entry_id;
}

function keyOf({ entryId, lineNumber }: LinePlace): string {
  return `${entryId} ${String(lineNumber)}`;
}
