import { Injectable } from '@nestjs/common';
import { isMonth, type Month } from '../../domain/calendar/calendar-day';
import { refuseProblems } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { type Actor, isOfTownship } from '../../platform/http/actor';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { MonthBooksViewService } from './month-books-view.service';
import { MonthClosingViewService } from './month-closing-view.service';
import type { MonthPageProps } from './month.pages';
import { MonthWorkService } from './month-work.service';

/** The month page, and which one is a person's first. */
@Injectable()
export class MonthViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: MonthBooksViewService,
    private readonly work: MonthWorkService,
    private readonly closing: MonthClosingViewService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws FormProblems `calendar.notAMonth`; DomainError `months.unknown` before the books and after the
   *   present month
   */
  async pageOf(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly month: Month },
    form: FormState,
  ): Promise<MonthPageProps> {
    const { collectiveId, month } = at;
    if (!isMonth(month)) refuseProblems([{ code: 'calendar.notAMonth', field: 'month', value: month }]);
    const state = await this.books.stateOf(collectiveId, month);
    const mayEnter = state === 'open' && keepsBooksOf(visit.actor, collectiveId);
    const paths = villagePaths(collectiveId);
    const isEmpty = await this.books.isEmpty(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month, section: 'month' }),
      work: await this.desk.workOf(visit.actor, { collectiveId, month }),
      form,
      state,
      closing: await this.closing.closingOf(visit.actor, { collectiveId, month, state }),
      vouchers: await this.books.listVouchers(collectiveId, month),
      moved: await this.books.listMoved(collectiveId, month),
      openingHref: isEmpty && mayEnter ? paths.opening : undefined,
      allVouchersHref: withQuery(paths.vouchers, { from: month, to: month }),
      entries: mayEnter ? await this.books.listEntries(collectiveId, month) : [],
    };
  }

  /** The month a village works in: the oldest that is not held. */
  currentMonth(collectiveId: string): Promise<Month> {
    return this.work.currentMonth(collectiveId, this.clock.today());
  }

  /**
   * The village whose books are furthest behind with something to do, or simply the first; undefined
   * without any.
   */
  async firstVillage(actor: Actor): Promise<string | undefined> {
    const kept = actor.roles.filter((held) => !isOfTownship(held.role)).map((held) => held.collectiveId);
    const busy: { readonly collectiveId: string; readonly month: Month }[] = [];
    for (const collectiveId of kept) {
      const month = await this.currentMonth(collectiveId);
      if (await this.work.isWanting(collectiveId, month)) busy.push({ collectiveId, month });
    }
    const [behind] = busy.sort((one, other) => one.month.localeCompare(other.month));
    return behind?.collectiveId ?? kept[0];
  }
}
