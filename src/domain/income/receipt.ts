import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type Fen, sumFen } from '../money/fen';
import { type ClearedFee, type FeeExcess, readFeeExcess } from './receipt-excess';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/**
 * What a person types when money has come: the bank's day and amount, and what each receivable gets of it.
 */
export interface ReceiptForm {
  readonly receivedOn: string;
  readonly amount: string;
  /** Receivable id → amount as typed; empty means nothing. */
  readonly amounts: Readonly<Record<string, string>>;
  /**
   * Ticked where it is not blank: the money came earlier and was kept as an advance; the bank's statement
   * does not show it now.
   */
  readonly fromAdvance?: string;
  /** Why the bank paid a little more than the slip; only where it did. */
  readonly excessReason?: string;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
}

/** A receivable that is not yet wholly paid. */
export interface OpenReceivable extends ClearedFee {
  /** The day it was booked: nothing is received on it before. */
  readonly bookedOn: CalendarDay;
}

export interface ReceiptLine {
  readonly receivableId: string;
  readonly amount: Fen;
}

/**
 * Reads a receipt, or says everything that is wrong with it: the parts add up to what the bank shows, and
 * none is above what is outstanding. What is above an energy fee by less than the county's bound is read with
 * its reason. Codes `receipt.*`, `money.*`, `calendar.*`, `form.missing`.
 */
export function readReceipt(
  form: ReceiptForm,
  open: readonly OpenReceivable[],
  below: Fen = 0n,
): {
  receivedOn: CalendarDay;
  lines: ReceiptLine[];
  excess: FeeExcess | undefined;
  attachments: number;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  readDay({ field: 'receivedOn', value: form.receivedOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const lines: ReceiptLine[] = [];
  for (const [receivableId, typed] of Object.entries(form.amounts)) {
    if (typed.trim() === '') continue;
    const line = readLine(receivableId, typed, { open, receivedOn: form.receivedOn });
    if ('code' in line) problems.push(line);
    else if (line.amount > 0n) lines.push(line);
  }
  const parts = sumFen(lines.map((line) => line.amount));
  const read =
    amount === undefined || problems.length > 0
      ? undefined
      : readFeeExcess(form, { parts, difference: amount - parts, lines, open, below });
  problems.push(...(read?.problems ?? []));
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { receivedOn: form.receivedOn, lines, excess: read?.excess, attachments, problems };
}

function readLine(
  receivableId: string,
  typed: string,
  given: { readonly open: readonly OpenReceivable[]; readonly receivedOn: string },
): ReceiptLine | Problem {
  const field = `amounts.${receivableId}`;
  const receivable = given.open.find((each) => each.id === receivableId);
  if (receivable === undefined) return { code: 'receipt.notOpen', field, value: typed };
  const problems: Problem[] = [];
  const amount = readAmount({ field, value: typed }, 'zero', problems);
  const [problem] = problems;
  if (amount === undefined || problem !== undefined) return problem ?? { code: 'form.missing', field };
  if (amount > receivable.outstanding) {
    const excess = amount - receivable.outstanding;
    return {
      code: 'receipt.aboveOutstanding',
      field,
      value: typed,
      facts: { outstanding: receivable.outstanding, excess },
    };
  }
  if (given.receivedOn < receivable.bookedOn) {
    return { code: 'receipt.beforeBooked', field, value: typed, facts: { bookedOn: receivable.bookedOn } };
  }
  return { receivableId, amount };
}
