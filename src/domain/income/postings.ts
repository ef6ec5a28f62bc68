import type { Month } from '../calendar/calendar-day';
import type { AccountRoles, Chart, PostingChoices } from '../ledger/chart';
import { type Pool, type Posting, type Stream, withoutNil } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import type { SlipTax } from './slip-tax';
import { incomeAccountOf } from './stake-income';
import { requireTaxAccount } from '../ledger/tax-account';

/** A part of a receivable with the dimensions its lines carry. */
export interface ReceivablePart {
  readonly amount: Fen;
  readonly pool: Pool;
  readonly assetId: string;
  readonly stream: Stream;
  readonly month: Month;
  readonly counterparty?: string;
}

/** The accounts income is booked on: those of the chart by their role, and what the county chose. */
export interface IncomeAccounts {
  readonly roles: AccountRoles;
  readonly choices: PostingChoices;
}

/**
 * Settlement: Dr receivable / Cr operating income (energy), Dr receivable / Cr the account chosen for the
 * subsidy (2023: 112 / 501). Source: domain facts §2.2, §6.1.
 */
export function settlementPostings(
  parts: { readonly energy: ReceivablePart; readonly subsidy: ReceivablePart },
  { roles, choices }: IncomeAccounts,
): Posting[] {
  return [
    ...accrual(parts.energy, roles.operatingIncome, roles),
    ...accrual(parts.subsidy, choices.subsidyIncome, roles),
  ];
}

/**
 * The same of a slip that prints tax. What the grid pays out with the fee is owed by the collective:
 * {@link taxedDuePostings}. What the grid keeps back is owed by nobody any more: Dr receivable without it,
 * Dr operating income with it / Cr operating income with the whole fee (2023: 112, 501 / 501), so that the
 * fee stands as printed, the income without its tax, and no more is awaited than will come. Source: STA
 * notice 2014 no. 32; which accounts show it is not confirmed.
 * @throws DomainError `tax.noAccount`
 */
export function slipPostings(
  parts: { readonly energy: ReceivablePart; readonly subsidy: ReceivablePart },
  tax: Pick<SlipTax, 'charged' | 'keptBack'> | undefined,
  chart: Chart,
): Posting[] {
  const { charged, keptBack } = tax ?? {};
  const { roles, choices } = chart;
  const subsidy = accrual(parts.subsidy, choices.subsidyIncome, roles);
  if (charged !== undefined) return [...taxedDuePostings(parts.energy, charged, chart), ...subsidy];
  if (keptBack === undefined) return settlementPostings(parts, chart);
  const { amount } = parts.energy;
  const dimensions = dimensionsOf(parts.energy);
  const income = { ...dimensions, ledgerAccount: roles.operatingIncome };
  return [
    ...withoutNil([{ ...dimensions, ledgerAccount: roles.receivable, side: 'debit', amount }]),
    { ...income, side: 'debit', amount: keptBack },
    { ...income, side: 'credit', amount: amount + keptBack },
    ...subsidy,
  ];
}

/**
 * Rent, dividends or other income that has fallen due: Dr receivable / Cr operating income, of a dividend
 * investment income (2023: 112 / 501, 502). Source: domain facts §2.2.
 */
export function incomeDuePostings(part: ReceivablePart, roles: AccountRoles): Posting[] {
  return accrual(part, incomeAccountOf(part.stream, roles), roles);
}

/** What has fallen due, by what its paper says of tax; beside what the village runs it is other income. */
export function duePostings(
  part: ReceivablePart,
  { tax, isBeside = false }: { readonly tax: Fen | undefined; readonly isBeside?: boolean },
  chart: Chart,
): Posting[] {
  if (isBeside) return accrual(part, chart.roles.otherIncome, chart.roles);
  return tax === undefined ? incomeDuePostings(part, chart.roles) : taxedDuePostings(part, tax, chart);
}

/**
 * The same where its paper charges tax: Dr receivable / Cr operating income without the tax, Cr taxes payable
 * (2023: 112 / 501, 214). The tax is owed at once, whenever the payer pays: by as much less has the pool
 * received. Source: domain facts §6.3; product decision on pools, received is net of tax owed.
 * @throws DomainError `tax.noAccount`
 */
export function taxedDuePostings(part: ReceivablePart, tax: Fen, chart: Chart): Posting[] {
  const { receivable } = chart.roles;
  const income = incomeAccountOf(part.stream, chart.roles);
  const dimensions = dimensionsOf(part);
  return [
    { ...dimensions, ledgerAccount: receivable, side: 'debit', amount: part.amount },
    ...withoutNil([{ ...dimensions, ledgerAccount: income, side: 'credit', amount: part.amount - tax }]),
    taxOwedLine(part, tax, chart),
  ];
}

/**
 * Tax that a paper charges: Cr taxes payable, by which the pool receives less, and it names no payer.
 * @throws DomainError `tax.noAccount`
 */
export function taxOwedLine(
  { pool, assetId, stream, month: generationMonth }: ReceivablePart,
  tax: Fen,
  chart: Pick<Chart, 'roles' | 'version'>,
): Posting {
  const dimensions = { pool, assetId, stream, generationMonth };
  const ledgerAccount = requireTaxAccount(chart);
  return { ...dimensions, ledgerAccount, side: 'credit', amount: tax, poolFlow: 'received' };
}

/**
 * Receipt of what came earlier, for a year that had not begun: Dr payable, where the advance was kept, which
 * is what the pool receives now, / Cr receivable. Rent of several years is spread over them. Source: domain
 * facts §2.2, §2.3.
 */
export function advanceUsedPostings(parts: readonly ReceivablePart[], roles: AccountRoles): Posting[] {
  return receiptPostings(parts, { ...roles, bank: roles.payable });
}

/** Receipt: Dr bank, which is what the pool received, / Cr receivable for each one it clears. */
export function receiptPostings(parts: readonly ReceivablePart[], roles: AccountRoles): Posting[] {
  return parts.flatMap((part) => [
    {
      ...dimensionsOf(part),
      ledgerAccount: roles.bank,
      side: 'debit' as const,
      amount: part.amount,
      poolFlow: 'received' as const,
    },
    { ...dimensionsOf(part), ledgerAccount: roles.receivable, side: 'credit' as const, amount: part.amount },
  ]);
}

function accrual(part: ReceivablePart, incomeAccount: string, roles: AccountRoles): Posting[] {
  return withoutNil([
    { ...dimensionsOf(part), ledgerAccount: roles.receivable, side: 'debit', amount: part.amount },
    { ...dimensionsOf(part), ledgerAccount: incomeAccount, side: 'credit', amount: part.amount },
  ]);
}

type Dimensions = Pick<Posting, 'pool' | 'assetId' | 'stream' | 'generationMonth' | 'counterparty'>;

/** What a line on such income bears. */
export function dimensionsOf(part: ReceivablePart): Dimensions {
  return {
    pool: part.pool,
    assetId: part.assetId,
    stream: part.stream,
    generationMonth: part.month,
    ...(part.counterparty === undefined ? {} : { counterparty: part.counterparty }),
  };
}
