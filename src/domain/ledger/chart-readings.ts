import type { CalendarDay } from '../calendar/calendar-day';
import { type Chart, type ChartVersion, mainCodeOf, undistributedAccount } from './chart';
import { type Crossing, goneTo } from './crossing';

/** How the accounts of another chart of the same books are called in the chart of a report. */
export interface ChartReading {
  readonly chart: ChartVersion;
  /** The report's account by the other chart's; nothing of one of which it cannot be told. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * How a report of a day reads what was booked under the other charts of its books: a late bill about a month
 * of the chart before, rent paid ahead for a year of the next. Each line stands on the account that means the
 * same in the report's own chart, never on the one of the same code.
 * @param crossings every change of the chart of these books, oldest first
 */
export function readingsOf(crossings: readonly Crossing[], on: CalendarDay): ChartReading[] {
  const before = crossings.filter(({ validFrom }) => validFrom <= on);
  const after = crossings.slice(before.length);
  const earlier = before.map(({ old }, index) =>
    readingOf(old, (code) =>
      before
        .slice(index)
        .reduce<string | undefined>((name, crossing) => name && laterName(name, crossing), code),
    ),
  );
  const later = after.map(({ now }, index) =>
    readingOf(now, (code) =>
      after
        .slice(0, index + 1)
        .reduceRight<string | undefined>((name, crossing) => name && earlierName(name, crossing), code),
    ),
  );
  return [...earlier, ...later];
}

/** The report's account of a line; one that has none bears its chart, so that it is taken for no other. */
export function readCode(readings: readonly ChartReading[], chart: ChartVersion, code: string): string {
  const reading = readings.find((each) => each.chart === chart);
  return reading === undefined ? code : (reading.names.get(code) ?? `${chart}:${code}`);
}

/**
 * The account of the chart before that means what one of the chart after it does: the one whose balance went
 * there; of several, the one in the same role, on which the program's steps booked the same. Undefined where
 * none or several are left.
 */
export function earlierName(code: string, crossing: Crossing): string | undefined {
  const { old, now, mapping } = crossing;
  const main = mainCodeOf(code);
  const mains = [...old.accounts.keys()].filter((each) => each === mainCodeOf(each));
  const went = mains.filter((each) => mainsOf(goneTo(each, crossing)).includes(main));
  const could = mains.filter((each) => mapping.accounts.get(each)?.to.includes(main) === true);
  const candidates = went.length > 0 ? went : could;
  const known = candidates.length === 1 ? candidates[0] : inSameRole(main, { of: now, as: old }, candidates);
  if (known === undefined || code === main) return known;
  return code === undistributedAccount(now) ? undistributedAccount(old) : detailOf(code, known, { now, old });
}

/** The account of the chart after a change that means what one of the chart before it does. */
function laterName(code: string, crossing: Crossing): string | undefined {
  const to = goneTo(code, crossing);
  const { old, now } = crossing;
  return to.length === 1 ? to[0] : inSameRole(mainCodeOf(code), { of: old, as: now }, to);
}

function readingOf(chart: Chart, nameOf: (code: string) => string | undefined): ChartReading {
  const names = [...chart.accounts.keys()].flatMap((code) => {
    const name = nameOf(code);
    return name === undefined ? [] : [[code, name] as const];
  });
  return { chart: chart.version, names: new Map(names) };
}

/** The account that plays in one chart the role of another's: one of the candidates, where there are any. */
function inSameRole(
  code: string,
  { of, as }: { readonly of: Chart; readonly as: Chart },
  candidates: readonly string[],
): string | undefined {
  const others = new Map<string, string>(Object.entries(as.roles));
  const played = Object.entries(of.roles).filter(([, account]) => account === code);
  const found = new Set(played.flatMap(([role]) => others.get(role) ?? []));
  const fit = [...found].filter((each) => candidates.length === 0 || candidates.includes(each));
  return fit.length === 1 ? fit[0] : undefined;
}

/** The detail of the same name, or else the account itself. */
function detailOf(code: string, main: string, { now, old }: Pick<Crossing, 'now' | 'old'>): string {
  const name = now.accounts.get(code)?.name;
  const own = [...old.accounts.values()].filter(
    (each) => each.code !== main && mainCodeOf(each.code) === main,
  );
  return own.find((each) => each.name === name)?.code ?? main;
}

function mainsOf(codes: readonly string[]): string[] {
  return codes.map(mainCodeOf);
}
