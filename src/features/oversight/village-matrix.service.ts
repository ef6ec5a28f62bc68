import { Injectable } from '@nestjs/common';
import {
  type CalendarDay,
  daysInclusive,
  lastDayOf,
  type Month,
  monthOf,
  monthsBetween,
  yearOf,
} from '../../domain/calendar/calendar-day';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import type { Collective } from '../collectives/collectives.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReviewQueueService } from './review-queue.service';
import type { MatrixCell, TownshipPageProps } from './township.pages';

type VillageRow = TownshipPageProps['villages'][number];

/** Villages by months: which are held or sealed, which are late, where the distribution stands. */
@Injectable()
export class VillageMatrixService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly queue: ReviewQueueService,
    private readonly clock: Clock,
  ) {}

  /** The villages furthest behind stand first. */
  async matrixOf(
    villages: readonly Collective[],
  ): Promise<Pick<TownshipPageProps, 'today' | 'months' | 'villages'>> {
    const today = this.clock.today();
    const months = monthsBetween(`${String(yearOf(today))}-01`, monthOf(today));
    const rows: VillageRow[] = [];
    for (const village of villages) rows.push(await this.rowOf(village, months, today));
    return { today, months, villages: rows.sort((one, other) => behind(other) - behind(one)) };
  }

  /** The villages whose books hold a voucher; the others have nothing yet to be behind with or to check. */
  async listBegun(villages: readonly Collective[]): Promise<Collective[]> {
    const begun: Collective[] = [];
    for (const village of villages) if (await this.hasBegun(village)) begun.push(village);
    return begun;
  }

  private async hasBegun({ id }: Collective): Promise<boolean> {
    return (await this.books.requireChain(id)).length > 0;
  }

  /** The first month of each village that may be sealed next, and how many wait behind it. */
  async listSealable(villages: readonly Collective[]): Promise<TownshipPageProps['sealable']> {
    const sealable: { village: string; month: Month; href: string; held: number }[] = [];
    for (const village of villages) {
      const months = await this.books.listMonths(village.id);
      const held = months.filter((row) => row.state === 'held');
      const next = held[0]?.month;
      if (next === undefined) continue;
      const href = villagePaths(village.id).month(next);
      sealable.push({ village: village.name, month: next, href, held: held.length });
    }
    return sealable;
  }

  private async rowOf(
    village: Collective,
    months: readonly Month[],
    today: CalendarDay,
  ): Promise<VillageRow> {
    const known = await this.books.listMonths(village.id);
    const first = known[0]?.month ?? monthOf(today);
    const cells = months.map((month): MatrixCell => {
      if (month < first) return { notBegun: true };
      const state = known.find((row) => row.month === month)?.state ?? 'open';
      if (state !== 'open') return { state };
      const end = lastDayOf(month);
      return end < today ? { lateDays: daysInclusive(end, today) - 1 } : { state };
    });
    const plan = await this.queue.latestPlan(village.id, today);
    const nothingYet = (await this.hasBegun(village)) ? 'planState.none' : 'planState.notBegun';
    return {
      village: village.name,
      href: villagePaths(village.id).home,
      cells,
      distribution: plan?.stateWord ?? labelOf(nothingYet),
    };
  }
}

function behind(row: VillageRow): number {
  return Math.max(0, ...row.cells.map((cell) => ('lateDays' in cell ? cell.lateDays : 0)));
}
