import type { CalendarDay } from '../calendar/calendar-day';
import { isTakenByPublishing, type PassedStep } from './plan-steps';
import type { SheetStanding } from './publicity-over';
import { isResult, type Step } from './route';

/** How far a plan came by a day: what was taken of its steps, and where its own sheet stands. */
export interface PlanProgress {
  readonly steps: readonly Step[];
  readonly passed: readonly PassedStep[];
  /** Whether a sheet hangs though none of its steps says so: plans of before took no publicity as a step. */
  readonly hangsBeside: boolean;
  /** Where its own sheet stands on that day; undefined where none is published. */
  readonly sheet: SheetStanding | undefined;
}

/** What a plan still wants before it is approved. */
export type PlanWant =
  | { readonly what: 'publish' }
  | { readonly what: 'photo' }
  | { readonly what: 'hangs'; readonly until: CalendarDay }
  | { readonly what: 'tornDown'; readonly hung: number }
  | { readonly what: 'objections'; readonly count: number }
  | { readonly what: 'step'; readonly step: string };

/**
 * What a plan that was decided still wants on a day: its sheet shown to have hung its days, each objection
 * answered, every later sheet hung, each step of its route taken; in the order in which it can be done. With
 * nothing wanting it is approved, and what it granted may be paid. Where nothing hangs, its last step is it.
 * What hangs as the result of carrying it out comes after the payment, so nothing waits for that.
 * Source: product, "Approvals": granted from decided, paid from approved.
 */
export function planWants(progress: PlanProgress, day: CalendarDay): PlanWant[] {
  const { hangsBeside, sheet } = progress;
  const steps = beforeResult(progress.steps);
  const passed = progress.passed.slice(0, steps.length).filter(({ decidedOn }) => decidedOn <= day);
  const next = steps[passed.length];
  const comesByPublishing = next !== undefined && isTakenByPublishing(steps, passed.length);
  const own = steps.findIndex(({ kind }) => kind === 'publicity');
  const hasOwn = hangsBeside || (own >= 0 && own < passed.length);
  const later = passed.flatMap(({ untilOn }, place) => (place === own || untilOn === null ? [] : untilOn));
  return [
    ...(hasOwn ? sheetWants(sheet, hangsBeside ? 'publish' : 'photo') : []),
    ...later.filter((until) => until >= day).map((until) => ({ what: 'hangs', until }) as const),
    ...(next === undefined
      ? []
      : [comesByPublishing ? ({ what: 'publish' } as const) : ({ what: 'step', step: next.name } as const)]),
  ];
}

/** The steps by which a plan is approved: all but the publicity of its result, and what follows that. */
function beforeResult(steps: readonly Step[]): readonly Step[] {
  const place = steps.findIndex(isResult);
  return place < 0 ? steps : steps.slice(0, place);
}

function sheetWants(sheet: SheetStanding | undefined, missing: 'publish' | 'photo'): PlanWant[] {
  if (sheet === undefined) return [{ what: missing }];
  const { clock, openObjections: count } = sheet;
  const objected: PlanWant[] = count === 0 ? [] : [{ what: 'objections', count }];
  switch (clock.state) {
    case 'served':
      return objected;
    case 'unproven':
      return [{ what: 'photo' }, ...objected];
    case 'hanging':
      return [{ what: 'hangs', until: clock.period.to }, ...objected];
    case 'takenDown':
      return [{ what: 'tornDown', hung: clock.hung }, ...objected];
  }
}
