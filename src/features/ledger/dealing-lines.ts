import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { underNewNames } from '../../domain/ledger/carried-lines';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { BalanceWish } from './balances.service';
import type { BookLine, BookLinesService } from './book-lines.service';
import { type ChartCarried, takenOutAfter } from './chart-eras';

/** Which lines, up to a day, on an account of the chart of that day with its details. */
interface DealingWish extends BalanceWish {
  readonly to: CalendarDay;
  readonly account: string;
}

/** A change of the chart: its place in the chain, and what the old accounts are called after it. */
interface Renaming {
  readonly outAt: number;
  readonly intoAt: number;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The lines that say what is owed on an account, in the order of the books. A change of the chart is none of
 * them: what was owed before it goes on as it arose, under the account that took it over, so that no debt
 * grows younger by it.
 * @param carried every change of the chart of these books, oldest first
 */
export async function listDealingLines(
  books: BookLinesService,
  asked: { readonly collectiveId: string; readonly wish: DealingWish },
  carried: readonly ChartCarried[],
): Promise<BookLine[]> {
  const { collectiveId, wish } = asked;
  const renamings: Renaming[] = [];
  for (const change of carried) {
    const { validFrom, outId, intoId } = change;
    if (validFrom > wish.to || outId === undefined || intoId === undefined) continue;
    const [out, into] = [
      await books.linesOfEntries(collectiveId, [outId]),
      await books.linesOfEntries(collectiveId, [intoId]),
    ];
    const places = { outAt: out[0]?.position ?? 0, intoAt: into[0]?.position ?? 0 };
    renamings.push({ ...places, names: await books.carriedNames(collectiveId, change) });
  }
  const without = takenOutAfter(carried, wish.to);
  const lines = await linesThrough(books, { collectiveId, wish, without }, renamings);
  return lines.sort((one, other) => inOrder(one, other, wish.by));
}

/** The lines since the last change under their own names, and those of before it under the names it gave. */
async function linesThrough(
  books: BookLinesService,
  asked: { readonly collectiveId: string; readonly wish: DealingWish; readonly without: readonly string[] },
  renamings: readonly Renaming[],
): Promise<BookLine[]> {
  const { collectiveId, wish, without } = asked;
  const last = renamings.at(-1);
  if (last === undefined) return books.listLines(collectiveId, { ...wish, without });
  const lines = await books.listLines(collectiveId, { ...wish, without, after: last.intoAt });
  const old = [...last.names].filter(([, now]) => now.startsWith(wish.account)).map(([code]) => code);
  for (const account of new Set(old.map(mainCodeOf))) {
    // They bear the names that the vouchers of the change give them, and no other.
    const upTo = Math.min(wish.upTo, last.outAt - 1);
    const before = { ...wish, account, upTo, readings: undefined };
    const earlier = await linesThrough(books, { ...asked, wish: before }, renamings.slice(0, -1));
    lines.push(...underNewNames(earlier, last.names, wish.account));
  }
  return lines;
}

function inOrder(one: BookLine, other: BookLine, by: BalanceWish['by']): number {
  if (one[by] !== other[by]) return one[by] < other[by] ? -1 : 1;
  return one.position - other.position || one.lineNumber - other.lineNumber;
}
