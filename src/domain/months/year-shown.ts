import type { CalendarDay } from '../calendar/calendar-day';
import type { Chart } from '../ledger/chart';
import { type ChartCarry, mayGoTo } from '../ledger/chart-mapping';

/** A change of the chart with the day from which the new one holds. */
export interface DatedCarry extends ChartCarry {
  readonly validFrom: CalendarDay;
}

/** What an account of today was called under a chart. */
export interface AccountThen {
  readonly chart: Chart;
  /** The first day of the chart; absent where it held before all others. */
  readonly from?: CalendarDay;
  /** The day after its last one; absent where it holds now. */
  readonly before?: CalendarDay;
  /** The accounts whose amounts the account of today may show. */
  readonly own: ReadonlySet<string>;
  /** With them the accounts of those that share an old account with it: 发包及上交收入 may be either of two. */
  readonly shared: ReadonlySet<string>;
}

/**
 * What an income or expense account of today, with its details, is called under every chart from one day on,
 * the newest first: by the mapping of each change, never by its code. Several old accounts may be one new; of
 * an old one that may be either of several new ones all of them are told.
 * @param carries the changes of the chart, newest first
 */
export function accountThen(account: string, chart: Chart, carries: readonly DatedCarry[]): AccountThen[] {
  const now = new Set([...chart.accounts.keys()].filter((code) => code.startsWith(account)));
  const told: AccountThen[] = [];
  let [own, shared, before]: [ReadonlySet<string>, ReadonlySet<string>, CalendarDay | undefined] = [
    now,
    now,
    undefined,
  ];
  const end = (): { readonly before?: CalendarDay } => (before === undefined ? {} : { before });
  let held = chart;
  for (const carry of carries) {
    const olds = [...carry.old.accounts.keys()];
    const of = (codes: ReadonlySet<string>): Set<string> =>
      new Set(olds.filter((old) => mayGoTo(old, carry).some((code) => codes.has(code))));
    const wider = new Set([...shared, ...[...of(own)].flatMap((old) => mayGoTo(old, carry))]);
    told.push({ chart: held, from: carry.validFrom, ...end(), own, shared: wider });
    [own, shared, before, held] = [of(own), of(wider), carry.validFrom, carry.old];
  }
  return [...told, { chart: held, ...end(), own, shared }];
}
