import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import { factsKept, type KeptReasons } from '../../domain/ledger/kept-facts';
import type { Facts } from '../../domain/shared/domain-error';
import { startOfDay } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';
import type { About } from '../../platform/database/told-about';
import { PlanNamesService } from '../distribution/plan-names.service';

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
  /** Of a refused one its name, where it had begun. */
  readonly asked: string | undefined;
  /** Roles, way and address; blank of what was refused before they were kept. */
  readonly role: string;
  readonly way: string;
  readonly address: string;
  /** Why it was refused, with what its sentence says; none of what was carried out. */
  readonly why: readonly { readonly code: string; readonly facts: Facts }[];
  /** What it was about: which plan, which step, how that ended. */
  readonly about: About;
}

/** So many acts stand on a page. */
export const ACTS_SHOWN = 50;

const NONE = "''";
const ACCEPTED = {
  at: 'accepted_at',
  select: `SELECT collective_id, accepted_at AS at, actor, 'accepted' AS outcome, command, role,
    way, address, ${NONE} AS codes, about AS told, position FROM accepted_commands`,
};
const REFUSED = {
  at: 'refused_at',
  select: `SELECT collective_id, refused_at AS at, actor, 'refused' AS outcome, command,
    COALESCE(role, ${NONE}) AS role, COALESCE(way, ${NONE}) AS way, COALESCE(address, ${NONE}) AS address,
    codes, facts AS told, position FROM refused_commands`,
};

/** Who did what, and what was refused, over several collectives: the newest first. */
@Injectable()
export class ActsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanNamesService,
  ) {}

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
    const told = rows.map((row) => ({ ...row, kept: keptOf(row) }));
    const planIds = told.flatMap(({ kept }) => kept.reasons.of?.['planId'] ?? []);
    const names = await this.plans.listNames(collectiveIds, planIds);
    return told.map(({ collective_id: collectiveId, codes, kept, ...row }) => ({
      ...{ collectiveId, at: row.at, actor: row.actor, outcome: row.outcome, command: row.command },
      ...{ role: row.role, way: row.way, address: row.address, asked: kept.reasons.asked },
      why: (codes === '' ? [] : codes.split(' ')).map((code) => ({
        ...{ code, facts: factsKept(kept.reasons, code) },
      })),
      about: { ...names.get(kept.reasons.of?.['planId'] ?? ''), ...kept.reasons.about, ...kept.about },
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
  readonly told: string | null;
}

/** What was kept beside an act; nothing where a hand wrote what the program does not. */
function keptOf({ outcome, told }: Pick<ActColumns, 'outcome' | 'told'>): {
  readonly about: About;
  readonly reasons: KeptReasons;
} {
  const none = { about: {}, reasons: {} };
  if (told === null) return none;
  try {
    const readAbout: (text: string) => About = JSON.parse;
    const readReasons: (text: string) => KeptReasons = JSON.parse;
    return outcome === 'accepted'
      ? { ...none, about: readAbout(told) }
      : { ...none, reasons: readReasons(told) };
  } catch {
    return none;
  }
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
