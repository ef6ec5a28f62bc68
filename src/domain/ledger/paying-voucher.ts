import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import { type Chart, mainCodeOf } from './chart';
import { signedAmount, type Posting } from './journal-entry';
import type { ManualVoucherForm } from './manual-voucher';
import { debtsIn } from './pool-lines';

/** How the bank paid what a voucher made owed. */
export interface PaidDebt {
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly summary: string;
}

/**
 * The form of the voucher that pays what another one made owed: Dr the debt, to whom it is owed / Cr bank
 * (2023: 211, 213 / 102), no more than that. Undefined where it made none.
 * @param postings of the voucher that made it, counterparties by name
 */
export function payingVoucher(
  postings: readonly Posting[],
  { on, amount, summary }: PaidDebt,
  chart: Chart,
): ManualVoucherForm | undefined {
  const debts = [...debtsIn({ lines: postings, chart }), chart.roles.internal];
  const owed = postings.filter(
    (line) => signedAmount(line) < 0n && debts.includes(mainCodeOf(line.ledgerAccount)),
  );
  const [first] = owed;
  if (first === undefined) return undefined;
  const { ledgerAccount, pool, counterparty = '' } = first;
  const made = sumFen(
    owed.filter((line) => line.counterparty === first.counterparty).map((each) => each.amount),
  );
  const sum = plainYuan(amount < made ? amount : made);
  const line = { ...{ assetId: '', stream: '', generationMonth: '', pool }, debit: '', credit: '' };
  return {
    ...{ postedOn: on, aboutPeriod: '', summary, attachments: '', redLetters: '' },
    lines: [
      { ...line, ledgerAccount, counterparty, debit: sum },
      { ...line, ledgerAccount: chart.roles.bank, counterparty: '', credit: sum },
    ],
  };
}
