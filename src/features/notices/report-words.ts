import { lastDayOf } from '../../domain/calendar/calendar-day';
import type { DrawnReport } from '../../domain/notices/report-notice';
import { spanOfMonths } from '../../glossary/periods';
import { reportTemplate, requireShape } from './report-template';
import { amountText, dayText } from './sheet-words';
import type { WordingFacts } from './sheet-wording';

type Heading = Pick<DrawnReport['heading'], 'sheet' | 'periodFrom' | 'periodTo' | 'pool'>;

/** The title of a sheet about some days, without the village's name. */
export function reportTitle(heading: Heading): string {
  const { say } = reportTemplate(heading.sheet);
  const pool = heading.pool === undefined ? undefined : say(`pool.${heading.pool}`);
  return say('title', { period: reportPeriod(heading).period, pool });
}

/** What a sheet calls its days. */
export function reportPeriod({
  sheet,
  periodFrom,
  periodTo,
}: Heading): Record<'period' | 'from' | 'to', string> {
  const { say } = reportTemplate(sheet);
  const to = dayText(periodTo, say);
  const from = dayText(periodFrom, say);
  const isWhole = periodFrom.endsWith('-01') && periodTo === lastDayOf(periodTo.slice(0, 7));
  const days = periodFrom === periodTo ? to : say('span', { from, to: dayText(periodTo, say, periodFrom) });
  return { period: isWhole ? spanOfMonths({ from: periodFrom, to: periodTo }) : days, from, to };
}

/** The sheet in one or two plain sentences. */
export function reportStory({ heading, sums }: Pick<DrawnReport, 'heading' | 'sums'>): string {
  const { say } = reportTemplate(heading.sheet);
  const figures: WordingFacts = Object.fromEntries(
    requireShape(heading).sums.map((name) => [name, amountText(sums[name] ?? '0')]),
  );
  return say('story', { ...reportPeriod(heading), ...figures });
}
