import { join } from 'node:path';
import type { Chart } from '../../../src/domain/ledger/chart';
import type { ChainedEntry } from '../../../src/domain/ledger/hash-chain';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { ChartService } from '../../../src/features/ledger/chart.service';

/** The chart of 2023 as it ships. */
export const FULL: Chart = new ChartService(join(__dirname, '../../../seeds')).requireChart('2023');

/** The chart of 2004 as it ships. */
export const OLD: Chart = new ChartService(join(__dirname, '../../../seeds')).requireChart('2004');

/** A small chart: bank, receivable, retained surplus, income, expense. */
export const CHART: Chart = {
  version: '2023',
  accounts: new Map(
    [...FULL.accounts].filter(([code]) => ['102', '112', '322', '501', '511'].includes(code)),
  ),
  roles: FULL.roles,
  choices: {
    subsidyIncome: '501',
    postWages: '511',
    worksLabour: '511',
    rewards: '511',
    industry: '511',
    otherUses: '511',
    publicAssetDepreciation: '511',
    impairment: '511',
    disposalLoss: '511',
    contributionDifference: '311',
  },
  offers: FULL.offers,
  feeDifferenceBelow: 100n,
};

/** A line over an amount in fen: debit when it is above zero, credit when below. */
export function line(ledgerAccount: string, signed: bigint, wish: Partial<Posting> = {}): Posting {
  const side = signed < 0n ? ('credit' as const) : ('debit' as const);
  return { ledgerAccount, side, amount: signed < 0n ? -signed : signed, pool: 'pv', ...wish };
}

/** A receipt of 1,234.56 for May's energy fee, as the chain covers it. */
export const RECEIPT: ChainedEntry = {
  collectiveId: 'village',
  entryId: 'entry-1',
  position: 1,
  chart: '2023',
  voucher: { year: 2025, number: 7 },
  event: 'income.received',
  postedOn: '2025-06-20',
  bookedAt: '2025-06-21T01:02:03.000Z',
  aboutPeriod: '2025-05',
  statementOn: '2025-06-20',
  summary: 'money for "May"',
  source: { kind: 'receipt', id: 'receipt-1' },
  canonical: 1,
  preparedBy: 'accountant',
  postings: [
    line('102', 123_456n, {
      poolFlow: 'received',
      assetId: 's1',
      stream: 'energy',
      generationMonth: '2025-05',
    }),
    line('112', -123_456n, {
      assetId: 's1',
      stream: 'energy',
      generationMonth: '2025-05',
      counterparty: 'grid',
    }),
  ],
};
