import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay, Month } from '../../domain/calendar/calendar-day';
import { partDay } from '../../domain/income/kept-slip';
import { Clock } from '../../platform/clock/clock';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ReentriesService } from '../ledger/reentries.service';
import { splitsOf } from './keepers-mark';
import { SettlementEntity } from './settlement.entity';

/** An owner's share of a joint station, in a month. */
interface OwnMonth {
  readonly collectiveId: string;
  readonly assetId: string;
  readonly generationMonth: Month;
}

/** When an owner's books take what a keeper sends, and what of the month they had taken before. */
@Injectable()
export class OwnerMonthsService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly reentries: ReentriesService,
    private readonly clock: Clock,
  ) {}

  /** @see partDay @throws DomainError `joint.noOpenMonth` */
  async dayFor(ownerId: string, day: CalendarDay, db?: EntityManager): Promise<CalendarDay> {
    const months = await this.books.listMonths(ownerId, db);
    return partDay(day, { months, today: this.clock.today() });
  }

  /**
   * The voucher whose place a month's part takes: the last one of the month, which was reversed, as the
   * keeper took his slip back or the village its own. What is split now is of an earlier slip.
   */
  async findReplaced(tx: EntityManager, of: OwnMonth): Promise<string | undefined> {
    const rows = await tx.find(SettlementEntity, { where: { ...of }, order: { id: 'ASC' } });
    const own = rows.filter((row) => splitsOf(row) === undefined).flatMap(({ entryId }) => entryId ?? []);
    return this.reentries.findReenterable(of.collectiveId, own, tx);
  }
}
