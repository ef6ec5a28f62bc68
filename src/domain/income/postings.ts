import type { Month } from '../calendar/calendar-day';
import type { PostingChoices } from '../ledger/chart';
import { type Pool, type Posting, type Stream, withoutNil } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';

const BANK = '102';
const RECEIVABLE = '112';
const OPERATING_INCOME = '501';
const UNDISTRIBUTED = '322';

/** A part of a receivable with the dimensions its lines carry. */
export interface ReceivablePart {
  readonly amount: Fen;
  readonly pool: Pool;
  readonly assetId: string;
  readonly stream: Stream;
  readonly month: Month;
  readonly counterparty?: string;
}

/**
 * Settlement: Dr 112 / Cr 501 (energy), Dr 112 / Cr the account chosen for the subsidy. Source: domain
 * facts §2.2, §6.1.
 */
export function settlementPostings(
  parts: { readonly energy: ReceivablePart; readonly subsidy: ReceivablePart },
  choices: PostingChoices,
): Posting[] {
  return [...accrual(parts.energy, OPERATING_INCOME), ...accrual(parts.subsidy, choices.subsidyIncome)];
}

/** Rent or other income that has fallen due: Dr 112 / Cr 501. Source: domain facts §2.2. */
export function incomeDuePostings(part: ReceivablePart): Posting[] {
  return accrual(part, OPERATING_INCOME);
}

/** Receipt: Dr 102, which is what the pool received, / Cr 112 for each receivable it clears. */
export function receiptPostings(parts: readonly ReceivablePart[]): Posting[] {
  return parts.flatMap((part) => [
    {
      ...dimensions(part),
      ledgerAccount: BANK,
      side: 'debit' as const,
      amount: part.amount,
      poolFlow: 'received' as const,
    },
    { ...dimensions(part), ledgerAccount: RECEIVABLE, side: 'credit' as const, amount: part.amount },
  ]);
}

/** What a collective brings into the books on their first day. */
export interface Opening {
  readonly bank: readonly { readonly pool: Pool; readonly amount: Fen }[];
  readonly receivables: readonly ReceivablePart[];
}

/** Opening voucher: Dr 102 per pool and Dr 112 per receivable, both against 322. */
export function openingPostings(opening: Opening): Posting[] {
  const money = opening.bank.flatMap(({ pool, amount }): Posting[] => [
    { ledgerAccount: BANK, side: 'debit', amount, pool, poolFlow: 'opening' },
    { ledgerAccount: UNDISTRIBUTED, side: 'credit', amount, pool },
  ]);
  const pools = new Set(opening.receivables.map((part) => part.pool));
  const against = [...pools].map((pool): Posting => {
    const own = opening.receivables.filter((part) => part.pool === pool);
    return {
      ledgerAccount: UNDISTRIBUTED,
      side: 'credit',
      amount: sumFen(own.map((part) => part.amount)),
      pool,
    };
  });
  const due = opening.receivables.map((part): Posting => ({
    ...dimensions(part),
    ledgerAccount: RECEIVABLE,
    side: 'debit',
    amount: part.amount,
  }));
  return withoutNil([...money, ...due, ...against]);
}

function accrual(part: ReceivablePart, incomeAccount: string): Posting[] {
  return withoutNil([
    { ...dimensions(part), ledgerAccount: RECEIVABLE, side: 'debit', amount: part.amount },
    { ...dimensions(part), ledgerAccount: incomeAccount, side: 'credit', amount: part.amount },
  ]);
}

type Dimensions = Pick<Posting, 'pool' | 'assetId' | 'stream' | 'generationMonth' | 'counterparty'>;

function dimensions(part: ReceivablePart): Dimensions {
  return {
    pool: part.pool,
    assetId: part.assetId,
    stream: part.stream,
    generationMonth: part.month,
    ...(part.counterparty === undefined ? {} : { counterparty: part.counterparty }),
  };
}
