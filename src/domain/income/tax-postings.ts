import { lossAccount } from '../assets/given-up';
import type { Chart } from '../ledger/chart';
import type { Pool, Posting, Stream } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { incomeAccountOf } from './stake-income';
import { requireTaxAccount } from '../ledger/tax-account';
import type { TaxPart } from './tax-period';

/** The word by which vouchers of a period's tax are known. */
export const PERIOD_TAX = 'periodTax';

/** The word by which vouchers of tax that was paid are known. */
export const TAX_PAYMENT = 'taxPayment';

/**
 * The tax of a period: Dr the income it was part of / Cr taxes payable (2023: 501 / 214), so that income
 * stands without it. It is owed out of the pool's money, and by as much less has the pool received. A part
 * below zero gives tax back that was booked before: the same lines the other way round. Of what an asset was
 * sold for it makes less of the gain or more of the loss: Dr where a loss goes (2023: 515). Source: domain
 * facts §2.2, §6.3; product decision on pools, received is net of tax owed.
 * @throws DomainError `tax.noAccount`
 */
export function periodTaxPostings(parts: readonly TaxPart[], chart: Chart): Posting[] {
  const taxPayable = requireTaxAccount(chart);
  return parts.flatMap((part): Posting[] => {
    const { pool, assetId, stream, month } = part;
    const of = stream === undefined || month === undefined ? {} : { stream, generationMonth: month };
    const dimensions = { pool, assetId, ...of };
    const isOwed = part.amount > 0n;
    const amount = isOwed ? part.amount : -part.amount;
    const [income, tax] = isOwed ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
    return [
      { ...dimensions, ledgerAccount: incomeAccount(stream, chart), side: income, amount },
      { ...dimensions, ledgerAccount: taxPayable, side: tax, amount, poolFlow: 'received' },
    ];
  });
}

function incomeAccount(stream: Stream | undefined, { roles, choices }: Chart): string {
  if (stream === undefined) return lossAccount({ roles, choices });
  return stream === 'subsidy' ? choices.subsidyIncome : incomeAccountOf(stream, roles);
}

/** Tax that goes out of a pool. */
export interface PaidTax {
  readonly pool: Pool;
  readonly amount: Fen;
}

/** Tax is paid: Dr taxes payable / Cr bank (2023: 214 / 102). What is owed was never the pool's to spend. */
export function taxPaidPostings(paid: PaidTax, chart: Chart): Posting[] {
  const { pool, amount } = paid;
  return [
    { pool, ledgerAccount: requireTaxAccount(chart), side: 'debit', amount },
    { pool, ledgerAccount: chart.roles.bank, side: 'credit', amount },
  ];
}

/** What of a period's tax a voucher booked, place by place, read from its lines. */
export function bookedTax(postings: readonly Posting[], taxPayable: string): TaxPart[] {
  return postings.flatMap((line): TaxPart[] => {
    const { ledgerAccount, pool, assetId, stream, generationMonth: month, side } = line;
    if (ledgerAccount !== taxPayable || assetId === undefined) return [];
    return [{ pool, assetId, stream, month, amount: side === 'credit' ? line.amount : -line.amount }];
  });
}

/** The whole of parts. */
export function taxTotal(parts: readonly TaxPart[]): Fen {
  return sumFen(parts.map(({ amount }) => amount));
}
