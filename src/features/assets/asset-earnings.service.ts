import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AssetMonths, byTheirDays } from '../../domain/assets/asset-months';
import { addMonthsTo, type CalendarDay } from '../../domain/calendar/calendar-day';
import { AssetResultsService } from '../ledger/asset-results.service';
import { BookedSpans } from './booked-spans.service';

/** The event of a bill for upkeep. */
const UPKEEP = 'deductions.paid.o_and_m';

/** What the books say of the assets of a village on a day. */
export interface BooksOfAssets {
  /** The day the books began. */
  readonly booksFrom: CalendarDay;
  /** What an asset brought and cost, by the days it is for. */
  earningsOf(assetId: string): AssetMonths;
  /** Bills of upkeep that were paid for it in the twelve months before the day. */
  upkeepBillsOf(assetId: string): number;
}

/** What assets brought and cost in the books, by the days it is for. */
@Injectable()
export class AssetEarningsService {
  constructor(
    private readonly results: AssetResultsService,
    private readonly spans: BookedSpans,
  ) {}

  /** What the books say of every asset by a day. @throws DomainError `collective.unknown` */
  async readBooks(db: EntityManager, collectiveId: string, day: CalendarDay): Promise<BooksOfAssets> {
    const booksFrom = await this.results.booksFrom(db, collectiveId);
    const months = await this.results.listMonths(db, collectiveId);
    const spans = await this.spans.listSpans(db, collectiveId);
    const daysOf = new Map(
      spans.map(({ entryId, assetId, from, to }) => [`${entryId} ${assetId}`, { from, to }]),
    );
    const ids = [...new Set(spans.map(({ entryId }) => entryId))];
    const spanned = (await this.results.listEntries(db, collectiveId, ids)).flatMap((each) => {
      const days = daysOf.get(`${each.entryId} ${each.assetId}`);
      return days === undefined ? [] : [{ ...each, ...days }];
    });
    const span = { event: UPKEEP, after: addMonthsTo(day, -12), upTo: day };
    const bills = await this.results.countBills(db, collectiveId, span);
    const isOf = (assetId: string) => (each: { readonly assetId: string }) => each.assetId === assetId;
    return {
      booksFrom,
      earningsOf: (assetId) => byTheirDays(months.filter(isOf(assetId)), spanned.filter(isOf(assetId)), day),
      upkeepBillsOf: (assetId) => bills.get(assetId) ?? 0,
    };
  }
}
