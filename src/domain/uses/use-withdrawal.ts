import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { DomainError } from '../shared/domain-error';
import { privateNumberProblems } from '../shared/private-number';
import { type Problem, refuseProblems } from '../shared/problem';
import type { UseEnd } from './use-end';

/** That a work or a project was typed wrongly and is none: since when, and why. */
export interface Withdrawal {
  readonly on: CalendarDay;
  readonly why: string;
}

/** A work or a project as far as it stands. */
interface Standing extends Pick<UseEnd, 'finished'> {
  readonly withdrawn: Withdrawal | undefined;
}

/** A sheet of a work, or a stage of a project. */
interface Part {
  readonly state: 'entered' | 'owed' | 'takenBack' | 'withdrawn';
}

/** A work or a project as the check sees it. */
interface CheckedUse extends Standing {
  readonly name: string;
  /** How many of what hangs on it were not withdrawn. */
  readonly standing: number;
}

/** The codes by which one kind of use says the same things. */
interface UseCodes {
  readonly withdrawn: string;
  readonly finished: string;
  readonly finishedStays: string;
  readonly owed: string;
  readonly waiting: string;
  readonly differs: string;
  readonly namedTwice: string;
}

/** What is said of small public works. */
export const WORK_CODES: UseCodes = {
  ...{ withdrawn: 'works.withdrawn', finished: 'works.finished', finishedStays: 'works.finishedStays' },
  ...{ owed: 'works.sheetsOwed', waiting: 'works.sheetsStanding' },
  ...{ differs: 'check.workWithdrawnDiffers', namedTwice: 'check.workNamedTwice' },
};

/** What is said of industry projects. */
export const PROJECT_CODES: UseCodes = {
  ...{ withdrawn: 'industry.withdrawn', finished: 'industry.finished' },
  ...{ finishedStays: 'industry.finishedStays', owed: 'industry.stagesOwed' },
  ...{ waiting: 'industry.stagesStanding' },
  ...{ differs: 'check.projectWithdrawnDiffers', namedTwice: 'check.projectNamedTwice' },
};

/** Those that were not withdrawn: only they count, and only their names are taken. */
export function standingUses<Use extends Pick<Standing, 'withdrawn'>>(uses: readonly Use[]): Use[] {
  return uses.filter(({ withdrawn }) => withdrawn === undefined);
}

/**
 * One that was withdrawn takes nothing any more.
 * @throws DomainError `works.withdrawn`, `industry.withdrawn`
 */
export function requireStanding({ withdrawn }: Pick<Standing, 'withdrawn'>, codes: UseCodes): void {
  if (withdrawn !== undefined) throw new DomainError(codes.withdrawn, { on: withdrawn.on });
}

/**
 * It takes parts, acceptances and an end while it stands and is not finished.
 * @throws DomainError `works.withdrawn`, `works.finished`, `industry.withdrawn`, `industry.finished`
 */
export function requireGoing(use: Standing, codes: UseCodes): void {
  requireStanding(use, codes);
  if (use.finished !== undefined) throw new DomainError(codes.finished, { on: use.finished.on });
}

/**
 * It is withdrawn while nothing hangs on it: it is not finished, and each of its parts was withdrawn, so that
 * nobody is owed by it.
 * @throws DomainError `works.withdrawn`, `works.finishedStays`, `works.sheetsOwed`, `works.sheetsStanding`,
 *   `industry.withdrawn`, `industry.finishedStays`, `industry.stagesOwed`, `industry.stagesStanding`
 */
export function requireWithdrawable(use: Standing, parts: readonly Part[], codes: UseCodes): void {
  requireStanding(use, codes);
  if (use.finished !== undefined) throw new DomainError(codes.finishedStays, { on: use.finished.on });
  const owed = parts.filter(({ state }) => state === 'owed').length;
  if (owed > 0) throw new DomainError(codes.owed, { count: owed });
  const waiting = parts.filter(({ state }) => state !== 'withdrawn').length;
  if (waiting > 0) throw new DomainError(codes.waiting, { count: waiting });
}

/** Why it is withdrawn, in people's words. @throws FormProblems `form.missing`, `form.privateNumber` */
export function requireWhy(withdrawnWhy: string): string {
  const why = withdrawnWhy.trim();
  const field = 'withdrawnWhy';
  const problems: Problem[] = why === '' ? [{ code: 'form.missing', field }] : [];
  refuseProblems([...problems, ...privateNumberProblems({ [field]: why })]);
  return why;
}

/**
 * Holds what was withdrawn against what hangs on it and its end, and the names of those that stand against
 * each other. Codes `check.workWithdrawnDiffers`, `check.workNamedTwice`, `check.projectWithdrawnDiffers`,
 * `check.projectNamedTwice`.
 */
export function checkWithdrawals(uses: readonly CheckedUse[], codes: UseCodes, findings: Findings): void {
  const names = new Set<string>();
  for (const { name, withdrawn, finished, standing } of uses) {
    if (withdrawn === undefined) {
      if (names.has(name)) findings.add(codes.namedTwice, {}, { name });
      names.add(name);
      continue;
    }
    if (standing === 0 && finished === undefined) continue;
    findings.add(codes.differs, {}, { name, count: String(standing) });
  }
}
