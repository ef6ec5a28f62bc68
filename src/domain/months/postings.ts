import { type CalendarDay, monthOf } from '../calendar/calendar-day';
import { type Chart, isPoolMoney } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import type { OpeningLine } from './opening';

/**
 * The opening voucher: every balance on its own side, as it stood. What is a pool's money, or owed out of it,
 * opens the pool, so that it starts with what was left undistributed. Source: product decision "Pools".
 * A debt whose day is known carries its month, so that the chain covers it; the day stands beside the line.
 */
export function openingPostings(lines: readonly OpeningLine[], chart: Chart): Posting[] {
  return lines.map(({ ledgerAccount, side, amount, pool, assetId, stream, counterparty, ...line }) => {
    const month = line.month ?? (line.aroseOn === undefined ? undefined : monthOf(line.aroseOn));
    const posting: Posting = {
      ledgerAccount,
      side,
      amount,
      pool,
      ...(assetId === undefined ? {} : { assetId }),
      ...(stream === undefined ? {} : { stream }),
      ...(month === undefined ? {} : { generationMonth: month }),
      ...(counterparty === undefined ? {} : { counterparty }),
    };
    return isPoolMoney(posting, chart) ? { ...posting, poolFlow: 'opening' } : posting;
  });
}

/** The days on which debts that were taken over arose, by the number of their line on the opening voucher. */
export function originsOf(lines: readonly OpeningLine[]): Map<number, CalendarDay> {
  const days = lines.flatMap(({ aroseOn }, index) =>
    aroseOn === undefined ? [] : [[index + 1, aroseOn] as const],
  );
  return new Map(days);
}

/** The short form of an opening, of books that start with money and income owed, and nothing else. */
export interface ShortOpening {
  readonly bank: readonly Pick<OpeningLine, 'pool' | 'amount'>[];
  readonly receivables: readonly (Required<
    Pick<OpeningLine, 'pool' | 'assetId' | 'stream' | 'month' | 'counterparty'>
  > &
    Pick<OpeningLine, 'amount'>)[];
  /** Whatever else stands in the books, each on its own side; balanced pool by pool. */
  readonly further?: readonly OpeningLine[];
}

/** Its lines: money and receivables of each pool, against the surplus they were left from. */
export function linesOfShortOpening(opening: ShortOpening, { roles }: Chart): OpeningLine[] {
  const against = { ledgerAccount: roles.surplusDistribution, side: 'credit' as const };
  const money = opening.bank.flatMap((each): OpeningLine[] => [
    { ...each, ledgerAccount: roles.bank, side: 'debit' },
    { ...each, ...against },
  ]);
  const owed = opening.receivables.map((each): OpeningLine => ({
    ...each,
    ledgerAccount: roles.receivable,
    side: 'debit',
  }));
  const pools = [...new Set(owed.map((line) => line.pool))];
  const left = pools.map((pool): OpeningLine => {
    const own = owed.filter((line) => line.pool === pool);
    return { ...against, pool, amount: own.reduce((sum, line) => sum + line.amount, 0n) };
  });
  return [...money, ...owed, ...left, ...(opening.further ?? [])].filter((line) => line.amount !== 0n);
}
