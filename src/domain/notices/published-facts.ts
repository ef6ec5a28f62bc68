import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { noticeProblems } from './check-distribution-notice';
import { yearNoticeProblems } from './check-year-plan-notice';
import type { DistributionNotice, SampleNotice } from './distribution-notice';
import type { ReportNotice, SampleReport } from './report-notice';
import { reportNoticeProblems } from './report-sheets';
import type { YearPlanNotice } from './year-plan-notice';

/** The facts of the sheet of a plan, of a period or of a year: somebody decided it. */
export type PlanFacts = DistributionNotice | YearPlanNotice;

/** The facts of a sheet that was published, of whichever kind. */
export type PublishedFacts = PlanFacts | ReportNotice;

/** What is drawn to be looked at, and neither hashed nor kept. */
export type SampleFacts = SampleNotice | SampleReport;

/** What can be drawn as a sheet, of whichever kind. */
export type DrawnNotice = PublishedFacts | SampleFacts;

/** Whether a sheet is only a sample. */
export function isSample(notice: DrawnNotice): notice is SampleFacts {
  return notice.kind === 'sample' || notice.kind === 'report-sample';
}

/** What is wrong with a sheet of whichever kind before it may be printed; none when it adds up. */
export function factsProblems(facts: DrawnNotice): Problem[] {
  if (facts.kind === 'yearly-use-plan') return yearNoticeProblems(facts);
  return facts.kind === 'report' || facts.kind === 'report-sample'
    ? reportNoticeProblems(facts)
    : noticeProblems(facts);
}

/** States that a sheet adds up; one that does not is a fault of the program, and nothing is printed. */
export function assertFactsHold(facts: DrawnNotice): void {
  const list = factsProblems(facts).map(({ code, field }) => `${code} (${field})`);
  invariant(list.length === 0, `a notice adds up before it is printed: ${list.join(', ')}`);
}
