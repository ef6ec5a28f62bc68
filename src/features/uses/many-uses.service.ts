import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { leftList } from '../../domain/collectives/roster';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import type { Claim } from '../../domain/uses/claim';
import type { OwedListKind } from '../../domain/uses/owed-people';
import { type Appointment, endedByList, isOnPost, type LeavingPost } from '../../domain/uses/post';
import { groupedBy } from '../../domain/shared/grouped';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';
import { ManyRostersService } from '../collectives/many-rosters.service';

/** What one person has on a list that somebody else accepted, and the voucher by which it is owed. */
export interface AcceptedLine {
  readonly collectiveId: string;
  readonly entryId: string;
  readonly kind: OwedListKind;
  readonly memberId: string;
  readonly amount: Fen;
  /** Whether the household was one of those to be helped. */
  readonly helped: boolean;
  /** The last day of a sheet of a work for relief; undefined of everything else. */
  readonly reliefTo: CalendarDay | undefined;
}

interface LineRow {
  readonly collective_id: string;
  readonly entry_id: string;
  readonly member_id: string;
  readonly amount: string;
  readonly standing: string | null;
  readonly relief_to: string | null;
}

const LISTS: Readonly<Record<OwedListKind, string>> = {
  posts: `SELECT a.collective_id, a.entry_id, p.member_id, CAST(l.amount_fen AS TEXT) AS amount,
      p.target_group AS standing, NULL AS relief_to
    FROM attendance_acceptances a
    JOIN attendance_lines l ON l.collective_id = a.collective_id AND l.sheet_id = a.sheet_id
    JOIN post_appointments p ON p.collective_id = l.collective_id AND p.id = l.appointment_id`,
  works: `SELECT a.collective_id, a.entry_id, l.member_id, CAST(l.amount_fen AS TEXT) AS amount,
      l.status AS standing, CASE WHEN w.investment_fen IS NULL THEN NULL ELSE s.to_day END AS relief_to
    FROM work_acceptances a
    JOIN work_sheets s ON s.collective_id = a.collective_id AND s.id = a.sheet_id
    JOIN works w ON w.collective_id = s.collective_id AND w.id = s.work_id
    JOIN work_sheet_lines l ON l.collective_id = s.collective_id AND l.sheet_id = s.id`,
  aid: `SELECT a.collective_id, a.entry_id, l.member_id, CAST(l.amount_fen AS TEXT) AS amount,
      l.status AS standing, NULL AS relief_to
    FROM aid_acceptances a
    JOIN aid_lines l ON l.collective_id = a.collective_id AND l.list_id = a.list_id`,
};

/** Who accepted, by the table of each kind. */
const ACCEPTED_BY = {
  attendance_acceptances: 'entered_by',
  work_acceptances: 'accepted_by',
  aid_acceptances: 'accepted_by',
  industry_acceptances: 'accepted_by',
} as const;

const KINDS: readonly OwedListKind[] = ['posts', 'works', 'aid'];

interface AppointmentRow {
  readonly collective_id: string;
  readonly id: string;
  readonly appointment_number: number;
  readonly post_id: string;
  readonly member_id: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly left_on: string | null;
  readonly why: LeavingPost | null;
}

/** What many villages use their surplus for, asked of all of them together. */
@Injectable()
export class ManyUsesService {
  constructor(
    private readonly database: Database,
    private readonly rosters: ManyRostersService,
  ) {}

  /** Every line of every list that was accepted, also of those that were taken back since. */
  async listAccepted(
    collectiveIds: readonly string[],
    kinds: readonly OwedListKind[] = KINDS,
  ): Promise<AcceptedLine[]> {
    const found: AcceptedLine[] = [];
    for (const kind of kinds)
      for (const row of await this.ask<LineRow>(`${LISTS[kind]} WHERE a.collective_id`, collectiveIds))
        found.push({
          ...{ collectiveId: row.collective_id, entryId: row.entry_id, kind, memberId: row.member_id },
          ...{ amount: BigInt(row.amount), helped: (row.standing ?? '') !== '' },
          reliefTo: row.relief_to ?? undefined,
        });
    return found;
  }

