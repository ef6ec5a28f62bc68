import { type CalendarDay, firstDayOf } from '../calendar/calendar-day';
import type { ShareRow } from '../collectives/share-table';
import type { MonthRow } from '../ledger/month-states';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import type { OwnLine, StationTotals } from './own-line';
import {
  ownersDifference,
  ownersOf,
  type ReleasedPart,
  releaseOlder,
  splitStream,
  type StreamWindow,
} from './split-stream';

/** What a kept station's slip gives to one owner; whole kWh and fen. */
export interface OwnerPart {
  readonly owner: string;
  readonly line: OwnLine;
}

export type MoneyStream = 'energyFee' | 'subsidy';
const STREAMS = ['energyFee', 'subsidy'] as const;

/** The windows of a station that a slip meets, stream by stream. */
export interface SlipWindows {
  readonly rows: readonly ShareRow[];
  readonly energyKwh: Pick<StreamWindow, 'whole' | 'given'>;
  readonly energyFee: StreamWindow;
  readonly subsidy: StreamWindow;
  /** Of share tables before this one: what still waits there. */
  readonly older: readonly (Record<MoneyStream, StreamWindow> & { readonly rows: readonly ShareRow[] })[];
}

/** A kept station's slip as it is split. */
export interface SplitSlip {
  /** Of every owner, with what he gets of slips that waited. */
  readonly parts: readonly OwnerPart[];
  /** Streams that are too little and wait. */
  readonly heldBack: readonly { readonly stream: MoneyStream; readonly amount: Fen }[];
  readonly released: readonly (ReleasedPart & { readonly stream: MoneyStream })[];
}

/**
 * Splits a kept station's slip among its owners: each stream by the running total of the window (station,
 * stream, share table), every owner the difference to what he has, all his rows together. The parts, with
 * what waits, add up to the slip and to what waited before it, to the fen. Source: product decisions
 * "Splitting", "Joint stations".
 */
export function ownerParts(slip: StationTotals, windows: SlipWindows): SplitSlip {
  const split = STREAMS.map((stream) => splitOf(stream, slip[stream], windows));
  const released = split.flatMap((each) => each.released);
  const owners = [...new Set([...ownersOf(windows.rows), ...released.map(({ holder }) => holder)])];
  const { whole, given } = windows.energyKwh;
  const energy = ownersDifference(whole + slip.energyKwh, given, windows.rows);
  const parts = owners.map((owner) => {
    const [fee, subsidy] = split.map((each) => each.parts.get(owner));
    const kwh = slip.energyKwh === 0n ? undefined : energy.find((part) => part.owner === owner)?.amount;
    return {
      owner,
      line: {
        energyKwh: kwh === undefined || kwh < 0n ? 0n : kwh,
        energyFee: fee?.amount ?? 0n,
        subsidy: subsidy?.amount ?? 0n,
        oddFen: fee?.oddFen === true || subsidy?.oddFen === true,
      },
    };
  });
  const heldBack = split.flatMap((each) => each.heldBack);
  const all = { parts, heldBack, released };
  for (const stream of STREAMS) requireWhole(stream, { ...all, amount: slip[stream] }, windows);
  return all;
}

/** One stream of a slip. */
interface StreamSplit {
  readonly parts: ReadonlyMap<string, { readonly amount: Fen; readonly oddFen: boolean }>;
  readonly heldBack: SplitSlip['heldBack'];
  readonly released: SplitSlip['released'];
}

function splitOf(stream: MoneyStream, amount: Fen, windows: SlipWindows): StreamSplit {
  if (amount === 0n) return { parts: new Map(), heldBack: [], released: [] };
  const own = splitStream(amount, windows[stream], windows.rows);
  if (own === undefined) return { parts: new Map(), heldBack: [{ stream, amount }], released: [] };
  const older = windows.older.flatMap((each) =>
    releaseOlder({ ...each[stream], rows: each.rows }, windows.rows),
  );
  const parts = new Map(own.parts.map(({ owner, ...part }) => [owner, part]));
  for (const { holder, amount: more } of older) {
    const part = parts.get(holder) ?? { amount: 0n, oddFen: false };
    parts.set(holder, { ...part, amount: part.amount + more });
  }
  const released = [...own.released.map((part) => ({ ...part, holder: part.owner })), ...older];
  return { parts, heldBack: [], released: released.map((part) => ({ ...part, stream })) };
}

function requireWhole(stream: MoneyStream, split: SplitSlip & { amount: Fen }, windows: SlipWindows): void {
  const given = sumFen(split.parts.map(({ line }) => line[stream]));
  const held = sumFen(split.heldBack.filter((each) => each.stream === stream).map((each) => each.amount));
  const came = sumFen(split.released.filter((each) => each.stream === stream).map((each) => each.amount));
  const waited = [windows, ...windows.older].flatMap((each) => each[stream].waiting);
  invariant(given + held === split.amount + came, 'the parts of a slip add up to it');
  const all = sumFen(waited.map((each) => each.amount));
  invariant(came === 0n || came === all, 'what waited is split wholly or waits on');
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
