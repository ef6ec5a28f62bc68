import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { AccountRoles } from '../ledger/chart';
import { type Posting, withoutNil } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { readRatio, timesRatio } from '../money/ratio';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { dimensionsOf, type ReceivablePart } from './postings';

// Income of an asset that the village keeps or runs for another: the owner's part never becomes income of the
// village, and the pool receives only what is its own. Source: DC 三(五)23; accounts as those of a joint
// station's keeper, unconfirmed for an owner who is a household.

/** What a voucher names as its source that pays an owner. */
export const CUSTODY_PAYMENT = 'custodyPayment';

/** A sum and what of it is the owner's. */
export interface SharedSum {
  readonly amount: Fen;
  readonly part: Fen;
}

/**
 * The owner's part of what falls due, by the running total of all that stands under the agreement, rounded
 * half up once: over its life he gets his share of the whole to the fen. Nobody gives back for a later due
 * what an earlier one was rounded up by after one between was taken back: a part is never below nothing.
 */
export function ownersPart(share: string, standing: readonly SharedSum[], amount: Fen): Fen {
  const before = sumFen(standing.map((each) => each.amount));
  const given = sumFen(standing.map((each) => each.part));
  const part = timesRatio(before + amount, readRatio(share)) - given;
  return part < 0n ? 0n : part > amount ? amount : part;
}

/**
 * What of a receipt is the owner's, by what he and the village still wait for of the due: neither gets more,
 * and what is paid last is paid to the fen, also where a receipt between was taken back.
 */
export function ownersPartOfReceipt(due: SharedSum, came: readonly SharedSum[], amount: Fen): Fen {
  const open = {
    owner: due.part - sumFen(came.map((each) => each.part)),
    village: due.amount - due.part - sumFen(came.map((each) => each.amount - each.part)),
  };
  invariant(amount <= open.owner + open.village, 'no more comes for a due than is owed on it');
  const weights = Object.entries(open).map(([key, weight]) => ({ key, weight }));
  return allocate(amount, weights).find(({ key }) => key === 'owner')?.amount ?? 0n;
}

/** An owner by his id, and what of a sum is his. */
export interface OwnersSum {
  readonly owner: string;
  readonly part: Fen;
}

/**
 * What falls due: Dr receivable / Cr operating income the village's part, Cr internal dealings the owner's,
 * who waits for it (2023: 112 / 501, 113).
 */
export function custodyDuePostings(due: ReceivablePart, own: OwnersSum, roles: AccountRoles): Posting[] {
  const dimensions = dimensionsOf(due);
  const waits = { ...dimensions, counterparty: own.owner, ledgerAccount: roles.internal };
  const income = { ...dimensions, ledgerAccount: roles.operatingIncome };
  return withoutNil([
    { ...dimensions, ledgerAccount: roles.receivable, side: 'debit', amount: due.amount },
    { ...income, side: 'credit', amount: due.amount - own.part },
    { ...waits, side: 'credit', amount: own.part },
  ]);
}

/**
 * Money for it: Dr bank, of which the pool receives the village's part alone, / Cr receivable; and Dr
 * internal dealings / Cr payable what is owed to the owner from now on (2023: 102 / 112, 113 / 211).
 * @param from the account the money comes from: the bank, or what was kept ahead
 */
export function custodyReceiptPostings(
  came: ReceivablePart,
  own: OwnersSum,
  { roles, from }: { readonly roles: AccountRoles; readonly from: string },
): Posting[] {
  const dimensions = dimensionsOf(came);
  const { pool } = came;
  const { owner: counterparty, part } = own;
  const money = { ...dimensions, ledgerAccount: from, side: 'debit' as const };
  return withoutNil([
    { ...money, amount: came.amount - part, poolFlow: 'received' },
    { ...money, amount: part },
    { ...dimensions, ledgerAccount: roles.receivable, side: 'credit', amount: came.amount },
    { ...dimensions, counterparty, ledgerAccount: roles.internal, side: 'debit', amount: part },
    { pool, counterparty, ledgerAccount: roles.payable, side: 'credit', amount: part },
  ]);
}

/** What a person types when an owner is paid. */
export interface CustodyPaymentForm {
  readonly paidOn: string;
  readonly amount: string;
  readonly attachments: string;
}

/** Something that came for an owner, above zero, or that he was paid, below, by its day. */
export interface OwnersMove {
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/**
 * Reads a payment to an owner, or says everything that is wrong with it: no more goes than had come for him
 * on that day and every later one. Codes `custody.aboveOwed`, `money.*`, `form.*`, `calendar.notADay`.
 */
export function readCustodyPayment(
  form: CustodyPaymentForm,
  moves: readonly OwnersMove[],
): { payment: { paidOn: CalendarDay; amount: Fen; attachments: number }; problems: Problem[] } {
  const problems: Problem[] = [];
  const paidOn = readDay({ field: 'paidOn', value: form.paidOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  if (paidOn !== undefined && amount !== undefined) {
    const most = leastOwed(moves, paidOn);
    if (amount > most) problems.push({ code: 'custody.aboveOwed', field: 'amount', facts: { most } });
  }
  return { payment: { paidOn: paidOn ?? form.paidOn, amount: amount ?? 0n, attachments }, problems };
}

/** The least that is owed to an owner from a day on; never below nothing. */
export function leastOwed(moves: readonly OwnersMove[], on: CalendarDay): Fen {
  const days = [on, ...moves.map((move) => move.on).filter((day) => day > on)];
  const owed = days.map((day) => sumFen(moves.filter((move) => move.on <= day).map(({ amount }) => amount)));
  const least = owed.reduce((one, other) => (other < one ? other : one));
  return least < 0n ? 0n : least;
}
