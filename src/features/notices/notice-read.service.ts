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

/** A published sheet by its number on paper, its period and its code. */
export interface NamedSheet extends SheetPeriod {
  readonly id: string;
  readonly planId: string;
  /** The village's short name in document numbers. */
  readonly label: string;
  readonly version: number;
  readonly code: string;
  /** Absent where it is about no pool alone. */
  readonly pool: string | undefined;
  readonly kind: NoticeEntity['data']['kind'];
  /** Which sheet about some days, where it is no plan's. */
  readonly sheet: string | undefined;
  readonly publishedOn: CalendarDay;
}

/** What other steps ask about the sheets of a village. */
@Injectable()
export class NoticeReadService {
  /** Every published sheet of a period, whose figures are of the books, oldest first. */
  async listSheets(db: EntityManager, collectiveId: string): Promise<SheetPeriod[]> {
    const notices = await db.find(NoticeEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    return notices.filter(({ data }) => data.kind !== 'yearly-use-plan').map(periodOf);
  }

  /** The same with what is printed of each by which it is known, the latest first. */
  async listNamed(db: EntityManager, collectiveId: string): Promise<NamedSheet[]> {
    const order = { id: 'DESC' } as const;
    const notices = await db.find(NoticeEntity, { where: { collectiveId }, order });
    return notices.map(({ id, planId, version, code, publishedOn, ...notice }) => ({
      ...periodOf(notice),
      ...{ id, planId, version, code, publishedOn },
      ...{ label: notice.data.heading.number.label, pool: notice.data.heading.pool },
      kind: notice.data.kind,
      sheet: notice.data.kind === 'report' ? notice.data.heading.sheet : undefined,
    }));
  }
}

function periodOf({ year, number, data }: Pick<NoticeEntity, 'year' | 'number' | 'data'>): SheetPeriod {
  return { year, number, from: data.heading.periodFrom, to: data.heading.periodTo };
}
