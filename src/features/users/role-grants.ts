import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { isHeldOn, type RoleDays } from '../../domain/users/role-days';
import { insertRecorded } from '../../platform/audit/records';
import { run } from '../../platform/database/statements';
import type { HeldRole, RoleName } from '../../platform/http/actor';
import { RoleEndEntity } from './role-end.entity';
import { RoleGrantEntity } from './role-grant.entity';

/** A role given to a person, with its end where it has one. */
export interface RoleGrant extends HeldRole, RoleDays {
  /** From 1 on, for each collective. */
  readonly number: number;
  readonly userId: string;
  readonly givenBy: string;
  /** ISO instant. */
  readonly givenAt: string;
  readonly paper: string | null;
  /** The grant that was handed over to this one. */
  readonly takenFrom: number | null;
  /** Who ended it, when and on what; absent where nobody did. */
  readonly ended?: { readonly by: string; readonly at: string; readonly paper: string | null };
}

/** Whose grants are asked for; those of everybody where nothing is said. */
export interface GrantsAsked {
  readonly userId?: string;
  /** Of several at any of them. */
  readonly collectiveId?: string | readonly [string, ...string[]];
}

/** Every grant of a person or at a collective, ended ones too, in the order in which they were given. */
export async function readGrants(db: EntityManager, asked: GrantsAsked): Promise<RoleGrant[]> {
  const wanted = Object.entries({ user_id: asked.userId, collective_id: asked.collectiveId });
  const given = wanted.flatMap(([column, value]) =>
    value === undefined ? [] : [{ column, values: typeof value === 'string' ? [value] : value }],
  );
  const among = (values: readonly string[]): string => values.map(() => '?').join(', ');
  const where = given.map(({ column, values }) => `g.${column} IN (${among(values)})`).join(' AND ');
  const rows = await run<GrantColumns>(
    db,
    `SELECT g.*, e.last_day, e.ended_by, e.ended_at, e.paper AS end_paper
     FROM role_grants g
     LEFT JOIN role_ends e ON e.collective_id = g.collective_id AND e.grant_number = g.number
     ${where === '' ? '' : `WHERE ${where}`} ORDER BY g.collective_id, g.number`,
    given.flatMap(({ values }) => values),
  );
  return rows.map(grantOf);
}

interface GrantColumns {
  readonly collective_id: string;
  readonly number: number;
  readonly user_id: string;
  readonly role: RoleName;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly given_by: string;
  readonly given_at: string;
  readonly paper: string | null;
  readonly taken_from: number | null;
  readonly last_day: string | null;
  readonly ended_by: string | null;
  readonly ended_at: string | null;
  readonly end_paper: string | null;
}

function grantOf(row: GrantColumns): RoleGrant {
  const { ended_by: by, ended_at: at } = row;
  return {
    ...{ collectiveId: row.collective_id, number: row.number, userId: row.user_id, role: row.role },
    ...{ from: row.from_day, to: row.last_day ?? row.to_day, paper: row.paper, takenFrom: row.taken_from },
    ...{ givenBy: row.given_by, givenAt: row.given_at },
    ...(by === null || at === null ? {} : { ended: { by, at, paper: row.end_paper } }),
  };
}

/** The roles that are held on a day, of these grants; each once. */
export function rolesOn(grants: readonly RoleGrant[], day: CalendarDay): HeldRole[] {
  const roles = new Map<string, HeldRole>();
  for (const grant of grants) {
    const { role, collectiveId } = grant;
    if (isHeldOn(grant, day)) roles.set(`${role} ${collectiveId}`, { role, collectiveId });
  }
  return [...roles.values()];
}

/** What a person is on a day, wherever. */
export async function readRoles(db: EntityManager, userId: string, day: CalendarDay): Promise<HeldRole[]> {
  return rolesOn(await readGrants(db, { userId }), day);
}

/** A grant to be put on record. */
export interface NewGrant extends RoleDays {
  readonly collectiveId: string;
  readonly userId: string;
  readonly role: RoleName;
  readonly by: string;
  readonly at: string;
  /** Blank where none was named. */
  readonly paper?: string | undefined;
  readonly takenFrom?: number;
}

/** Puts a role that is given on record, under the lock of where it is held. @returns its number there */
export async function insertGrant(tx: EntityManager, grant: NewGrant): Promise<number> {
  const { collectiveId, userId, role, from, to, by, at, paper, takenFrom } = grant;
  const number = ((await tx.maximum(RoleGrantEntity, 'number', { collectiveId })) ?? 0) + 1;
  await insertRecorded(tx, RoleGrantEntity, {
    ...{ collectiveId, number, userId, role, fromDay: from, toDay: to, givenBy: by, givenAt: at },
    ...{ paper: namedPaper(paper), takenFrom: takenFrom ?? null },
  });
  return number;
}

/** The end of a grant to be put on record. */
export interface NewEnd {
  readonly lastDay: CalendarDay;
  readonly by: string;
  readonly at: string;
  /** Blank where none was named. */
  readonly paper?: string | undefined;
}

/** Puts the end of a grant on record, under the lock of where the role is held. */
export async function insertEnd(
  tx: EntityManager,
  { collectiveId, number }: Pick<RoleGrant, 'collectiveId' | 'number'>,
  { lastDay, by, at, paper }: NewEnd,
): Promise<void> {
  await insertRecorded(tx, RoleEndEntity, {
    ...{ collectiveId, grantNumber: number, lastDay, endedBy: by, endedAt: at, paper: namedPaper(paper) },
  });
}

function namedPaper(paper: string | undefined): string | null {
  const named = paper?.trim() ?? '';
  return named === '' ? null : named;
}
