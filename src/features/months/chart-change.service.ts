import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import {
  type ChartCarry,
  carryPostings,
  carryProblems,
  CHART_CHANGE,
  type OpenItem,
} from '../../domain/ledger/chart-mapping';
import type { Posting } from '../../domain/ledger/journal-entry';
import { lastDayOfYear } from '../../domain/months/year-end';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { ChartCarryService } from '../ledger/chart-carry.service';
import { LedgerService } from '../ledger/ledger.service';
import { ChartChangeEntity } from './chart-change.entity';
import { YearBooksService } from './year-books.service';

/** A change of the chart as asked for: it holds from 1 January of the year. */
export interface ChartChangeForm {
  readonly year: number;
  readonly chart: string;
  /** The account chosen where the mapping leaves several, by the old account. */
  readonly choices: Readonly<Record<string, string>>;
}

/** What a change of the chart would do. */
export interface ChartChangeState {
  readonly problems: readonly Problem[];
  readonly carry: ChartCarry;
  readonly items: readonly OpenItem[];
}

/** A December that takes no voucher: opened again it does, unless it is sealed. */
const MONTH_CLOSED = { held: 'chartChange.monthHeld', sealed: 'chartChange.monthSealed' } as const;

/** Whose books, to be kept under which chart from 1 January of which year. */
interface Change extends ChartChangeForm {
  readonly collectiveId: string;
}

/** Carries a collective's books from one chart of accounts into the next, on a 1 January. */
@Injectable()
export class ChartChangeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: YearBooksService,
    private readonly ledger: LedgerService,
    private readonly carrying: ChartCarryService,
  ) {}

  /** The chart the books are kept under now. */
  chartOf(collectiveId: string): Promise<Chart> {
    return this.ledger.requireChartOf(this.database.reader, collectiveId);
  }

  /** What would be carried over, and everything that keeps it from being. */
  async stateOf(change: Change): Promise<ChartChangeState> {
    return this.read(this.database.reader, change);
  }

  /**
   * Books the two vouchers and changes the chart: nothing of the old chart is booked any more from then on.
   * @throws FormProblems `chartChange.*`; DomainError `chartChange.notKnown`, `period.*`
   */
  changeChart(
    collectiveId: string,
    form: ChartChangeForm,
    command: Command,
  ): Promise<{ readonly closingEntryId: string | null; readonly openingEntryId: string | null }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { problems, carry, items } = await this.read(tx, { ...form, collectiveId });
        refuseProblems(problems);
        const { out, into } = carryPostings(items, carry);
        const [last, first] = [lastDayOfYear(form.year - 1), firstDayOfYear(form.year)];
        const { old, now } = carry;
        const at = { collectiveId, statementOn: first, by: command.by };
        const summaries = [
          yearEndSummaries.oldChart(old.version),
          yearEndSummaries.newChart(now.version),
        ] as const;
        const closing = await this.post(tx, at, { postedOn: last, postings: out, summary: summaries[0] });
        await this.ledger.changeChart(tx, collectiveId, { chart: now.version, from: first });
        const opening = await this.post(tx, at, { postedOn: first, postings: into, summary: summaries[1] });
        await insertRecorded(tx, ChartChangeEntity, {
          ...{ collectiveId, validFrom: first, fromChart: old.version, toChart: now.version },
          ...{ closingEntryId: closing, openingEntryId: opening, choices: form.choices },
          doneBy: command.by,
          doneAt: this.clock.now(),
        });
        return { closingEntryId: closing, openingEntryId: opening };
      },
      onceOf(command, 'months.changeChart', form),
    );
  }

  private async read(db: EntityManager, change: Change): Promise<ChartChangeState> {
    const { collectiveId, year, choices } = change;
    const old = await this.ledger.requireChartOf(db, collectiveId);
    const now = await this.ledger.requireChartOf(db, collectiveId, change.chart);
    const mapping = this.carrying.requireMapping({ old, now });
    const carry = { old, now, mapping, choices };
    const items = await this.carrying.listOpenItems(db, collectiveId, old);
    const day = firstDayOfYear(year);
    const problems: Problem[] = [];
    if (this.clock.today() < day)
      problems.push({ code: 'chartChange.notYet', field: 'year', facts: { day } });
    const isClosed = await this.years.isClosed(db, { collectiveId, year: year - 1 });
    if (!isClosed) {
      problems.push({ code: 'chartChange.yearNotClosed', field: 'year', facts: { year: year - 1 } });
    }
    if (await this.carrying.hasEntriesFrom(db, collectiveId, year)) {
      problems.push({ code: 'chartChange.bookedAfter', field: 'year', facts: { day } });
    }
    const last = `${String(year - 1)}-12`;
    // What takes the balances out is booked on its last day.
    const state = await this.carrying.findMonthState(db, collectiveId, last);
    if (state !== 'open') problems.push({ code: MONTH_CLOSED[state], field: 'year', facts: { month: last } });
    const { drafts, recurring } = await this.carrying.listUnderWay(db, collectiveId, last);
    if (drafts > 0) problems.push({ code: 'chartChange.drafts', field: 'year', facts: { count: drafts } });
    problems.push(
      ...recurring.map((name) => ({ code: 'chartChange.recurring', field: 'year', facts: { name } })),
    );
    // What still stands on income and expense has nowhere to go before its year is closed.
    if (isClosed) problems.push(...carryProblems(items, carry));
    return { problems, carry, items };
  }

  private async post(
    tx: EntityManager,
    at: { readonly collectiveId: string; readonly statementOn: CalendarDay; readonly by: string },
    voucher: { readonly postedOn: CalendarDay; readonly postings: Posting[]; readonly summary: string },
  ): Promise<string | null> {
    if (voucher.postings.length === 0) return null;
    const { entryId } = await this.ledger.post(tx, at.collectiveId, {
      ...voucher,
      event: 'months.chartChanged',
      aboutPeriod: monthOf(voucher.postedOn),
      statementOn: at.statementOn,
      source: { kind: CHART_CHANGE, id: at.statementOn },
      preparedBy: at.by,
    });
    return entryId;
  }
}

function firstDayOfYear(year: number): CalendarDay {
  return `${String(year)}-01-01`;
}
