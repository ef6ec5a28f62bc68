import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { TaxDays } from '../../domain/income/tax-period';
import { type TaxGround, taxOfNoPeriod } from '../../domain/income/tax-status-change';
import { type TaxPeriod, taxPeriods } from '../../domain/income/tax-status';
import { type TaxAct, type TaxPeriodState, taxStateOf, taxStates } from '../../domain/income/tax-states';
import { bookedTax } from '../../domain/income/tax-postings';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { TaxPeriodEntity } from './tax-period.entity';
import { TaxSalesService } from './tax-sales.service';
import { TaxStatusEntity } from './tax-status.entity';
import { VatTableService } from './vat-table.service';

/** Value-added tax of a collective, period by period: what was sold, what is owed, what was done about it. */
@Injectable()
export class TaxReadService {
  constructor(
    private readonly database: Database,
    private readonly sales: TaxSalesService,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
    private readonly vat: VatTableService,
  ) {}

  /** What the tax office has the collective down as, in the order in which it was said. */
  listStatuses(collectiveId: string, db: EntityManager = this.database.reader): Promise<TaxStatusEntity[]> {
    return db.find(TaxStatusEntity, { where: { collectiveId }, order: { notedAt: 'ASC', id: 'ASC' } });
  }

  /** What another status is held against. */
  async groundOf(
    collectiveId: string,
    today: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<TaxGround> {
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    const statuses = await this.listStatuses(collectiveId, db);
    return { openedOn, today, statuses, acts: await this.listActs(db, collectiveId) };
  }

  /** Days for which tax is booked, though they are no tax period. */
  async listOfNoPeriod(
    collectiveId: string,
    today: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<TaxDays[]> {
    const ground = await this.groundOf(collectiveId, today, db);
    return ground.acts.length === 0 ? [] : taxOfNoPeriod(taxPeriods(ground, ground.statuses), ground.acts);
  }

  /** Every tax period from the books' first day on, up to the one a day lies in. */
  async listStates(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<TaxPeriodState[]> {
    const { openedOn } = await this.books.requireChain(collectiveId, db);
    const periods = taxPeriods({ openedOn, today: day }, await this.listStatuses(collectiveId, db));
    return this.statesOf(db, collectiveId, periods);
  }

  /**
   * The periods over by a day whose tax is still to be booked, or whose waiver no longer holds. Who was never
   * registered is not asked, and costs nothing.
   */
  async listWanted(
    collectiveId: string,
    lastDay: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<TaxPeriodState[]> {
    const statuses = await this.listStatuses(collectiveId, db);
    if (!statuses.some(({ kind }) => kind === 'smallScale')) return [];
    const states = await this.listStates(collectiveId, lastDay, db);
    return states.filter((state) => state.to <= lastDay && taxStateOf(state, lastDay) === 'wanted');
  }

  /** One period by its first day, as it stands. @throws DomainError `tax.periodUnknown` */
  async requireState(
    collectiveId: string,
    { from, today }: { readonly from: CalendarDay; readonly today: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<TaxPeriodState> {
    const states = await this.listStates(collectiveId, today, db);
    const state = states.find((each) => each.from === from);
    if (state === undefined) throw new DomainError('tax.periodUnknown', { from });
    return state;
  }

  private async statesOf(
    db: EntityManager,
    collectiveId: string,
    periods: readonly TaxPeriod[],
  ): Promise<TaxPeriodState[]> {
    const sales = await this.sales.listSales(db, collectiveId);
    return taxStates(periods, { sales, acts: await this.listActs(db, collectiveId) }, this.vat.table());
  }

  private async listActs(db: EntityManager, collectiveId: string): Promise<TaxAct[]> {
    const rows = await db.find(TaxPeriodEntity, {
      where: { collectiveId },
      order: { notedAt: 'ASC', id: 'ASC' },
    });
    if (rows.length === 0) return [];
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const acts: TaxAct[] = [];
    for (const { from, to, amount, reason, entryId } of rows) {
      if (entryId === null) {
        acts.push({ from, to, waived: { amount, reason } });
        continue;
      }
      if (reversed.has(entryId)) continue;
      const { postings, chart } = await this.books.requireEntry(collectiveId, entryId, db);
      const { roles } = await this.ledger.requireChartOf(db, collectiveId, chart);
      acts.push({ from, to, booked: bookedTax(postings, roles.taxPayable ?? '') });
    }
    return acts;
  }
}
