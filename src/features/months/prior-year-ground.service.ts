import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstDayOf, lastDayOf, type Month, yearOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import { YEAR_CLOSING } from '../../domain/ledger/closing-entries';
import { type Posting, signedAmount } from '../../domain/ledger/journal-entry';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import type { Correction, CorrectionFacts } from '../../domain/months/read-correction';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { type BookLine, BookLinesService } from '../ledger/book-lines.service';
import { CounterpartiesService } from '../ledger/counterparties.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { YearBooksService } from './year-books.service';

/** What a correction of an earlier year is held against: whether its year is closed, what stands already. */
@Injectable()
export class PriorYearGroundService {
  constructor(
    private readonly years: YearBooksService,
    private readonly books: LedgerReadService,
    private readonly lines: BookLinesService,
    private readonly counterparties: CounterpartiesService,
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

  /**
   * What a closed year showed of an account in a pool, on the side it stands on, with the corrections of
   * before. Of a year before these books nothing is known: nothing is taken off it.
   */
  async shownOf(
    collectiveId: string,
    { correction, chart }: { readonly correction: Correction; readonly chart: Chart },
  ): Promise<Fen> {
    const { account, nature, pool, aboutPeriod } = correction;
    const year = yearOf(aboutPeriod);
    const days = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31`, pool };
    const booked = await this.lines.listLines(collectiveId, { ...days, by: 'postedOn', account });
    const target = chart.roles.surplusDistribution;
    const about = await this.lines.listLines(collectiveId, { ...days, by: 'aboutPeriod', account: target });
    const name = chart.accounts.get(account)?.name ?? account;
    const corrected = standingOf(about).filter(({ summary }) =>
      summary.startsWith(yearEndSummaries.correction(name, year, '')),
    );
    const own = booked.filter(({ sourceKind }) => sourceKind !== YEAR_CLOSING);
    const net = sumFen([...own, ...corrected].map(signedAmount));
    return nature === 'income' ? -net : net;
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
    const ids = [...new Set(standingOf(touching).map(({ entryId }) => entryId))];
    const lines: BookLine[] = await this.lines.linesOfEntries(collectiveId, ids);
    return ids.map((id) => lines.filter(({ entryId }) => entryId === id));
  }
}

/** The lines of corrections that stand: neither reversals nor reversed. */
function standingOf(lines: readonly BookLine[]): BookLine[] {
  const taken = new Set(lines.flatMap(({ reversesId }) => reversesId ?? []));
  return lines.filter(
    ({ sourceKind, reversesId, entryId }) =>
      sourceKind === PRIOR_YEAR.correction && reversesId === undefined && !taken.has(entryId),
  );
}
