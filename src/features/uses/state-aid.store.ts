import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { GivenAid } from '../../domain/uses/aid-judging';
import { standingNotes } from '../../domain/uses/aid-notes';
import type { AidLine } from '../../domain/uses/aid-rows';
import { grouped } from './aid.store';
import type { StateLevel } from '../../domain/uses/state-aid';
import {
  StateAidLineEntity,
  StateAidListEntity,
  StateAidNoteEntity,
  StateAidWithdrawalEntity,
} from './state-aid.entity';

/** Government money as it was written down, and whether it still counts. */
export interface ToldStateAid {
  readonly id: string;
  readonly listNumber: number;
  readonly level: StateLevel;
  readonly fund: string;
  readonly paper: string;
  readonly kind: string;
  readonly ground: string;
  readonly paidOn: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
  readonly twiceReason: string;
  readonly lines: readonly AidLine[];
  /** What its paper says of what the document asks, by `topic:word`. */
  readonly notes: ReadonlyMap<string, string>;
  readonly enteredBy: string;
  /** Why it counts no more; absent while it counts. */
  readonly withdrawn: string | undefined;
  readonly withdrawnBy: string | undefined;
}

/** What governments paid to people of a collective, in the order of entry. */
export async function readStateAid(db: EntityManager, collectiveId: string): Promise<ToldStateAid[]> {
  const where = { collectiveId };
  const lists = await db.find(StateAidListEntity, { where, order: { listNumber: 'ASC' } });
  if (lists.length === 0) return [];
  const lines = await db.find(StateAidLineEntity, { where, order: { listId: 'ASC', lineNumber: 'ASC' } });
  const notes = await db.find(StateAidNoteEntity, { where, order: { listId: 'ASC', noteNumber: 'ASC' } });
  const taken = await db.find(StateAidWithdrawalEntity, { where });
  const linesOf = grouped(lines);
  const notesOf = grouped(notes);
  const takenOf = new Map(taken.map((each) => [each.listId, each]));
  return lists.map((row) => ({
    ...{ id: row.id, listNumber: row.listNumber, level: row.level, fund: row.fund, paper: row.paper },
    ...{ kind: row.kind, ground: row.forWhat, paidOn: row.paidOn, amount: row.amount },
    ...{ reason: row.reason, twiceReason: row.twiceReason, enteredBy: row.enteredBy },
    lines: (linesOf.get(row.id) ?? []).map(lineOf),
    notes: standingNotes(notesOf.get(row.id) ?? []),
    ...{ withdrawn: takenOf.get(row.id)?.why, withdrawnBy: takenOf.get(row.id)?.enteredBy },
  }));
}

function lineOf({ memberId, householdId, standard, times, amount, status }: StateAidLineEntity): AidLine {
  return { memberId, householdId, standard, times, amount, status: status ?? undefined };
}

/** What still counts of it as given, on the day on which it was paid. */
export function givenByState(lists: readonly ToldStateAid[]): GivenAid[] {
  return lists
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap(({ id, kind, paidOn, lines }) =>
      lines.map(({ memberId, householdId, amount, times }) => {
        return { memberId, householdId, kind, on: paidOn, amount, times, roundId: id };
      }),
    );
}
