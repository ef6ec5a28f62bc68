import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import { requireReopenable, requireSealable } from '../../domain/ledger/month-states';
import { coversMonth, requireOnNoSheet, requireOtherHand } from '../../domain/months/month-acts';
import type { Problem } from '../../domain/shared/problem';
import { LedgerMonthsService } from '../ledger/ledger-months.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { NoticeReadService } from '../notices/notice-read.service';
import { handOf } from '../users/account-persons.service';
import { ClosingWishesService } from './closing-wishes.service';

/** Whether a month may be held, opened again or sealed: asked before it is done, and by its page. */
@Injectable()
export class MonthReadinessService {
  constructor(
    private readonly wishes: ClosingWishesService,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerMonthsService,
    private readonly notices: NoticeReadService,
  ) {}

  /** What keeps a month open: what each step still wants, and its last day. */
  holdingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    return this.wishes.holdingProblems(db, collectiveId, month);
  }

  /**
   * Refuses to open a month again whose turn it is not, or whose figures stand on a published sheet.
   * @throws DomainError `period.notHeld`, `period.sealedAlready`, `period.laterHeld`,
   *   `months.onPublishedSheet`
   */
  async requireReopenable(db: EntityManager, collectiveId: string, month: Month): Promise<void> {
    requireReopenable(await this.books.listMonths(collectiveId, db), month);
    const sheets = await this.notices.listSheets(db, collectiveId);
    requireOnNoSheet(
      month,
      sheets.filter((sheet) => coversMonth(sheet, month)),
    );
  }

  /**
   * Refuses to seal a month whose turn it is not, or by the one who held it.
   * @throws DomainError `period.notHeld`, `period.sealedAlready`, `period.sealNotNext`, `months.sealedBySame`
   */
  async requireSealable(
    db: EntityManager,
    collectiveId: string,
    sealing: { readonly month: Month; readonly by: string },
  ): Promise<void> {
    const { month, by } = sealing;
    requireSealable(await this.books.listMonths(collectiveId, db), month);
    const heldBy = await this.ledger.findHolder(collectiveId, month, db);
    const hand = await handOf(db, by);
    requireOtherHand(month, heldBy === undefined ? undefined : hand(heldBy), by);
  }

  /** What is wanted before a month is sealed: what the steps want, and a second look at every voucher. */
  sealingProblems(db: EntityManager, collectiveId: string, month: Month): Promise<Problem[]> {
    return this.wishes.sealingProblems(db, collectiveId, month);
  }
}
