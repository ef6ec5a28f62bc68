import type { CalendarDay } from '../calendar/calendar-day';
import type { ToldReserve } from '../ledger/told-reserves';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { NoticeReserveRow, SheetNotice } from './distribution-notice';

/**
 * The lines of a sheet about money set aside: kept before the period, kept and released in it, kept when it
 * ended; what came after the period, up to the draft, stands apart, so that the next sheet begins with what
 * this one ends with. Source: product decision "Pools and two surpluses" (free money).
 */
export function reserveRows(
  reserves: readonly ToldReserve[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): NoticeReserveRow[] {
  return reserves.map(({ purpose, paper, setOn, amount, releasedBefore, releases }) => {
    const within = sumFen(releases.filter(({ on }) => on <= to).map((each) => each.amount));
    const later = sumFen(releases.filter(({ on }) => on > to).map((each) => each.amount));
    const before = setOn < from ? amount - releasedBefore : 0n;
    const kept = setOn >= from && setOn <= to ? amount : 0n;
    const keptLater = setOn > to ? amount : 0n;
    return {
      ...{ purpose, paper, setOn },
      ...{ before: String(before), kept: String(kept) },
      ...{ released: String(within), after: String(before + kept - within) },
      ...(keptLater === 0n && later === 0n
        ? {}
        : { later: { kept: String(keptLater), released: String(later) } }),
      releases: releases.map(({ on, amount: of, reason }) => ({ on, amount: String(of), reason })),
    };
  });
}

/** What the reserves of a sheet come to, column by column; fen. */
export interface ReserveSums {
  readonly before: Fen;
  readonly kept: Fen;
  readonly released: Fen;
  readonly after: Fen;
}

export function reserveSums(rows: readonly NoticeReserveRow[]): ReserveSums {
  const sum = (field: keyof ReserveSums): Fen => sumFen(rows.map((row) => BigInt(row[field])));
  return { before: sum('before'), kept: sum('kept'), released: sum('released'), after: sum('after') };
}

/**
 * Each line adds up, and together they are no more than what is left: money set aside lies in it. Codes
 * `notice.reserveBroken`, `notice.reservesAboveLeft`.
 */
export function reserveProblems({ reserves = [], sums }: SheetNotice): Problem[] {
  const broken = reserves.flatMap(({ before, kept, released, after }, index): Problem[] => {
    const found = BigInt(before) + BigInt(kept) - BigInt(released);
    if (found === BigInt(after) && found >= 0n) return [];
    const field = `reserves.${String(index)}.after`;
    return [{ code: 'notice.reserveBroken', field, value: after, facts: { stated: BigInt(after), found } }];
  });
  const [reserved, left] = [reserveSums(reserves).after, BigInt(sums.leftOver)];
  if (reserved === 0n || reserved <= left) return broken;
  return [...broken, { code: 'notice.reservesAboveLeft', field: 'sums.leftOver', facts: { reserved, left } }];
}
