import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/** The money of a slip that is there when the slip is typed; both blank while it has not come. */
export interface SlipReceiptForm {
  readonly receivedOn: string;
  /** Yuan as the bank shows it. */
  readonly receivedAmount: string;
}

/** What the grid owes by a slip, and from which day on: nothing is received on it before. */
export interface OwedBySlip {
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  readonly bookedOn: CalendarDay;
}

/** What has come of a slip. Fen. */
export interface SlipReceipt {
  readonly receivedOn: CalendarDay;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
}

/** Whether anything is said of money that has come. */
export function saysReceived(form: SlipReceiptForm): boolean {
  return form.receivedOn.trim() !== '' || form.receivedAmount.trim() !== '';
}

/**
 * Reads the money that came of a slip. The grid pays the energy fee, whole or in part, and the state its
 * subsidy months later; where both come in one sum it is all of both. Any other sum above the fee cannot be
 * told apart and is entered as a receipt, line by line. Codes `receipt.beforeBooked`, `receipt.notOfSlip`,
 * `calendar.notADay`, `form.missing`, `money.*`.
 */
export function readSlipReceipt(
  form: SlipReceiptForm,
  owed: OwedBySlip,
): { receipt: SlipReceipt | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const receivedOn = readDay({ field: 'receivedOn', value: form.receivedOn }, problems);
  const amount = readAmount({ field: 'receivedAmount', value: form.receivedAmount }, 'aboveZero', problems);
  const { bookedOn, energyFee, subsidy } = owed;
  if (receivedOn !== undefined && receivedOn < bookedOn)
    problems.push({
      code: 'receipt.beforeBooked',
      field: 'receivedOn',
      value: receivedOn,
      facts: { bookedOn },
    });
  if (amount !== undefined && amount > energyFee && amount !== energyFee + subsidy)
    problems.push({
      code: 'receipt.notOfSlip',
      field: 'receivedAmount',
      value: form.receivedAmount,
      facts: { energyFee, both: energyFee + subsidy },
    });
  if (receivedOn === undefined || amount === undefined || problems.length > 0)
    return { receipt: undefined, problems };
  const ofFee = amount < energyFee ? amount : energyFee;
  return { receipt: { receivedOn, energyFee: ofFee, subsidy: amount - ofFee }, problems };
}

/** A slip for which no day is written is booked when its money came, or as usual where that is earlier. */
export function slipPostedOn(
  form: { readonly postedOn: string } & SlipReceiptForm,
  usual: CalendarDay,
): string {
  if (form.postedOn.trim() !== '') return form.postedOn;
  return form.receivedOn !== '' && form.receivedOn < usual ? form.receivedOn : usual;
}
