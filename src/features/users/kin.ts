import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Kin, KinKind } from '../../domain/users/near-relatives';
import { run } from '../../platform/database/statements';
import { readPersonIds } from './own-accounts';

/** That the persons of two accounts are near relatives, as an office said it. */
export interface Relative extends Kin {
  /** The office that said it. */
  readonly collectiveId: string;
  /** From 1 on, for each office. */
  readonly number: number;
  /** The two accounts that were named. */
  readonly accounts: readonly [string, string];
  readonly since: CalendarDay;
  readonly paper: string;
  readonly saidBy: string;
  /** ISO instant. */
  readonly saidAt: string;
  /** Who said that it holds no more, when and why; absent while it stands. */
  readonly ended?: { readonly by: string; readonly at: string; readonly why: string };
}

/** Relations, and whose each account is: an account of nobody named is a person of its own. */
export interface ReadKin<Each extends Kin = Relative> {
  readonly kin: readonly Each[];
  readonly personOf: (userId: string) => string;
}

/** Every relation that was said, ended ones too, in the order in which each office said them. */
export async function readRelatives(db: EntityManager): Promise<ReadKin> {
  const rows = await run<RelativeColumns>(
    db,
    `SELECT r.*, e.why, e.ended_by, e.ended_at
     FROM account_relatives r
     LEFT JOIN account_relative_ends e
       ON e.collective_id = r.collective_id AND e.kin_number = r.kin_number
     ORDER BY r.collective_id, r.kin_number`,
    [],
  );
  const known = rows.length === 0 ? new Map<string, string>() : await readPersonIds(db);
  const personOf = (userId: string): string => known.get(userId) ?? userId;
  return { kin: rows.map((row) => relativeOf(row, personOf)), personOf };
}

/** The relations that stand. */
export async function readKin(db: EntityManager): Promise<ReadKin> {
  const { kin, personOf } = await readRelatives(db);
  return { kin: kin.filter(({ ended }) => ended === undefined), personOf };
}

interface RelativeColumns {
  readonly collective_id: string;
  readonly kin_number: number;
  readonly one_id: string;
  readonly other_id: string;
  readonly kin_kind: KinKind;
  readonly kin_since: string;
  readonly paper: string;
  readonly said_by: string;
  readonly said_at: string;
  readonly why: string | null;
  readonly ended_by: string | null;
  readonly ended_at: string | null;
}

function relativeOf(row: RelativeColumns, personOf: ReadKin['personOf']): Relative {
  const { one_id: one, other_id: other, why, ended_by: by, ended_at: at } = row;
  return {
    ...{ collectiveId: row.collective_id, number: row.kin_number, kind: row.kin_kind },
    ...{ accounts: [one, other], persons: [personOf(one), personOf(other)] },
    ...{ since: row.kin_since, paper: row.paper, saidBy: row.said_by, saidAt: row.said_at },
    ...(why === null || by === null || at === null ? {} : { ended: { by, at, why } }),
  };
}
