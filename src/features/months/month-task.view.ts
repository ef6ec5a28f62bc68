import type { Problem } from '../../domain/shared/problem';
import type { Fen } from '../../domain/money/fen';
import type { Pool } from '../../domain/ledger/journal-entry';
import { groupPlace } from '../../platform/views/month-tasks';
import type { MonthBlocker, MonthTask, RunningSurplus } from '../../platform/views/month-work';

/** A task before it is numbered. */
export interface TaskDraft extends Omit<MonthTask, 'key' | 'waitsFor' | 'current'> {
  /** Stable within the month: `slip:<asset>`, `contract:<id>`. */
  readonly id: string;
  /** The station whose slip is to be entered. */
  readonly slipOf?: string;
  /** Ids of the tasks it waits for. */
  readonly waitsForIds?: readonly string[];
  /** What booking it will do to the money of a pool, where it is known: above zero brings some in. */
  readonly moves?: { readonly pool: Pool; readonly amount: Fen };
}

/** The closing of a month comes last and has the last key, whatever the number of the others. */
export const HOLD = 'hold';
const HOLD_KEY = 0;

/** The items group by group, as the page lists them, so that their numbers go up from the top. */
export function inPageOrder(drafts: readonly TaskDraft[]): TaskDraft[] {
  return [...drafts].sort((one, other) => groupPlace(one.kind) - groupPlace(other.kind));
}

/** Numbers the tasks from 1 in the order in which the page lists them; the closing of the month is 0. */
export function numberTasks(drafts: readonly TaskDraft[]): MonthTask[] {
  const numberOf = new Map(drafts.map(({ id }, index) => [id, id === HOLD ? HOLD_KEY : index + 1]));
  return drafts.map(({ id, kind, subject, state, amount, note, href, waitsForIds = [] }) => ({
    kind,
    subject,
    state,
    amount,
    note,
    href,
    key: numberOf.get(id) ?? HOLD_KEY,
    waitsFor: waitsForIds.flatMap((each) => numberOf.get(each) ?? []),
  }));
}

/** The first item that still waits and moves this pool's money, and what can be shared out after it. */
export function afterNext(
  drafts: readonly TaskDraft[],
  pool: Pool,
  distributable: Fen,
): RunningSurplus['after'] {
  const place = drafts.findIndex(
    ({ state, moves }) => state !== 'done' && moves?.pool === pool && moves.amount !== 0n,
  );
  const moves = drafts[place]?.moves;
  return moves && { taskKey: place + 1, distributable: distributable + moves.amount };
}

/** What keeps the month open, each beside the number of its task. `taskIdOf` names the task of a problem. */
export function numberBlockers(
  problems: readonly Problem[],
  drafts: readonly TaskDraft[],
  taskIdOf: (problem: Problem) => string,
): MonthBlocker[] {
  return problems.map((problem) => {
    const place = drafts.findIndex((draft) => draft.id === taskIdOf(problem));
    const draft = drafts[place];
    return { taskKey: draft?.id === HOLD ? HOLD_KEY : place + 1, problem, href: draft?.href };
  });
}
