import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { CANONICAL_NOW, type ChainedEntry, chainHash } from '../../domain/ledger/hash-chain';
import {
  type JournalEntry,
  requireBookable,
  requireChartHolds,
  requireUnsettled,
} from '../../domain/ledger/journal-entry';
import { monthsToOpen, requireNotAhead } from '../../domain/ledger/month-states';
import { invariant } from '../../domain/shared/invariant';
import { Clock, notBefore } from '../../platform/clock/clock';
import { planAnew } from '../../platform/database/plan-anew';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { ChartService } from './chart.service';
import type { Hands } from './booking';
import { readBooks } from './books-row.store';
import { insertEntries, insertOpenMonths, type LinkedEntry, readMonths } from './ledger.store';

/** So many entries are written together: what was made for them is let go before the next are made. */
const PORTION = 100;

/**
 * Takes over the entries of earlier years, many at once: the migration of older books. The same rules hold
 * as for one voucher, in the order given; only the writing is done together.
 */
@Injectable()
export class LedgerImportService {
  constructor(
    private readonly clock: Clock,
    private readonly charts: ChartService,
  ) {}

  /**
   * Books entries of one collective in the order given, all or none: numbered by year without gaps, chained
   * one to the next, the balances moved once for each portion that is written. The caller holds them all in
   * memory: a year of a village at a time is fair.
   * @returns how many were booked
   * @throws DomainError `period.*` where a day lies in no month that may be open
   */
  async importEntries(
    tx: EntityManager,
    collectiveId: string,
    entries: readonly (JournalEntry & Hands)[],
  ): Promise<number> {
    const books = await readBooks(tx, collectiveId);
    invariant(books !== undefined, 'the books row of a writing transaction is there: it was locked first');
    const chart = this.charts.requireChart(books.chart, books.regionPath);
    const bookedAt = notBefore(books.lastBookedAt, this.clock.now());
    await this.openMonthsOf(tx, collectiveId, { entries, at: bookedAt });
    const numbers: Record<string, number> = { ...books.voucherNumbers };
    let position = books.chainLength;
    let previousHash = books.chainHead;
    const link = (entry: JournalEntry & Hands): LinkedEntry => {
      requireBookable(entry, chart);
      requireChartHolds(entry.postedOn, books.chartFrom);
      requireUnsettled(entry, books.settledTo);
      const year = yearOf(entry.postedOn);
      const number = (numbers[year] ?? 0) + 1;
      numbers[year] = number;
      position += 1;
      const chained: ChainedEntry = {
        ...entry,
        collectiveId,
        entryId: newId(),
        position,
        chart: books.chart,
        voucher: { year, number },
        bookedAt,
        canonical: CANONICAL_NOW,
      };
      const linked = { entry: chained, previousHash, hash: chainHash(previousHash, chained, sha256) };
      previousHash = linked.hash;
      return linked;
    };
    for (let first = 0; first < entries.length; first += PORTION) {
      // What the database asks of a line was planned when there were fewer.
      await planAnew(tx);
      await insertEntries(tx, numbers, entries.slice(first, first + PORTION).map(link));
    }
    return entries.length;
  }

  /** The months the entries lie in open with those before them, or the entries are refused. */
  private async openMonthsOf(
    tx: EntityManager,
    collectiveId: string,
    { entries, at }: { readonly entries: readonly (JournalEntry & Hands)[]; readonly at: string },
  ): Promise<void> {
    const months = await readMonths(tx, collectiveId);
    const today = this.clock.today();
    const seen = new Set<Month>();
    const opened: Month[] = [];
    for (const { postedOn } of entries) {
      requireNotAhead(postedOn, today);
      if (seen.has(monthOf(postedOn))) continue;
      seen.add(monthOf(postedOn));
      const opening = monthsToOpen(months, postedOn, today);
      months.push(...opening.map((month) => ({ month, state: 'open' as const })));
      opened.push(...opening);
    }
    const by = entries[0]?.preparedBy ?? '';
    await insertOpenMonths(tx, collectiveId, { months: opened, by, at });
  }
}
