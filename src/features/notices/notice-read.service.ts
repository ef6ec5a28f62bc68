import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { NoticeEntity } from './notice.entity';

/** A published sheet: its number, and the days whose figures it prints. */
export interface SheetPeriod {
  readonly year: number;
  readonly number: number;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What other steps ask about the sheets of a village. */
@Injectable()
export class NoticeReadService {
  /** Every published sheet that stands, oldest first. */
  async listSheets(db: EntityManager, collectiveId: string): Promise<SheetPeriod[]> {
    const notices = await db.find(NoticeEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    return notices.map(({ year, number, data }) => ({
      year,
      number,
      from: data.heading.periodFrom,
      to: data.heading.periodTo,
    }));
  }
}
