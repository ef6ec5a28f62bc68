import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { largeDistribution, renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { renderLargePrint } from '../../src/features/notices/large-print';
import type { ReportNames } from '../../src/features/notices/report-cells';
import { largeReport, renderReport } from '../../src/features/notices/report-sheet';
import { largeYearPlan, renderYearPlanNotice } from '../../src/features/notices/year-plan-sheet';
import { longRegisterSheet, registerSheet } from './asset-register.fixture';
import { correctionSheet, longCorrectionSheet } from './correction.fixture';
import { LEASE_NAMES, leasesSheet, objectionsSheet, paymentSheet } from './office-sheets.fixture';
import {
  appointmentsSheet,
  labourSheet,
  PEOPLE_NAMES,
  rewardsSheet,
  wagesSheet,
} from './people-sheets.fixture';
import { incomeSheet, longIncomeSheet, REPORT_NAMES } from './report-sheet.fixture';
import { longResolutionSheet, resolutionSheet, SIGNER_NAMES } from './resolution.fixture';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';
import { yearSheet } from './year-plan.fixture';

const NAMES: ReportNames = { ...REPORT_NAMES, ...LEASE_NAMES, ...PEOPLE_NAMES, ...SIGNER_NAMES };

/** Each sheet as it stands in the kept copies, and of how many rows one wishes. */
export const REPORTS: Readonly<
  Record<string, { readonly model: () => ReportNotice; readonly of: (count: number) => ReportNotice }>
> = {
  'income-expenditure': { model: () => incomeSheet(), of: longIncomeSheet },
  'post-appointments': { model: () => appointmentsSheet(12), of: appointmentsSheet },
  'post-wages': { model: () => wagesSheet(), of: wagesSheet },
  'works-labour': { model: () => labourSheet(12), of: labourSheet },
  'rewards-subsidies': { model: () => rewardsSheet(12), of: rewardsSheet },
  'payment-results': { model: () => paymentSheet(2), of: paymentSheet },
  'asset-register': { model: () => registerSheet(), of: longRegisterSheet },
  'leases-arrears': { model: () => leasesSheet(4), of: leasesSheet },
  'objections-answers': { model: () => objectionsSheet(3), of: objectionsSheet },
  correction: { model: correctionSheet, of: longCorrectionSheet },
  resolution: { model: () => resolutionSheet(), of: longResolutionSheet },
};

/** A sheet about some days as it hangs. */
export const printReport = (notice: ReportNotice): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: NAMES, reader: 'wall' });

/** A sheet as it hangs, and what hangs beside it in large print. */
export interface EachSheet {
  readonly print: () => Promise<Buffer>;
  readonly printLarge: () => Promise<Buffer>;
}

const { shortCode } = YANGSHUWAN_OPTIONS;

/** Every sheet there is, by its name. */
export const EVERY_SHEET: readonly (readonly [name: string, sheet: EachSheet])[] = [
  [
    'distribution',
    {
      print: () => renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS),
      printLarge: () =>
        renderLargePrint(YANGSHUWAN, largeDistribution(YANGSHUWAN, shortCode), YANGSHUWAN_OPTIONS),
    },
  ],
  [
    'yearly-use-plan',
    {
      print: () => renderYearPlanNotice(yearSheet(), YANGSHUWAN_OPTIONS),
      printLarge: () =>
        renderLargePrint(yearSheet(), largeYearPlan(yearSheet(), shortCode), YANGSHUWAN_OPTIONS),
    },
  ],
  ...Object.entries(REPORTS).map(([name, { model }]): [string, EachSheet] => [
    name,
    {
      print: () => printReport(model()),
      printLarge: () => renderLargePrint(model(), largeReport(model(), shortCode), YANGSHUWAN_OPTIONS),
    },
  ]),
];
