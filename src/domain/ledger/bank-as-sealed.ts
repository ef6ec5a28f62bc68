import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import type { TakenStatement } from './bank-withdrawal';

/**
 * When the month of a day was sealed, where its reconciliation could be drawn by then: it stays as it was
 * known at that time. What is said or matched afterwards stands from the next month on. A statement that came
 * only after the seal is reconciled with all that is known.
 */
export function sealedWhenDrawn(
  on: CalendarDay,
  seals: readonly { readonly month: Month; readonly sealedAt: string }[],
  statements: readonly TakenStatement[],
): string | undefined {
  const sealedAt = seals.find(({ month }) => month === monthOf(on))?.sealedAt;
  if (sealedAt === undefined) return undefined;
  const covers = ({ from, through, importedAt }: TakenStatement): boolean =>
    from <= on && on <= through && importedAt <= sealedAt;
  return statements.some(covers) ? sealedAt : undefined;
}
