import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** Income owed to the village, with what has come of it. */
export interface OwedIncome {
  readonly id: string;
  readonly assetId: string;
  readonly counterparty: string;
  readonly payer: string;
  readonly dueOn: CalendarDay | undefined;
  readonly amount: Fen;
  readonly receipts: readonly { readonly receivedOn: CalendarDay; readonly amount: Fen }[];
}

/** Something that was due before a day and has not wholly come by it. */
export interface LateIncome<Owed> {
  readonly owed: Owed;
  /** The day after it was due is the first day late. */
  readonly daysLate: number;
  readonly received: Fen;
  readonly outstanding: Fen;
}

/** What one other owes for one asset. */
export interface Arrears<Owed> {
  readonly counterparty: string;
  readonly payer: string;
  readonly assetId: string;
  readonly outstanding: Fen;
  /** Of the oldest. */
  readonly daysLate: number;
  /** The longest late first. */
  readonly items: readonly LateIncome<Owed>[];
}

/** Income owed, with the contract that made it due; none where it was typed by hand or taken over. */
export interface OwedByContract extends OwedIncome {
  readonly contractId?: string | undefined;
}

/** What is late in all, of each contract, and what no contract here made due; fen. */
export interface LateParts {
  readonly total: Fen;
  readonly byContract: ReadonlyMap<string, Fen>;
  readonly beside: Fen;
}

/**
 * The arrears of a day told apart by contract: the page of contracts and that of arrears say parts of one
 * sum, and what stands on one of them only has its name. What stands under two contracts counts once.
 */
export function lateParts(late: readonly Arrears<OwedByContract>[]): LateParts {
  const byContract = new Map<string, Fen>();
  let beside = 0n;
  for (const { owed, outstanding } of late.flatMap(({ items }) => items)) {
    if (owed.contractId === undefined) beside += outstanding;
    else byContract.set(owed.contractId, (byContract.get(owed.contractId) ?? 0n) + outstanding);
  }
  return { total: beside + sumFen([...byContract.values()]), byContract, beside };
}

/** By what a list of arrears is sorted. */
export const ARREARS_ORDERS = ['days', 'amount', 'payer'] as const;
export type ArrearsOrder = (typeof ARREARS_ORDERS)[number];

/**
 * Sorts a list of arrears: the longest late, the most owed, or the names in their order first; where they are
 * equal, the most owed first, then the list's own order.
 */
export function sortArrears<Row extends Pick<Arrears<OwedIncome>, 'payer' | 'daysLate' | 'outstanding'>>(
  rows: readonly Row[],
  order: ArrearsOrder,
): Row[] {
  const byAmount = (one: Row, other: Row): number =>
    one.outstanding === other.outstanding ? 0 : one.outstanding > other.outstanding ? -1 : 1;
  const byOrder: Readonly<Record<ArrearsOrder, (one: Row, other: Row) => number>> = {
    days: (one, other) => other.daysLate - one.daysLate,
    amount: byAmount,
    payer: (one, other) => (one.payer === other.payer ? 0 : one.payer < other.payer ? -1 : 1),
  };
  return [...rows].sort((one, other) => byOrder[order](one, other) || byAmount(one, other));
}

/**
 * What is late as of a day, by whom and for which asset, the longest late first. On the day it is due nothing
 * is late, a day after it one day; money counts from the bank's day. What names no day, as the grid's fees,
 * is never late here: the ageing report shows it.
 */
export function arrearsOn<Owed extends OwedIncome>(owed: readonly Owed[], on: CalendarDay): Arrears<Owed>[] {
  const groups = new Map<string, LateIncome<Owed>[]>();
  for (const each of owed) {
    const late = lateOn(each, on);
    if (late === undefined) continue;
    const key = `${each.counterparty} ${each.assetId}`;
    groups.set(key, [...(groups.get(key) ?? []), late]);
  }
  return [...groups.values()]
    .map((group) => group.sort((one, other) => other.daysLate - one.daysLate))
    .flatMap((items) => {
      const [first] = items;
      if (first === undefined) return [];
      const { counterparty, payer, assetId } = first.owed;
      const outstanding = sumFen(items.map((item) => item.outstanding));
      return [{ counterparty, payer, assetId, outstanding, daysLate: first.daysLate, items }];
    })
    .sort((one, other) => other.daysLate - one.daysLate || compareFen(other.outstanding, one.outstanding));
}

function lateOn<Owed extends OwedIncome>(owed: Owed, on: CalendarDay): LateIncome<Owed> | undefined {
  const { dueOn, amount, receipts } = owed;
  if (dueOn === undefined || dueOn >= on) return undefined;
  const received = sumFen(receipts.filter(({ receivedOn }) => receivedOn <= on).map((each) => each.amount));
  const outstanding = amount - received;
  if (outstanding <= 0n) return undefined;
  return { owed, daysLate: daysInclusive(dueOn, on) - 1, received, outstanding };
}

function compareFen(one: Fen, other: Fen): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How somebody was reminded. */
export const REMINDER_WAYS = ['paper', 'phone', 'visit'] as const;
export type ReminderWay = (typeof REMINDER_WAYS)[number];

/** What a person types when somebody was reminded; everything is text as typed. */
export interface ReminderForm {
  readonly remindedOn: string;
  readonly reminderWay: string;
  /** What the other side said; may be blank. */
  readonly reminderNote: string;
}

/** That somebody was reminded of what was late on that day. */
export interface Reminder {
  readonly remindedOn: CalendarDay;
  readonly way: ReminderWay;
  readonly note: string;
}

/**
 * Reads a reminder, or says everything that is wrong with it: nobody is reminded ahead of the day, nor where
 * nothing is late. Codes `arrears.*`, `form.*`, `calendar.*`.
 */
export function readReminder(
  form: ReminderForm,
  facts: { readonly today: CalendarDay; readonly lateOn: (day: CalendarDay) => Fen },
): { reminder: Reminder; problems: Problem[] } {
  const problems: Problem[] = [];
  const remindedOn = readDay({ field: 'remindedOn', value: form.remindedOn }, problems);
  const { today } = facts;
  if (remindedOn !== undefined && remindedOn > today) {
    problems.push({
      code: 'arrears.remindedLater',
      field: 'remindedOn',
      value: remindedOn,
      facts: { today },
    });
  } else if (remindedOn !== undefined && facts.lateOn(remindedOn) === 0n) {
    problems.push({ code: 'arrears.nothingLate', field: 'remindedOn', value: remindedOn });
  }
  const way = REMINDER_WAYS.find((each) => each === form.reminderWay);
  if (way === undefined)
    problems.push({ code: 'form.notAllowed', field: 'reminderWay', value: form.reminderWay });
  problems.push(...privateNumberProblems({ reminderNote: form.reminderNote }));
  return {
    reminder: { remindedOn: form.remindedOn, way: way ?? 'paper', note: form.reminderNote.trim() },
    problems,
  };
}
