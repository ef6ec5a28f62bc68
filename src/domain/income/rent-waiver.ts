import type { TenantMoney } from '../assets/resume-lease';
import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { type BookableDue, leftProblems } from './rent-states';

/**
 * Reads why a due is not booked, or says what is wrong: there is a reason, nobody has given one, and it could
 * be booked by today. Codes `form.*`, `rent.notYetDue`, `rent.waivedBefore`.
 */
export function readWaiver(
  typed: string,
  due: BookableDue,
  today: CalendarDay,
): { reason: string; problems: Problem[] } {
  const field = 'reason';
  const reason = typed.trim();
  const problems: Problem[] = reason === '' ? [{ code: 'form.missing', field }] : [];
  problems.push(...privateNumberProblems({ reason }));
  if (due.waived !== undefined) problems.push({ code: 'rent.waivedBefore', field });
  if (due.bookableFrom > today) {
    const facts = { from: due.bookableFrom };
    problems.push({ code: 'rent.notYetDue', field, value: today, facts });
  }
  return { reason, problems };
}

const WENT_BACK = { advance: 'rent.advanceWentBack', deposit: 'rent.depositWentBack' } as const;

/**
 * Reads why a due that was said not to be booked is owed after all. It can be said while nothing rests on the
 * waiver: none of the tenant's money went back since, as if he owed nothing more, and the asset was there on
 * all its days. Codes `form.*`, `rent.notWaived`, `rent.advanceWentBack`, `rent.depositWentBack`,
 * `rent.afterAsset`. Source: product decision, what was said is taken back by a fact of its own.
 */
export function readWaiverWithdrawal(
  typed: string,
  due: BookableDue,
  since: { readonly wentBack: readonly TenantMoney[]; readonly leftOn?: CalendarDay | undefined },
): { reason: string; problems: Problem[] } {
  const field = 'waiverWithdrawn';
  const reason = typed.trim();
  const problems: Problem[] = reason === '' ? [{ code: 'form.missing', field }] : [];
  problems.push(...privateNumberProblems({ [field]: reason }));
  if (due.waived === undefined) return { reason, problems: [{ code: 'rent.notWaived', field }] };
  for (const what of new Set(since.wentBack)) problems.push({ code: WENT_BACK[what], field });
  problems.push(...leftProblems([due], since, field));
  return { reason, problems };
}
