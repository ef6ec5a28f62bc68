import { type CalendarDay, firstDayOf } from '../calendar/calendar-day';
import type { ShareRow } from '../collectives/share-table';
import type { MonthRow } from '../ledger/month-states';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import { type OwnLine, ownLine, type StationTotals } from './own-line';

/** What a kept station's slip gives to one owner; whole kWh and fen. */
export interface OwnerPart {
  readonly owner: string;
  readonly line: OwnLine;
}

const NOTHING: StationTotals = { energyKwh: 0n, energyFee: 0n, subsidy: 0n };
const STREAMS = ['energyFee', 'subsidy'] as const;

/**
 * Splits a kept station's slip among its owners: each stream by the running total of the window (station,
 * stream, share table), every owner the difference to what he has, all his rows together. The parts add up
 * to the slip to the fen. Source: product decisions "Splitting", "Joint stations".
 * @param before the window's slips that stand, and what each owner got of them
 * @throws DomainError `shares.tooSmall`
 */
export function ownerParts(
  slip: StationTotals,
  before: { readonly whole: StationTotals; readonly given: ReadonlyMap<string, StationTotals> },
  rows: readonly ShareRow[],
): OwnerPart[] {
  const firstRows = new Map([...rows].reverse().map((row) => [row.owner, row.key]));
  const owners = [...new Set(rows.map((row) => row.owner))];
  const parts = owners.map((owner) => {
    const own = before.given.get(owner) ?? NOTHING;
    const ownKey = firstRows.get(owner) ?? '';
    return { owner, line: ownLine(slip, { whole: before.whole, own }, { rows, ownKey }) };
  });
  for (const stream of STREAMS) {
    const sum = sumFen(parts.map(({ line }) => line[stream]));
    invariant(sum === slip[stream], 'the parts of a slip add up to it');
  }
  return parts;
}

/** What of one stream an owner still waits for. */
export interface OpenPart {
  readonly owner: string;
  readonly open: Fen;
}

/**
 * Passes money that came for a slip on to its owners, by what each still waits for: nobody gets more than
 * that, and who is paid last is paid to the fen, also where a receipt between was taken back.
 * @param amount above zero, no more than is open
 * @returns the owners who get something
 */
export function passOn(amount: Fen, open: readonly OpenPart[]): { owner: string; amount: Fen }[] {
  const whole = sumFen(open.map((part) => part.open));
  invariant(amount > 0n && amount <= whole, 'no more comes for a slip than is owed on it');
  const parts = allocate(
    amount,
    open.map((part) => ({ key: part.owner, weight: part.open })),
  );
  return parts.filter((part) => part.amount > 0n).map((part) => ({ owner: part.key, amount: part.amount }));
}

/**
 * The day on which an owner's books take a part of the keeper's slip: the slip's own, or where its month is
 * closed there, the first day of the owner's open month.
 * @param months of the owner's books, in order
 * @throws DomainError `joint.noOpenMonth` where the open month has not begun: the part waits
 */
export function partDay(
  slipDay: CalendarDay,
  owner: { readonly months: readonly MonthRow[]; readonly today: CalendarDay },
): CalendarDay {
  const { months, today } = owner;
  const open = months.find((row) => row.state === 'open');
  const first = open === undefined ? undefined : firstDayOf(open.month);
  const day = first !== undefined && first > slipDay ? first : slipDay;
  if (open === undefined || day > today) throw new DomainError('joint.noOpenMonth', { from: first ?? '' });
  return day;
}
