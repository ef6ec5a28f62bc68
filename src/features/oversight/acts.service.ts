import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import { startOfDay } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';

/** Which acts are looked for. */
export interface ActsAsked {
  /** The collectives in whose books they were given. */
  readonly collectiveIds: readonly string[];
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** The id of one person; everybody where absent. */
  readonly actor: string | undefined;
  /** Only what was carried out, or only what was refused; both where absent. */
  readonly outcome: 'accepted' | 'refused' | undefined;
  /** How many of the newest are left out. */
  readonly skipped: number;
}

/** Something that a person did or tried. */
export interface Act {
  readonly collectiveId: string;
  readonly at: string;
  readonly actor: string;
  readonly outcome: 'accepted' | 'refused';
  /** Name of the command; of a refused one method and pattern of its address. */
  readonly command: string;
  /** Roles, way and address; blank of what was refused before they were kept. */
  readonly role: string;
  readonly way: string;
  readonly address: string;
  /** Why it was refused; none of what was carried out. */
  readonly codes: readonly string[];
}

/** So many acts stand on a page. */
export const ACTS_SHOWN = 50;

const NONE = "''";
const ACCEPTED = {
  at: 'accepted_at',
  select: `SELECT collective_id, accepted_at AS at, actor, 'accepted' AS outcome, command, role,
    way, address, ${NONE} AS codes, position FROM accepted_commands`,
};
const REFUSED = {
  at: 'refused_at',
  select: `SELECT collective_id, refused_at AS at, actor, 'refused' AS outcome, command,
    COALESCE(role, ${NONE}) AS role, COALESCE(way, ${NONE}) AS way, COALESCE(address, ${NONE}) AS address,
    codes, position FROM refused_commands`,
};

/** Who did what, and what was refused, over several collectives: the newest first. */
@Injectable()
export class ActsService {
  constructor(private readonly database: Database) {}

  /** One more than {@link ACTS_SHOWN} where there are older ones. */
  async listActs(asked: ActsAsked): Promise<Act[]> {
    const { collectiveIds, outcome } = asked;
    if (collectiveIds.length === 0) return [];
    const parts = [
      ...(outcome === 'refused' ? [] : [partOf(ACCEPTED, asked)]),
      ...(outcome === 'accepted' ? [] : [partOf(REFUSED, asked)]),
    ];
    const rows = await run<ActColumns>(
      this.database.reader,
      `SELECT * FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) acts
       ORDER BY at DESC, outcome, collective_id, position DESC LIMIT ? OFFSET ?`,
      [...parts.flatMap(({ values }) => values), ACTS_SHOWN + 1, asked.skipped],
    );
    return rows.map(({ collective_id: collectiveId, codes, ...row }) => ({
      ...{ collectiveId, at: row.at, actor: row.actor, outcome: row.outcome, command: row.command },
      ...{ role: row.role, way: row.way, address: row.address, codes: codes === '' ? [] : codes.split(' ') },
    }));
  }
}

interface ActColumns {
  readonly collective_id: string;
  readonly at: string;
  readonly actor: string;
  readonly outcome: Act['outcome'];
  readonly command: string;
  readonly role: string;
  readonly way: string;
  readonly address: string;
  readonly codes: string;
}

/** One of the two registers, within the days and of the person asked for. */
function partOf(
  { select, at }: { readonly select: string; readonly at: string },
  { collectiveIds, from, to, actor }: ActsAsked,
): { readonly sql: string; readonly values: readonly string[] } {
  const places = collectiveIds.map(() => '?').join(', ');
  const ofPerson = actor === undefined ? '' : ' AND actor = ?';
  return {
    sql: `${select} WHERE collective_id IN (${places}) AND ${at} >= ? AND ${at} < ?${ofPerson}`,
    values: [
      ...collectiveIds,
      // An instant of the day at noon lies in it, whatever the zone.
      startOfDay(`${from}T04:00:00.000Z`),
      startOfDay(`${addDays(to, 1)}T04:00:00.000Z`),
      ...(actor === undefined ? [] : [actor]),
    ],
  };
}
