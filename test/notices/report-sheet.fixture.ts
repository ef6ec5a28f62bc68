import type { ReportFigures, ReportNotice } from '../../src/domain/notices/report-notice';
import { incomeExpenditureNotice, type MovedLine } from '../../src/domain/notices/income-expenditure';
import type { ReportNames } from '../../src/features/notices/report-cells';
import { YANGSHUWAN } from './yangshuwan.fixture';

/** The names behind the ids of the model sheets. */
export const REPORT_NAMES: ReportNames = {
  asset: new Map([
    ['a1', '一号电站'],
    ['a2', '柳河镇第二批光伏扶贫联村电站及配套箱式变压器和汇流箱'],
    ['a3', '𠅤家圩冷库'],
  ]),
  party: new Map(),
  entry: new Map([
    ['e1', '一号电站、二号电站到账'],
    ['e2', '付电站保险'],
    ['e3', '应付公益性岗位工资'],
    ['e9', '柳河镇第二批光伏扶贫联村电站及配套箱式变压器和汇流箱到账'],
  ]),
};

/** A sheet of the model village about its first half-year, with what a test says of it. */
export function reportOf(
  sheet: string,
  figures: ReportFigures,
  more: Partial<ReportNotice['heading']> = {},
): ReportNotice {
  const { heading, publicity, contacts, witness } = YANGSHUWAN;
  return {
    ...{ kind: 'report', heading: { ...heading, sheet, ...more } },
    ...{ ...figures, publicity, contacts, witness },
  };
}

const LINES: readonly MovedLine[] = [
  line({
    flow: 'received',
    entryId: 'e1',
    voucher: '记-0003',
    on: '2025-01-20',
    assetId: 'a1',
    amount: 1892631n,
  }),
  line({
    ...{ flow: 'received', entryId: 'e1', voucher: '记-0003', on: '2025-01-20', assetId: 'a1' },
    ...{ stream: 'subsidy', amount: 2281626n },
  }),
  line({
    flow: 'deducted',
    entryId: 'e2',
    voucher: '记-0011',
    on: '2025-03-05',
    assetId: 'a1',
    amount: 120000n,
  }),
  line({
    flow: 'deducted',
    entryId: 'e2',
    voucher: '记-0012',
    on: '2025-03-06',
    assetId: 'a1',
    amount: -20000n,
  }),
  line({ flow: 'granted', entryId: 'e3', voucher: '记-0030', on: '2025-06-30', amount: 960000n }),
];

export function line(more: Partial<MovedLine> & Pick<MovedLine, 'flow'>): MovedLine {
  return {
    ...{ entryId: 'e1', voucher: '记-0001', on: '2025-01-05', pool: 'pv', assetId: undefined },
    ...{ stream: 'energy', isTax: false, amount: 100n, ...more },
  };
}

/** The model village's income and expenditure. */
export function incomeSheet(lines: readonly MovedLine[] = LINES, carriedOver = 341266n): ReportNotice {
  return reportOf('income-expenditure', incomeExpenditureNotice({ carriedOver, lines }));
}

/** So many receipts, costs and grants together, with long names, ten digits and a rare character. */
export function longIncomeSheet(count: number): ReportNotice {
  const flows = ['received', 'deducted', 'granted'] as const;
  const lines = Array.from({ length: count }, (_, index) => {
    const flow = flows[index % 3] ?? 'received';
    const voucher = `2024年记-${String(index + 1).padStart(4, '0')}`;
    return line({
      ...{ flow, entryId: 'e9', voucher, on: '2024-12-31', amount: 999_999_999n + BigInt(index) },
      assetId: index % 2 === 0 ? 'a2' : 'a3',
    });
  });
  return incomeSheet(lines, 99_999_999_999n);
}
