import type { Bearer } from '../assets/custody-bearers';
import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { AccountRoles, Chart } from '../ledger/chart';
import { type Posting, withoutNil } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { readRatio, timesRatio } from '../money/ratio';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { dimensionsOf, type ReceivablePart, taxOwedLine } from './postings';

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

/** What falls due, with the tax in it that its paper charges, and who bears that. */
export interface TaxedSum {
  readonly amount: Fen;
  readonly tax?: Fen | undefined;
  readonly taxBearer?: Bearer | undefined;
}

/**
 * The owner's part of what falls due, by the running total of all that stands under the agreement, rounded
 * half up once: over its life he gets his share of the whole to the fen. Tax that both bear is taken off
 * before the sum is shared, tax that he bears off his share, tax that the village bears off nothing of his.
 * Nobody gives back for a later due what an earlier one was rounded up by after one between was taken back:
 * a part is never below nothing, and leaves the tax to whom it is owed. Not confirmed: no document says.
 */
export function ownersPart(share: string, standing: readonly (TaxedSum & SharedSum)[], due: TaxedSum): Fen {
  const given = sumFen(standing.map((each) => each.part));
  const part = exactPart(share, [...standing, due]) - given;
  const most = due.amount - (due.tax ?? 0n);
  return part < 0n ? 0n : part > most ? most : part;
}

/**
 * Who bears the tax of a due alone has a part that pays for it.
 * @throws DomainError `custody.taxAboveOwner`, `custody.taxAboveVillage`
 */
export function requireTaxBorne(share: string, due: TaxedSum): void {
  const { amount, tax = 0n } = due;
  const part = exactPart(share, [due]);
  if (part < 0n) throw new DomainError('custody.taxAboveOwner', { tax, part: part + tax });
  if (part > amount - tax) throw new DomainError('custody.taxAboveVillage', { tax, part: amount - part });
}

function exactPart(share: string, dues: readonly TaxedSum[]): Fen {
  const borneBy = (bearer: Bearer): Fen =>
    sumFen(dues.map(({ tax = 0n, taxBearer }) => (taxBearer === bearer ? tax : 0n)));
  const shared = sumFen(dues.map(({ amount }) => amount)) - borneBy('share');
  return timesRatio(shared, readRatio(share)) - borneBy('owner');
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
 * who waits for it (2023: 112 / 501, 113); of what its paper charges as tax Cr taxes payable (214): the
 * village owes it at once, whoever bears it, and its pool receives as much less.
 * @throws DomainError `tax.noAccount`
 */
export function custodyDuePostings(
  due: ReceivablePart,
  own: OwnersSum & { readonly tax?: Fen | undefined },
  chart: Pick<Chart, 'roles' | 'version'>,
): Posting[] {
  const { roles } = chart;
  const { tax = 0n } = own;
  const dimensions = dimensionsOf(due);
  const waits = { ...dimensions, counterparty: own.owner, ledgerAccount: roles.internal };
  const income = { ...dimensions, ledgerAccount: roles.operatingIncome };
  return withoutNil([
    { ...dimensions, ledgerAccount: roles.receivable, side: 'debit', amount: due.amount },
    { ...income, side: 'credit', amount: due.amount - own.part - tax },
    { ...waits, side: 'credit', amount: own.part },
    ...(tax === 0n ? [] : [taxOwedLine(due, tax, chart)]),
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
 * on that day and every later one, and of that stays what he has to bear of costs. Codes `custody.aboveOwed`,
 * `custody.costsFirst`, `money.*`, `form.*`, `calendar.notADay`.
 * @param toBear what of costs that he bears was not kept back from him yet
 */
export function readCustodyPayment(
  form: CustodyPaymentForm,
  moves: readonly OwnersMove[],
  toBear: Fen,
): { payment: { paidOn: CalendarDay; amount: Fen; attachments: number }; problems: Problem[] } {
  const problems: Problem[] = [];
  const paidOn = readDay({ field: 'paidOn', value: form.paidOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  if (paidOn !== undefined && amount !== undefined) {
    const most = leastOwed(moves, paidOn);
    if (amount > most) problems.push({ code: 'custody.aboveOwed', field: 'amount', facts: { most } });
    else if (amount > most - toBear)
      problems.push({ code: 'custody.costsFirst', field: 'amount', facts: { most, toBear } });
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
