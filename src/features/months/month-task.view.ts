import type { Problem } from '../../domain/shared/problem';
import type { MonthBlocker, MonthTask } from '../../platform/views/month-frame';

/** A task before it is numbered. */
export interface TaskDraft extends Omit<MonthTask, 'key' | 'waitsFor' | 'current'> {
  /** Stable within the month: `slip:<asset>`, `contract:<id>`. */
  readonly id: string;
  /** Ids of the tasks it waits for. */
  readonly waitsForIds?: readonly string[];
}

/** Numbers the tasks from 1 in the order in which the page lists them. */
export function numberTasks(drafts: readonly TaskDraft[]): MonthTask[] {
  const numberOf = new Map(drafts.map((draft, index) => [draft.id, index + 1]));
  return drafts.map(({ id, waitsForIds = [], ...task }) => ({
    ...task,
    key: numberOf.get(id) ?? 0,
    waitsFor: waitsForIds.flatMap((each) => numberOf.get(each) ?? []),
  }));
}

/** What keeps the month open, each beside the number of its task. `taskIdOf` names the task of a problem. */
export function numberBlockers(
  problems: readonly Problem[],
  drafts: readonly TaskDraft[],
  taskIdOf: (problem: Problem) => string,
): MonthBlocker[] {
  return problems.map((problem) => {
    const place = drafts.findIndex((draft) => draft.id === taskIdOf(problem));
    return { taskKey: place + 1, problem, href: drafts[place]?.href };
  });
}
