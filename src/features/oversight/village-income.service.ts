import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../domain/money/fen';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReportsService } from '../ledger/reports.service';
import { StatementsService } from '../ledger/statements.service';

/** What villages earned in a year, as their books say. */
@Injectable()
export class VillageIncomeService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly reports: ReportsService,
    private readonly statements: StatementsService,
  ) {}

  /**
   * The income of a year up to a day, of every kind the income statement has; undefined where the books hold
   * nothing of that year, or it has not begun.
   */
  async incomeOf(villageId: string, year: number, today: CalendarDay): Promise<Fen | undefined> {
    const last = `${String(year)}-12-31`;
    const to = last < today ? last : today;
    const { length, openedOn } = await this.books.requireChain(villageId);
    const from = `${String(year)}-01-01`;
    if (length === 0 || openedOn > to || from > to) return undefined;
    const chart = await this.reports.requireChartOf(villageId, to);
    const wish = await this.reports.wishOf({ collectiveId: villageId, from, to, by: 'postedOn' });
    const { moved } = await this.statements.incomeFigures(villageId, { to, wish, chart });
    const isIncome = (code: string): boolean =>
      (chart.accounts.get(code) ?? chart.accounts.get(code.slice(0, 3)))?.nature === 'income';
    return sumFen([...moved].flatMap(([code, amount]) => (isIncome(code) ? [amount] : [])));
  }
}
