import { isMonth, type Month } from '../../domain/calendar/calendar-day';
import { isThereAllMonth } from '../../domain/income/yield';
import { reconcileWords } from '../../glossary/reconcile-words';
import type { StationOfSlips } from './settlement-stations.service';
import type { TypedReading } from './slip-checks';
import type { RowCheck } from './slip-grid.pages';

/**
 * What is usual of the station in the month of a slip, and how what is typed stands to it, graded as the
 * alerts are. It never refuses: the region's sun is data, and unconfirmed.
 */
export function usualOfSlip(
  { registered: { asset }, facts }: StationOfSlips,
  reading: TypedReading,
): { readonly usual: string | undefined; readonly check: RowCheck } {
  const month: Month = reading.settlement.generationMonth;
  const expected = isMonth(month) ? facts.expectedKwh(month) : undefined;
  if (expected === undefined) {
    const isPart = isMonth(month) && !isThereAllMonth({ ...asset, month });
    const sentence = isPart ? reconcileWords.usualPart : reconcileWords.usualUnknown;
    return { usual: undefined, check: { state: 'undecided', sentence } };
  }
  const usual = reconcileWords.usual(expected);
  const kwh = typedKwh(reading);
  const level = kwh === undefined ? undefined : facts.levelOf(month, kwh);
  const from = reconcileWords.usualFrom(facts.isConfirmed);
  if (kwh === undefined || level === undefined) return { usual, check: { state: 'todo', sentence: from } };
  const told = reconcileWords.level(level, { kwh, expected });
  return {
    usual,
    check: { state: level === 'usual' ? 'done' : 'attention', sentence: `${told}${from}。` },
  };
}

/** The energy as typed, or as its readings say while it is blank; undefined while neither can be read. */
function typedKwh({ values, problems, settlement, meteredAlone }: TypedReading): string | undefined {
  if ((values['energy'] ?? '').trim() === '') return meteredAlone;
  const isUnread = problems.some(
    ({ code, field }) => (field === 'energy' || field === 'energyUnit') && !code.startsWith('settlement.'),
  );
  return isUnread ? undefined : settlement.energyKwh;
}
