import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';

/** How the money goes: into bank cards, through the subsidies' one-card passbooks, or as cash. */
export const PAY_CHANNELS = ['passbook', 'card', 'cash'] as const;
export type PayChannel = (typeof PAY_CHANNELS)[number];

/**
 * A list is drafted, frozen when it is submitted, approved or returned, sent to the bank, and settled when
 * each of its lines was paid or came back. Until it is sent it may be recalled.
 */
export const PAY_LIST_STATES = [
  ...['drafted', 'submitted', 'returned', 'approved', 'sent', 'settled', 'recalled'],
] as const;
export type PayListState =
  'drafted' | 'submitted' | 'returned' | 'approved' | 'sent' | 'settled' | 'recalled';

/** What is done with a list. */
export type PayListAct =
  'submit' | 'approve' | 'return' | 'recall' | 'send' | 'file' | 'confirm' | 'fail' | 'giveBack' | 'unfail';

/** A line is open until the bank paid it or sent it back; of a list that ended before, it is dropped. */
export type PayLineState = 'open' | 'confirmed' | 'returned' | 'dropped';

/** One person's part of one debt. */
export interface PayLine {
  readonly number: number;
  /** The voucher by which it is owed. */
  readonly debtId: string;
  readonly memberId: string;
  /** Which version of what is known of the person has the account it goes to. */
  readonly memberVersion: number;
  readonly amount: Fen;
  /** How many times this part was put on a list, with this one. */
  readonly attempt: number;
}

/** What of a list is frozen: ids and amounts, neither names nor numbers of accounts. */
export interface FrozenList {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly channel: PayChannel;
  readonly lines: readonly PayLine[];
}

/** A line as a bank's file has it. */
export interface BankRow {
  readonly payee: string;
  readonly accountKind: string;
  readonly account: string;
  readonly bank: string;
  readonly amount: Fen;
  readonly memo: string;
}

const ALLOWED: Readonly<Record<PayListAct, readonly PayListState[]>> = {
  submit: ['drafted'],
  approve: ['submitted'],
  return: ['submitted'],
  recall: ['drafted', 'submitted', 'approved'],
  send: ['approved'],
  file: ['sent', 'settled'],
  confirm: ['sent'],
  fail: ['sent'],
  giveBack: ['sent', 'settled'],
  unfail: ['sent', 'settled'],
};

/** Whether an act may be done in a state. */
export function mayDo(state: PayListState, act: PayListAct): boolean {
  return ALLOWED[act].includes(state);
}

/** @throws DomainError `payouts.notNow` */
export function requireAct(state: PayListState, act: PayListAct): void {
  if (!mayDo(state, act)) throw new DomainError('payouts.notNow', { state });
}

/** The text whose digest is approved and sent: whatever of it changes voids both. */
export function frozenText({ id, year, number, channel, lines }: FrozenList): string {
  return JSON.stringify([
    ...['payList/1', id, year, number, channel],
    lines.map((line) => [
      ...[line.number, line.debtId, line.memberId, line.memberVersion],
      ...[String(line.amount), line.attempt],
    ]),
  ]);
}

/** What of these lines is on its way: sent, and neither paid nor back. */
export function isInFlight(state: PayListState, line: { readonly state: PayLineState }): boolean {
  return state === 'sent' && line.state === 'open';
}

/** A day on which the bank paid or sent back: not ahead of today, nor before the list was sent. */
export function requireBankDay(
  day: CalendarDay,
  { sentOn, today }: { readonly sentOn: CalendarDay; readonly today: CalendarDay },
): void {
  if (day < sentOn) throw new DomainError('payouts.beforeSending', { day, sentOn });
  if (day > today) throw new DomainError('payouts.dayAhead', { day, today });
}

/** Money of lines comes back no day before it went out: `payouts.beforePaid` at `bankDay`. */
export function beforePaidProblems(
  day: CalendarDay,
  paid: readonly { readonly number: number; readonly on: CalendarDay }[],
): Problem[] {
  const early = paid.filter(({ on }) => day < on);
  const [first] = early;
  if (first === undefined) return [];
  const paidOn = early.reduce((last, { on }) => (on > last ? on : last), first.on);
  const lines = early.map(({ number }) => number).join('、');
  return [{ code: 'payouts.beforePaid', field: 'bankDay', value: day, facts: { lines, paidOn } }];
}

/** Whether people are told of what a list pays them: once it was sent. */
export function mayAdvise(state: PayListState): boolean {
  return state === 'sent' || state === 'settled';
}
