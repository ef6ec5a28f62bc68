import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import { type Chart, mainCodeOf } from './chart';
import { type Pool, signedAmount, type Posting } from './journal-entry';
import type { ManualVoucherForm } from './manual-voucher';
import { debtsIn } from './pool-lines';

/** A voucher that made a debt, and what of it the bank paid. */
export interface PaidDebt {
  /** Counterparties by name. */
  readonly postings: readonly Posting[];
  readonly amount: Fen;
  /** The voucher, where the payment may say that it pays just that. */
  readonly named?: string | undefined;
}

/**
 * The form of the voucher that pays what others made owed: Dr each debt, to whom it is owed / Cr bank
 * (2023: 211, 213 / 102), no more than each made; the bank pays all of a pool in one line. Undefined where
 * none of them made any.
 */
export function payingVoucher(
  debts: readonly PaidDebt[],
  { on, summary }: { readonly on: CalendarDay; readonly summary: string },
  chart: Chart,
): ManualVoucherForm | undefined {
  const paid = debts.flatMap((debt) => paidOf(debt, chart));
  if (paid.length === 0) return undefined;
  const fromBank = [...new Set(paid.map(({ pool }) => pool))].map((pool) => {
    const amount = sumFen(paid.filter((line) => line.pool === pool).map((line) => line.amount));
    return { pool, ledgerAccount: chart.roles.bank, counterparty: '', amount };
  });
  const typed = { assetId: '', stream: '', generationMonth: '' };
  return {
    ...{ postedOn: on, aboutPeriod: '', summary, attachments: '', redLetters: '' },
    lines: [
      ...paid.map(({ amount, ...line }) => ({ ...typed, ...line, debit: plainYuan(amount), credit: '' })),
      ...fromBank.map(({ amount, ...line }) => ({ ...typed, ...line, debit: '', credit: plainYuan(amount) })),
    ],
  };
}

/** What is paid of the first debt that a voucher made. */
function paidOf(
  { postings, amount, named }: PaidDebt,
  chart: Chart,
): { pool: Pool; ledgerAccount: string; counterparty: string; amount: Fen; paysDebt?: string }[] {
  const debts = [...debtsIn({ lines: postings, chart }), chart.roles.internal];
  const owed = postings.filter(
    (line) => signedAmount(line) < 0n && debts.includes(mainCodeOf(line.ledgerAccount)),
  );
  const [first] = owed;
  if (first === undefined) return [];
  const { ledgerAccount, pool, counterparty = '' } = first;
  const made = sumFen(
    owed.filter((line) => line.counterparty === first.counterparty).map((each) => each.amount),
  );
  const paysDebt = named === undefined ? {} : { paysDebt: named };
  return [{ pool, ledgerAccount, counterparty, amount: amount < made ? amount : made, ...paysDebt }];
}
