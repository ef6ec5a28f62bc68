import type { Problem } from '../shared/problem';
import { reportProblems } from './check-report-notice';
import { ASSET_REGISTER } from './asset-register';
import { CORRECTION } from './correction';
import { INCOME_EXPENDITURE } from './income-expenditure';
import { LEASES_ARREARS } from './leases-arrears';
import { OBJECTIONS } from './objections-sheet';
import { PAYMENT_RESULTS } from './payment-results';
import { POST_APPOINTMENTS } from './post-appointments';
import { POST_WAGES } from './post-wages';
import type { DrawnReport, ReportShape } from './report-notice';
import { RESOLUTION } from './resolution';
import { REWARDS_SUBSIDIES } from './rewards-subsidies';
import { WORKS_LABOUR } from './works-labour';

/** Every sheet about some days, by its name, which is that of its template. A new one gets its line here. */
export const REPORT_SHAPES = {
  'income-expenditure': INCOME_EXPENDITURE,
  'post-appointments': POST_APPOINTMENTS,
  'post-wages': POST_WAGES,
  'works-labour': WORKS_LABOUR,
  'rewards-subsidies': REWARDS_SUBSIDIES,
  'payment-results': PAYMENT_RESULTS,
  'asset-register': ASSET_REGISTER,
  'leases-arrears': LEASES_ARREARS,
  'objections-answers': OBJECTIONS,
  correction: CORRECTION,
  resolution: RESOLUTION,
} as const satisfies Readonly<Record<string, ReportShape>>;

/** The name of a sheet about some days. */
export type ReportSheet = keyof typeof REPORT_SHAPES;

/** The names of all, in the order in which they are offered. */
export const REPORT_SHEETS: readonly ReportSheet[] = Object.keys(REPORT_SHAPES).filter(isReportSheet);

/** The names of those that are about days of one's choice. */
export const SHEETS_OF_DAYS: readonly ReportSheet[] = REPORT_SHEETS.filter(
  (sheet) => shapeOf(sheet)?.matter === undefined,
);

export function isReportSheet(name: string): name is ReportSheet {
  return Object.hasOwn(REPORT_SHAPES, name);
}

/** The shape of a sheet; undefined where no sheet has this name. */
export function shapeOf(sheet: string): ReportShape | undefined {
  return isReportSheet(sheet) ? REPORT_SHAPES[sheet] : undefined;
}

/** What is wrong with a sheet about some days; see {@link reportProblems}. */
export function reportNoticeProblems(notice: DrawnReport): Problem[] {
  const { sheet } = notice.heading;
  const shape = shapeOf(sheet);
  if (shape === undefined) return [{ code: 'notice.sheetUnknown', field: 'heading.sheet', value: sheet }];
  return reportProblems(notice, shape);
}
