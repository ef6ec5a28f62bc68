import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { FormState } from '../../platform/views/error-summary';
import type { ReportName } from './report-names';

/** The same report by 记账日期, where it cannot be drawn by 所属月份; undefined where that is not why. */
export function byDayHref(
  of: { readonly collectiveId: string; readonly report: ReportName },
  { problems, values }: Pick<FormState, 'problems' | 'values'>,
): string | undefined {
  if (!problems.some(({ code }) => code === 'report.otherChart')) return undefined;
  const typed = Object.entries(values).filter(([, value]) => value !== '');
  const asked = { ...Object.fromEntries(typed), by: 'postedOn' };
  return withQuery(villagePaths(of.collectiveId).report(of.report), asked);
}
