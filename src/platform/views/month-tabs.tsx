import { monthText, yearMonthText } from './day-text';
import { MONTH_WORDS, type MonthState } from './state-glyph';

/** One month of the year in the top bar. */
export interface MonthTab {
  /** `2025-06`. */
  readonly month: string;
  readonly state: MonthState;
  /** Absent for a month that has not come yet. */
  readonly href?: string | undefined;
  readonly current?: boolean;
}

/** Another year of the books, by its month next to the year that is shown. */
export interface YearTab {
  readonly month: string;
  readonly href: string;
}

/** Which months at the start of the year are closed: 1月已封账，2至6月已结账. */
function closedText(months: readonly MonthTab[]): string {
  const firstOpen = months.findIndex((tab) => tab.state === 'open');
  const closed = firstOpen === -1 ? months : months.slice(0, firstOpen);
  return (['sealed', 'held'] as const)
    .map((state) => runText(closed.filter((tab) => tab.state === state)))
    .filter((text) => text !== '')
    .join('，');
}

function runText(run: readonly MonthTab[]): string {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return '';
  const from = first === last ? '' : `${Number(first.month.slice(5))}至`;
  return `${from}${monthText(last.month)}${MONTH_WORDS[last.state]}`;
}

/** A step to the year beside the one that is shown, where the books have one. */
function YearLink({ year, word, sign }: { year: YearTab | undefined; word: string; sign: string }) {
  if (year === undefined) return null;
  return (
    <a href={year.href} aria-label={`${word}，${year.month.slice(0, 4)}年`}>
      {sign}
    </a>
  );
}

/** A year with the ones beside it, and its months, each by its state. */
export function MonthTabs({
  months,
  years = [],
}: {
  months: readonly MonthTab[];
  years?: readonly YearTab[];
}) {
  const first = months[0]?.month ?? '';
  const closed = closedText(months);
  return (
    <nav class="months" aria-label="月份">
      <span>
        <YearLink year={years.find(({ month }) => month < first)} word="上年" sign="‹" />
        {`${first.slice(0, 4)}年`}
        <YearLink year={years.find(({ month }) => month > first)} word="下年" sign="›" />
      </span>
      <ol>
        {months.map((tab) => (
          <li class={`month-${tab.state}`}>
            {tab.href === undefined ? (
              <span>{monthText(tab.month)}</span>
            ) : (
              <a
                href={tab.href}
                aria-current={tab.current ? 'page' : undefined}
                aria-label={`${yearMonthText(tab.month)}，${MONTH_WORDS[tab.state]}`}
              >
                {monthText(tab.month)}
              </a>
            )}
          </li>
        ))}
      </ol>
      {closed !== '' && <span class="hint">{closed}</span>}
    </nav>
  );
}
