import { lastDayOf } from '../../domain/calendar/calendar-day';
import type { DrawnReport, ReportMatter, ReportShape } from '../../domain/notices/report-notice';
import { spanOfMonths } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import type { WordingFacts } from '../../platform/text/wordings';
import { cellText, NO_NAMES } from './report-cells';
import { reportTemplate, requireShape } from './report-template';
import { amountText, dayText } from './sheet-words';

type Heading = Pick<DrawnReport['heading'], 'sheet' | 'periodFrom' | 'periodTo' | 'pool' | 'about'>;

/** The title of a sheet about some days, without the village's name. */
export function reportTitle(heading: Heading): string {
  const { say } = reportTemplate(heading.sheet);
  const pool = heading.pool === undefined ? undefined : say(`pool.${heading.pool}`);
  const about = heading.about === undefined ? undefined : matterText(heading.about);
  return say('title', { period: reportPeriod(heading).period, pool, about });
}

/** What a sheet is about, behind its days: of a year that is said already. */
function matterText({ of }: ReportMatter): string {
  return labelOf(of === 'yearly-use-plan' ? 'noticeKind.planOfYear' : `noticeKind.${of}`);
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
export function reportStory(notice: Pick<DrawnReport, 'heading' | 'sums' | 'facts'>): string {
  const { heading, sums } = notice;
  const shape = requireShape(heading);
  const figures = shape.sums.map((name) => [name, sumText(shape, sums[name] ?? '0')] as const);
  return reportTemplate(heading.sheet).say('story', { ...toldFacts(notice), ...Object.fromEntries(figures) });
}

/** A sum of a sheet as it is read: money, or a number of something. */
function sumText({ counts }: ReportShape, digits: string): string {
  return counts === true ? digits : amountText(digits);
}

/** What a sheet's sentences name beside its sums: its days, and what it tells of its matter. */
export function toldFacts({ heading, facts = {} }: Pick<DrawnReport, 'heading' | 'facts'>): WordingFacts {
  const { say } = reportTemplate(heading.sheet);
  const told = Object.entries(requireShape(heading).facts ?? {}).map(([field, { kind }]) => {
    const text = cellText({ say, names: NO_NAMES, notice: { heading } }, { field, kind }, facts);
    return [field, text === '' ? undefined : text] as const;
  });
  return { ...reportPeriod(heading), ...Object.fromEntries(told) };
}
