import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CalendarDay,
  firstDayOf,
  lastDayOf,
  type Month,
  yearOf,
} from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import { grantableOn } from '../../domain/ledger/pool-movements';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { Correction, CorrectionFacts } from '../../domain/months/read-correction';
import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { type BookLine, BookLinesService } from '../ledger/book-lines.service';
import { CounterpartiesService } from '../ledger/counterparties.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { standingOf } from './standing-corrections';
import { YearBooksService } from './year-books.service';
import { YearShownService } from './year-shown.service';

/** What a correction of an earlier year is held against: whether its year is closed, what stands already. */
@Injectable()
export class PriorYearGroundService {
  constructor(
    private readonly years: YearBooksService,
    private readonly books: LedgerReadService,
    private readonly lines: BookLinesService,
    private readonly counterparties: CounterpartiesService,
    private readonly shown: YearShownService,
  ) {}

  /** Whom a line may name: ids by id and by name. */
  namesOf(db: EntityManager, collectiveId: string): Promise<CorrectionFacts['counterparties']> {
    return this.counterparties.listIds(collectiveId, db);
  }

  /** A year these books kept has to be closed first; one before them is corrected in the present ones. */
  async openYearProblems(tx: EntityManager, collectiveId: string, aboutPeriod: string): Promise<Problem[]> {
    const year = yearOf(aboutPeriod);
    const { openedOn } = await this.books.requireChain(collectiveId, tx);
    if (Number.isNaN(year) || year < yearOf(openedOn)) return [];
    if (await this.years.isClosed(tx, { collectiveId, year })) return [];
    return [{ code: 'correction.yearNotClosed', field: 'aboutPeriod', value: aboutPeriod, facts: { year } }];
  }

  /** What a pool has left to give away at the end of a day, or less on a later one. */
  async grantableOn(
    tx: EntityManager,
    collectiveId: string,
    { pool, day }: { readonly pool: Pool; readonly day: CalendarDay },
  ): Promise<Fen> {
    return grantableOn(await this.books.listPoolMovements(collectiveId, pool, tx), day);
  }

  /** See {@link YearShownService}. */
  shownOf(
    tx: EntityManager,
    collectiveId: string,
    about: { readonly correction: Correction; readonly chart: Chart },
  ): Promise<Fen> {
    return this.shown.shownOf(tx, collectiveId, about);
  }

  /** The lines of every correction of a month that stands, correction by correction. */
  async listStanding(
    collectiveId: string,
    about: { readonly month: Month; readonly account: string },
  ): Promise<Posting[][]> {
    const days = { from: firstDayOf(about.month), to: lastDayOf(about.month) };
    const touching = await this.lines.listLines(collectiveId, {
      ...{ by: 'aboutPeriod', ...days, account: about.account },
    });
    const ids = [...new Set(standingOf(PRIOR_YEAR.correction, touching).map(({ entryId }) => entryId))];
    const lines: BookLine[] = await this.lines.linesOfEntries(collectiveId, ids);
    return ids.map((id) => lines.filter(({ entryId }) => entryId === id));
  }
}
