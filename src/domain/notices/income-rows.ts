import { type CalendarDay, type Month, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type {
  IncomeStream,
  NoticeIncome,
  NoticeIncomeRow,
  NoticePool,
  NoticeReceipt,
} from './distribution-notice';

/** An asset as the sheet names it. */
export interface NoticeAsset {
  readonly id: string;
  readonly name: string;
  readonly capacityKw?: string;
  readonly sharePercent?: string;
  /**
   * What the period's statement counts as received of it, by stream. It is not always what came of what is
   * still owed: of a receipt that was put right in another period it has a part in each. Without it, what
   * came of what is owed.
   */
  readonly received?: Readonly<Partial<Record<IncomeStream, Fen>>>;
}

/** Income owed with what came of it, on the days on which statements count it; fen. */
export interface OwedIncome {
  readonly assetId: string;
  readonly stream: IncomeStream;
  readonly month: Month;
  readonly bookedOn: CalendarDay;
  readonly amount: Fen;
  readonly kwh: string | undefined;
  /** Tax the grid kept back of the slip; it is in no amount here. */
  readonly taxKept?: Fen | undefined;
  /** What a document calls it, with the reason where a line of it is not followed. */
  readonly called?: string | undefined;
  readonly receipts: readonly { readonly receivedOn: CalendarDay; readonly amount: Fen }[];
  /** What of it was given up by a notice: it is waited for no longer. */
  readonly cuts?: readonly { readonly cutOn: CalendarDay; readonly amount: Fen }[];
}

interface Period {
  readonly pool: NoticePool;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * The income part of a sheet: what each asset received in the period by stream, and what of the same months
 * is still outstanding on its last day. Energy is that of the months whose fee was received. A subsidy of
 * which nothing came counts as outstanding once its year is over: it is paid in yearly batches.
 */
export function incomeRows(
  period: Period,
  assets: readonly NoticeAsset[],
  owed: readonly OwedIncome[],
): NoticeIncome {
  const streams = streamsOf(period.pool, assets, owed);
  const spans = new Map(
    streams.map((stream) => [
      stream,
      spanOf(
        owed.filter((each) => each.stream === stream),
        period,
      ),
    ]),
  );
  const rows = assets.flatMap((asset): NoticeIncomeRow[] => {
    const own = owed.filter((each) => each.assetId === asset.id);
    const receipts = streams.map((stream) => {
      const ofStream = own.filter((each) => each.stream === stream);
      const { received } = asset;
      const came = received === undefined ? {} : { received: received[stream] ?? 0n };
      return receiptOf(stream, ofStream, { period, span: spans.get(stream), ...came });
    });
    const silent = receipts.every((each) => each.received === '0' && each.outstanding === '0');
    return silent ? [] : [{ ...rowHead(asset, own, period), receipts }];
  });
  const months = streams.flatMap((stream) => {
    const span = spans.get(stream);
    return hasMonths(stream) && span !== undefined ? [{ stream, from: span.from, to: span.to }] : [];
  });
  const named = owed.filter(({ assetId }) => assets.some(({ id }) => id === assetId));
  const taxKept = keptBackIn(named, period);
  return { streams, rows, months, ...(taxKept === 0n ? {} : { taxKept: taxKept.toString() }) };
}

/** Tax kept back of what was paid for the first time in the period, so that it stands on one sheet only. */
function keptBackIn(owed: readonly OwedIncome[], { from, to }: Period): Fen {
  return sumFen(
    owed.map(({ taxKept = 0n, receipts }) => {
      const [first] = receipts.map(({ receivedOn }) => receivedOn).sort();
      return first !== undefined && first >= from && first <= to ? taxKept : 0n;
    }),
  );
}

function streamsOf(
  pool: NoticePool,
  assets: readonly NoticeAsset[],
  owed: readonly OwedIncome[],
): IncomeStream[] {
  if (pool === 'pv') return ['energy', 'subsidy'];
  const others: readonly IncomeStream[] = ['rent', 'dividend', 'other'];
  const present = others.filter((stream) =>
    [
      ...owed,
      ...assets.flatMap(({ received = {} }) => Object.keys(received).map((of) => ({ stream: of }))),
    ].some((each) => each.stream === stream),
  );
  return present.length > 0 ? present : ['rent'];
}

interface Span {
  readonly from: Month;
  readonly to: Month;
}

/** The months for which money of a stream came in the period. */
function spanOf(owed: readonly OwedIncome[], period: Period): Span | undefined {
  const months = owed
    .filter((each) => receivedIn(each, period) > 0n)
    .map((each) => each.month)
    .sort();
  const [from] = months;
  const to = months.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function receiptOf(
  stream: IncomeStream,
  owed: readonly OwedIncome[],
  given: { readonly period: Period; readonly span: Span | undefined; readonly received?: Fen },
): NoticeReceipt {
  const { period, span, received = sumFen(owed.map((each) => receivedIn(each, period))) } = given;
  const counted = owed.filter((each) => each.bookedOn <= period.to && isMissed(each, { period, span }));
  const missed = counted.map((each) => ({ month: each.month, amount: missing(each, period.to) }));
  const months = missed
    .filter(({ amount }) => amount > 0n)
    .map(({ month }) => month)
    .sort();
  const [from] = months;
  const to = months.at(-1);
  const came = owed.filter((each) => receivedIn(each, period) > 0n);
  const called = [...new Set(came.flatMap((each) => each.called ?? []))].sort();
  const named = hasMonths(stream) && from !== undefined && to !== undefined;
  return {
    stream,
    received: received.toString(),
    outstanding: sumFen(missed.map(({ amount }) => amount)).toString(),
    ...(named ? { outstandingMonths: { from, to } } : {}),
    ...(called.length === 0 ? {} : { called }),
  };
}

/** What of an amount owed had not come by the end of a day. */
function missing({ amount, receipts, cuts = [] }: OwedIncome, day: CalendarDay): Fen {
  const come = receipts.filter(({ receivedOn }) => receivedOn <= day);
  const gone = cuts.filter(({ cutOn }) => cutOn <= day);
  return amount - sumFen([...come, ...gone].map((each) => each.amount));
}

/** Energy and subsidy are owed month by month; rent and dividends are told by their contracts. */
function hasMonths(stream: IncomeStream): boolean {
  return stream === 'energy' || stream === 'subsidy';
}

function isMissed(
  owed: OwedIncome,
  given: { readonly period: Period; readonly span: Span | undefined },
): boolean {
  const { period, span } = given;
  if (owed.stream === 'rent' || owed.stream === 'other' || owed.stream === 'dividend') return true;
  if (span !== undefined) return owed.month >= span.from && owed.month <= span.to;
  return owed.stream === 'energy' || yearOf(owed.month) < yearOf(period.to);
}

function receivedIn(owed: OwedIncome, period: Period): Fen {
  const within = owed.receipts.filter(
    ({ receivedOn }) => receivedOn >= period.from && receivedOn <= period.to,
  );
  return sumFen(within.map(({ amount }) => amount));
}

function rowHead(
  asset: NoticeAsset,
  own: readonly OwedIncome[],
  period: Period,
): Omit<NoticeIncomeRow, 'receipts'> {
  const energy = own.filter((each) => each.stream === 'energy' && receivedIn(each, period) > 0n);
  const kwh = energy.flatMap((each) => (each.kwh === undefined ? [] : [BigInt(each.kwh)]));
  return {
    asset: asset.name,
    ...(asset.capacityKw === undefined ? {} : { capacityKw: asset.capacityKw }),
    ...(kwh.length === 0 ? {} : { energyKwh: sumFen(kwh).toString() }),
    ...(asset.sharePercent === undefined ? {} : { sharePercent: asset.sharePercent }),
  };
}
