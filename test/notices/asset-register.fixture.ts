import { assetRegisterNotice, type AssetOverTime } from '../../src/domain/notices/asset-register';
import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { reportOf } from './report-sheet.fixture';

const ASSETS: readonly AssetOverTime[] = [
  {
    ...{ id: 'a1', acquiredOn: '2018-06-30', costBefore: 60_000_000n, cost: 61_200_000n, lost: 18_000_000n },
    funds: [
      { level: 'central', year: 2018, amount: 50_000_000n },
      { level: 'county', year: 2018, amount: 10_000_000n },
      { level: 'own', year: 2025, amount: 1_200_000n },
    ],
  },
  {
    ...{ id: 'a2', acquiredOn: '2025-04-01', cost: 30_000_000n, lost: 0n },
    funds: [{ level: 'eastWest', year: 2025, amount: 30_000_000n }],
  },
  {
    ...{ id: 'a3', acquiredOn: '2019-01-01', costBefore: 5_000_000n, cost: 5_000_000n, lost: 0n },
    funds: [{ level: 'central', year: 2019, amount: 5_000_000n }],
    left: { on: '2025-05-20', by: 'scrap' },
  },
];

/** The model village's register over its first half-year. */
export function registerSheet(assets: readonly AssetOverTime[] = ASSETS): ReportNotice {
  const { heading, ...notice } = reportOf(
    'asset-register',
    assetRegisterNotice({ periodTo: '2025-06-30', assets }),
  );
  const { sheet, issuer, village, township, number, version, issuedOn } = heading;
  const { periodFrom, periodTo, periodKind } = heading;
  const of = { sheet, issuer, village, township, number, version, issuedOn };
  return { ...notice, heading: { ...of, periodFrom, periodTo, periodKind } };
}

/** So many assets, with long names, a rare character and twelve digits, each second of which left. */
export function longRegisterSheet(count: number): ReportNotice {
  return registerSheet(
    Array.from({ length: count }, (_, index): AssetOverTime => {
      const cost = 999_999_999n + BigInt(index);
      return {
        ...{ id: index % 3 === 0 ? 'a3' : 'a2', acquiredOn: '2025-02-28', cost, lost: 12_345_678n },
        funds: [{ level: 'localBond', year: 2025, amount: cost }],
        ...(index % 2 === 0 ? {} : { left: { on: '2025-05-20', by: 'contribution' as const } }),
      };
    }),
  );
}