  /** Who accepted the lists and stages by which these vouchers owe. */
  async handsOf(
    db: EntityManager,
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<readonly string[]> {
    const ids = [...new Set(entryIds)];
    const found: string[] = [];
    for (const [table, by] of Object.entries(ACCEPTED_BY)) {
      const rows = await run<{ accepted_by: string }>(
        db,
        `SELECT ${by} AS accepted_by FROM ${table}
         WHERE collective_id = ? AND entry_id IN (${placeholders(ids)})`,
        [collectiveId, ...ids],
      );
      found.push(...rows.map((row) => row.accepted_by));
    }
    return found;
  }

  /** The day on which the first of some debts was booked; undefined where there is none. */
  async owedSince(
    db: EntityManager,
    collectiveId: string,
    entryIds: readonly string[],
  ): Promise<CalendarDay | undefined> {
    const ids = [...new Set(entryIds)];
    if (ids.length === 0) return undefined;
    const [row] = await run<{ readonly since: string | null }>(
      db,
      `SELECT MIN(posted_on) AS since FROM ledger_entries
       WHERE collective_id = ? AND id IN (${placeholders(ids)})`,
      [collectiveId, ...ids],
    );
    return row?.since ?? undefined;
  }

  /** The claims that were ever named, by id. */
  async listClaims(
    collectiveIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<Claim, 'pool' | 'bucket' | 'unit' | 'targetGroup'>>> {
    const rows = await this.ask<{
      readonly id: string;
      readonly pool: Pool;
      readonly bucket: string;
      readonly unit: Claim['unit'];
      readonly target_group: string;
    }>('SELECT id, pool, bucket, unit, target_group FROM claims WHERE collective_id', collectiveIds);
    return new Map(
      rows.map(({ id, pool, bucket, unit, target_group: targetGroup }) => [
        id,
        { pool, bucket, unit, targetGroup },
      ]),
    );
  }

  /** How many people are on posts on a day, by village; nothing of a village that kept no post until then. */
  async countOnPosts(
    collectiveIds: readonly string[],
    day: CalendarDay,
  ): Promise<ReadonlyMap<string, number>> {
    const posts = await this.ask<{ collective_id: string; opened_on: string }>(
      'SELECT collective_id, MIN(opened_on) AS opened_on FROM posts WHERE collective_id',
      collectiveIds,
      'GROUP BY collective_id',
    );
    const keeping = posts.filter(({ opened_on: on }) => on <= day).map(({ collective_id: id }) => id);
    if (keeping.length === 0) return new Map();
    const rows = await this.ask<AppointmentRow>(
      `SELECT a.collective_id, a.id, a.appointment_number, a.post_id, a.member_id, a.from_day, a.to_day,
         v.left_on, v.why
       FROM post_appointments a LEFT JOIN post_leavings v
         ON v.collective_id = a.collective_id AND v.appointment_id = a.id
       WHERE a.collective_id`,
      keeping,
    );
    const byVillage = groupedBy(rows, ({ collective_id: id }) => id);
    const living = await this.rosters.listLiving(keeping);
    return new Map(
      keeping.map((id) => {
        const left = leftList(living.get(id) ?? []);
        const own = byVillage.get(id) ?? [];
        const there = own.map(appointmentOf).filter((each) => isOnPost(endedByList(each, left), day));
        return [id, new Set(there.map(({ memberId }) => memberId)).size];
      }),
    );
  }

  private async ask<Row>(sql: string, collectiveIds: readonly string[], after = ''): Promise<Row[]> {
    const rows: Row[] = [];
    for (const ids of inGroups(collectiveIds))
      rows.push(...(await run<Row>(this.database.reader, `${sql} IN (${placeholders(ids)}) ${after}`, ids)));
    return rows;
  }
}

function appointmentOf(row: AppointmentRow): Appointment {
  const { id, appointment_number: number, post_id: postId, member_id: memberId } = row;
  const left = row.left_on === null || row.why === null ? undefined : { on: row.left_on, why: row.why };
  return { id, number, postId, memberId, from: row.from_day, to: row.to_day, left };
}
