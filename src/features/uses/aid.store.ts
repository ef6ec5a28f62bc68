import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { standingNotes } from '../../domain/uses/aid-notes';
import type { GivenAid } from '../../domain/uses/aid-judging';
import type { AidLine } from '../../domain/uses/aid-rows';
import { localDay } from '../../platform/clock/clock';
import {
  AidAcceptanceEntity,
  AidLineEntity,
  AidListEntity,
  AidNoteEntity,
  AidNoteWithdrawalEntity,
  AidWithdrawalEntity,
} from './aid.entity';

/**
 * Where a list stands: entered and waiting for its steps and another's eyes, owed, taken back by the reversal
 * of its voucher and waiting again, or withdrawn for good.
 */
export type AidState = 'entered' | 'owed' | 'takenBack' | 'withdrawn';

/** A list and where it stands. */
export interface ToldAidList {
  readonly id: string;
  readonly listNumber: number;
  readonly claimId: string;
  readonly kind: string;
  readonly ground: string;
  readonly basis: string;
  readonly pot: Fen | undefined;
  readonly amount: Fen;
  readonly equalReason: string;
  readonly lines: readonly AidLine[];
  /** What was noted with it, by `topic:word`. */
  readonly notes: ReadonlyMap<string, string>;
  readonly noteCount: number;
  readonly enteredBy: string;
  /** The day of its entry by the clock. */
  readonly enteredOn: CalendarDay;
  readonly state: AidState;
  readonly withdrawn: string | undefined;
  /** The last acceptance, also one that was taken back. */
  readonly acceptedOn: CalendarDay | undefined;
  readonly acceptedBy: string | undefined;
  readonly acceptedReason: string;
  readonly voucherEntryId: string | undefined;
}

/** The lists of a collective in the order of entry. @param reversed the vouchers that were taken back */
export async function readAidLists(
  db: EntityManager,
  collectiveId: string,
  reversed: ReadonlySet<string>,
): Promise<ToldAidList[]> {
  const order = { listNumber: 'ASC' } as const;
  const lists = await db.find(AidListEntity, { where: { collectiveId }, order });
  if (lists.length === 0) return [];
  const where = { collectiveId };
  const lines = await db.find(AidLineEntity, { where, order: { listId: 'ASC', lineNumber: 'ASC' } });
  const notes = await db.find(AidNoteEntity, { where, order: { listId: 'ASC', noteNumber: 'ASC' } });
  const off = await db.find(AidNoteWithdrawalEntity, { where });
  const accepted = await db.find(AidAcceptanceEntity, { where, order: { grantId: 'ASC' } });
  const taken = await db.find(AidWithdrawalEntity, { where });
  const linesOf = grouped(lines);
  const notesOf = grouped(notes);
  const acceptedOf = grouped(accepted);
  const whyOf = new Map(taken.map(({ listId, why }) => [listId, why]));
  return lists.map((row) => {
    const own = notesOf.get(row.id) ?? [];
    return {
      ...{ id: row.id, listNumber: row.listNumber, claimId: row.claimId, kind: row.kind },
      ...{ ground: row.forWhat, basis: row.paper, pot: row.pot ?? undefined, amount: row.amount },
      ...{ equalReason: row.reason, enteredBy: row.enteredBy, enteredOn: localDay(row.enteredAt) },
      lines: (linesOf.get(row.id) ?? []).map(lineOf),
      notes: standingNotes(keptOf(own, off)),
      noteCount: own.length,
      ...standingOf(whyOf.get(row.id), acceptedOf.get(row.id) ?? [], reversed),
    };
  });
}

/** The notes of a list that were not withdrawn, in their order. */
export async function readKeptNotes(
  db: EntityManager,
  { collectiveId, listId }: { readonly collectiveId: string; readonly listId: string },
): Promise<AidNoteEntity[]> {
  const where = { collectiveId, listId };
  const notes = await db.find(AidNoteEntity, { where, order: { noteNumber: 'ASC' } });
  return keptOf(notes, await db.find(AidNoteWithdrawalEntity, { where }));
}

function keptOf(notes: readonly AidNoteEntity[], off: readonly AidNoteWithdrawalEntity[]): AidNoteEntity[] {
  return notes.filter(
    ({ listId, noteNumber }) => !off.some((each) => each.listId === listId && each.noteNumber === noteNumber),
  );
}

function standingOf(
  withdrawn: string | undefined,
  acceptances: readonly AidAcceptanceEntity[],
  reversed: ReadonlySet<string>,
): Pick<ToldAidList, 'state' | 'withdrawn' | `accepted${'On' | 'By' | 'Reason'}` | 'voucherEntryId'> {
  const standing = acceptances.find(({ entryId }) => !reversed.has(entryId));
  const last = standing ?? acceptances.at(-1);
  const open: AidState = last === undefined ? 'entered' : 'takenBack';
  const unwithdrawn: AidState = standing === undefined ? open : 'owed';
  return {
    ...{ withdrawn, state: withdrawn === undefined ? unwithdrawn : 'withdrawn' },
    ...{ acceptedOn: last?.acceptedOn, acceptedBy: last?.acceptedBy, acceptedReason: last?.reason ?? '' },
    voucherEntryId: last?.entryId,
  };
}

function lineOf({ memberId, householdId, standard, times, amount, status }: AidLineEntity): AidLine {
  return { memberId, householdId, standard, times, amount, status: status ?? undefined };
}

/** What the lists that are owed gave to whom, on the day of their acceptance. */
export function givenBy(lists: readonly ToldAidList[]): GivenAid[] {
  return lists
    .filter(({ state }) => state === 'owed')
    .flatMap(({ id, kind, acceptedOn = '', lines }) =>
      lines.map(({ memberId, householdId, amount, times }) => {
        return { memberId, householdId, kind, on: acceptedOn, amount, times, roundId: id };
      }),
    );
}

/** Rows of lists by the list they belong to. */
export function grouped<Row extends { readonly listId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const own = groups.get(row.listId) ?? [];
    own.push(row);
    groups.set(row.listId, own);
  }
  return groups;
}
