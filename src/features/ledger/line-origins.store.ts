import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { run } from './ledger.store';
import { LineOriginEntity } from './line-origin.entity';

/** A line of an entry. */
interface LinePlace {
  readonly entryId: string;
  readonly lineNumber: number;
}

/** The days on which the debts arose that a collective's books began with. */
export class Origins {
  constructor(private readonly days: ReadonlyMap<string, CalendarDay>) {}

  /** Nothing where the opening does not say it, and of every debt that was booked since. */
  find({ entryId, lineNumber }: LinePlace): CalendarDay | undefined {
    return this.days.get(keyOf({ entryId, lineNumber }));
  }
}

export async function readOrigins(db: EntityManager, collectiveId: string): Promise<Origins> {
  const rows = await db.findBy(LineOriginEntity, { collectiveId });
  return new Origins(new Map(rows.map((row) => [keyOf(row), row.aroseOn])));
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
