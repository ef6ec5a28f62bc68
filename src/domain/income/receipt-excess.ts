import type { CalendarDay, Month } from '../calendar/calendar-day';
import { GRID } from '../ledger/counterparty';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import type { IncomeDue } from './rent';

/** A receivable that a receipt clears: whose it is, and whether a slip of one's own stands for it. */
export interface ClearedFee {
  readonly id: string;
  readonly stream: string;
  readonly counterparty: string;
  readonly outstanding: Fen;
}

/** What the bank paid beyond the slip: other income, with the fee it came with and why. */
export interface FeeExcess {
  readonly receivableId: string;
  readonly amount: Fen;
  readonly reason: string;
}

/**
 * Reads what the bank paid beyond an energy fee because it rounded otherwise than the slip: less than the
 * county's bound, with a fee of the grid that is paid wholly, and with a reason. 0.01 above passes, the bound
 * itself is a difference that somebody has to look for. Codes `receipt.excess`, `receipt.noExcess`,
 * `receipt.partsNotWhole`, `form.privateNumber`. No document names a bound; it is the county's, unconfirmed.
 * @param difference what the bank shows above the parts; below zero where they are more
 */
export function readFeeExcess(
  form: { readonly amount: string; readonly excessReason?: string; readonly fromAdvance?: string },
  given: {
    readonly parts: Fen;
    readonly difference: Fen;
    readonly lines: readonly { readonly receivableId: string; readonly amount: Fen }[];
    readonly open: readonly ClearedFee[];
    readonly below: Fen;
  },
): { excess: FeeExcess | undefined; problems: Problem[] } {
  const { parts, difference, lines, open, below } = given;
  const reason = (form.excessReason ?? '').trim();
  const isBanked = (form.fromAdvance ?? '').trim() === '';
  const fee = lines.find(({ receivableId, amount }) =>
    open.some((each) => each.id === receivableId && each.outstanding === amount && isGridsFee(each)),
  );
  if (difference > 0n && difference < below && fee !== undefined && isBanked) {
    if (reason !== '') {
      const excess = { receivableId: fee.receivableId, amount: difference, reason };
      return { excess, problems: writtenProblems({ excessReason: reason }) };
    }
    const facts = { excess: difference };
    return { excess: undefined, problems: [{ code: 'receipt.excess', field: 'excessReason', facts }] };
  }
  const problems: Problem[] = [];
  if (difference !== 0n) {
    const facts = { parts, difference };
    problems.push({ code: 'receipt.partsNotWhole', field: 'amount', value: form.amount, facts });
  } else if (reason !== '') problems.push({ code: 'receipt.noExcess', field: 'excessReason' });
  return { excess: undefined, problems };
}

function isGridsFee({ stream, counterparty }: ClearedFee): boolean {
  return stream === 'energy' && counterparty === GRID;
}

/**
 * What was paid beyond a fee, as other income of its station that fell due and came on one day: Dr receivable
 * / Cr other income (2023: 112 / 504). Its tax is in it, as in the fee.
 */
export function feeExcessDue(
  { amount, reason }: FeeExcess,
  receipt: {
    readonly receivedOn: CalendarDay;
    readonly aboutPeriod: Month;
    readonly attachments: number;
  },
): IncomeDue {
  const { receivedOn: day, aboutPeriod, attachments } = receipt;
  return {
    ...{ stream: 'other', payer: GRID, amount, taxBasis: 'inclusive', tax: undefined, aboutPeriod },
    ...{ coversFrom: day, coversTo: day, dueOn: day, postedOn: day, attachments, twiceReason: reason },
    isBeside: true,
  };
}
