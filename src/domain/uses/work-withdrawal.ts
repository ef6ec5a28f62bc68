import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { DomainError } from '../shared/domain-error';
import type { UseEnd } from './use-end';

/** That a work was typed wrongly and is none: since when, and why. */
export interface Withdrawal {
  readonly on: CalendarDay;
  readonly why: string;
}

/** A work as far as its withdrawal goes. */
interface WithdrawableWork extends UseEnd {
  readonly withdrawn: Withdrawal | undefined;
  readonly sheets: readonly { readonly state: 'entered' | 'owed' | 'takenBack' | 'withdrawn' }[];
}

/** The works that were not withdrawn: only they count, and only their names are taken. */
export function standingWorks<Work extends Pick<WithdrawableWork, 'withdrawn'>>(
  works: readonly Work[],
): Work[] {
  return works.filter(({ withdrawn }) => withdrawn === undefined);
}

/**
 * A work takes sheets, acceptances and an end while it stands and is not finished.
 * @throws DomainError `works.withdrawn`, `works.finished`
 */
export function requireGoing({
  withdrawn,
  finished,
}: Pick<WithdrawableWork, 'withdrawn' | 'finished'>): void {
  if (withdrawn !== undefined) throw new DomainError('works.withdrawn', { on: withdrawn.on });
  if (finished !== undefined) throw new DomainError('works.finished', { on: finished.on });
}

/**
 * A work is withdrawn while nothing hangs on it: it is not finished, and each of its sheets was withdrawn,
 * so that nobody is owed by it and nobody's days are on it.
 * @throws DomainError `works.withdrawn`, `works.finishedStays`, `works.sheetsOwed`, `works.sheetsStanding`
 */
export function requireWithdrawable(work: WithdrawableWork): void {
  const { withdrawn, finished, sheets } = work;
  if (withdrawn !== undefined) throw new DomainError('works.withdrawn', { on: withdrawn.on });
  if (finished !== undefined) throw new DomainError('works.finishedStays', { on: finished.on });
  const owed = sheets.filter(({ state }) => state === 'owed').length;
  if (owed > 0) throw new DomainError('works.sheetsOwed', { count: owed });
  const waiting = sheets.filter(({ state }) => state !== 'withdrawn').length;
  if (waiting > 0) throw new DomainError('works.sheetsStanding', { count: waiting });
}

/**
 * Holds what was withdrawn against its sheets and its end, and the names of the works that stand against each
 * other. Codes `check.workWithdrawnDiffers`, `check.workNamedTwice`.
 */
export function checkWithdrawals(
  works: readonly (Pick<WithdrawableWork, 'withdrawn' | 'finished'> & {
    readonly name: string;
    readonly sheets: readonly { readonly withdrawn: string | undefined }[];
  })[],
  findings: Findings,
): void {
  const names = new Set<string>();
  for (const { name, withdrawn, finished, sheets } of works) {
    if (withdrawn === undefined) {
      if (names.has(name)) findings.add('check.workNamedTwice', {}, { work: name });
      names.add(name);
      continue;
    }
    const count = sheets.filter((sheet) => sheet.withdrawn === undefined).length;
    if (count === 0 && finished === undefined) continue;
    findings.add('check.workWithdrawnDiffers', {}, { work: name, count: String(count) });
  }
}
