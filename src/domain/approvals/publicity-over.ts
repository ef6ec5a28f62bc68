import type { Problem } from '../shared/problem';
import type { PublicityClock } from './display-clock';

/** Where the sheet of what is decided stands, and how many objections to it have no answer. */
export interface SheetStanding {
  readonly clock: PublicityClock;
  readonly openObjections: number;
}

/** What of a sheet keeps the next step from being taken, beside no field yet. */
export type SheetProblem = Omit<Problem, 'field'>;

/**
 * What keeps the step after a sheet from being taken: its days run by what was put up and photographed, and
 * an objection holds it open until it is answered.
 * Source: product decision (an objection closes the step only when answered); the days are those of the
 * route.
 * @returns at most one of the clock, then one of the objections: `approvals.notProven`,
 *   `approvals.publicityGoesOn`, `approvals.tornDown`, `approvals.objectionsOpen`
 */
export function publicityOpenProblems({ clock, openObjections }: SheetStanding): SheetProblem[] {
  return [...clockProblems(clock), ...objectionProblems({ openObjections })];
}

/** Whoever objected and has no answer keeps each later step waiting, too: `approvals.objectionsOpen`. */
export function objectionProblems({ openObjections }: Pick<SheetStanding, 'openObjections'>): SheetProblem[] {
  return openObjections === 0 ? [] : [{ code: 'approvals.objectionsOpen', facts: { count: openObjections } }];
}

function clockProblems(clock: PublicityClock): SheetProblem[] {
  switch (clock.state) {
    case 'served':
      return [];
    case 'unproven':
      return [{ code: 'approvals.notProven' }];
    case 'hanging':
      return [{ code: 'approvals.publicityGoesOn', facts: { until: clock.period.to } }];
    case 'takenDown':
      return [{ code: 'approvals.tornDown', facts: { hung: clock.hung } }];
  }
}

/** What is said of a sheet after which nothing comes: it is open all the same, and keeps nothing waiting. */
const OF_LAST: Readonly<Record<string, string>> = {
  'approvals.notProven': 'approvals.notProvenLast',
  'approvals.publicityGoesOn': 'approvals.publicityGoesOnLast',
  'approvals.tornDown': 'approvals.tornDownLast',
  'approvals.objectionsOpen': 'approvals.objectionsOpenLast',
};

/** The same of the sheet that ends its plan. */
export function ofLastSheet(problem: SheetProblem): SheetProblem {
  return { ...problem, code: OF_LAST[problem.code] ?? problem.code };
}
