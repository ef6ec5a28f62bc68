import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { Fen } from '../money/fen';

/** A pool's period with what its distribution planned, as the plan or as the register of periods has it. */
export interface SettledPeriod {
  readonly planId: string;
  readonly pool: string;
  readonly periodFrom: CalendarDay;
  readonly periodTo: CalendarDay;
  readonly planned: Fen;
}

/**
 * What is settled is what was approved: each approved plan settled its very period, nothing else is settled,
 * and the day up to which a pool takes no new fact is the last of them.
 * @param settledTo that day by pool, as it is kept beside the books; `settledBefore` the one before it
 */
export function checkSettled(
  kept: {
    readonly approved: readonly SettledPeriod[];
    readonly settled: readonly SettledPeriod[];
    readonly settledTo: Readonly<Record<string, CalendarDay>>;
    readonly settledBefore: Readonly<Record<string, CalendarDay>>;
  },
  findings: Findings,
): void {
  const { approved, settled, settledTo, settledBefore } = kept;
  for (const planId of new Set([...approved, ...settled].map((each) => each.planId))) {
    findings.looked += 1;
    const told = [approved, settled].map((periods) => textOf(periods.find((each) => each.planId === planId)));
    const [found = '', stands = ''] = told;
    if (found !== stands) findings.add('check.settledDiffers', {}, { planId, kept: stands, found });
  }
  const pools = [
    ...Object.keys(settledTo),
    ...Object.keys(settledBefore),
    ...settled.map(({ pool }) => pool),
  ];
  for (const pool of new Set(pools)) {
    const ends = settled.filter((each) => each.pool === pool).map((each) => each.periodTo);
    for (const [back, days] of [settledTo, settledBefore].entries()) {
      const found = ends.sort().at(-1 - back) ?? '';
      const stands = days[pool] ?? '';
      if (found !== stands) findings.add('check.settledTo', { pool }, { kept: stands, found });
    }
  }
}

function textOf(period: SettledPeriod | undefined): string {
  if (period === undefined) return '';
  const { pool, periodFrom, periodTo, planned } = period;
  return `${pool} ${periodFrom}–${periodTo} ${String(planned)}`;
}
