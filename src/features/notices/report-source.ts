import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { NoticePool } from '../../domain/notices/distribution-notice';
import type { ReportFigures } from '../../domain/notices/report-notice';
import type { ReportSheet } from '../../domain/notices/report-sheets';
import { invariant } from '../../domain/shared/invariant';

/** What a sheet that is no plan's is about. */
export interface ReportSubject {
  readonly collectiveId: string;
  readonly sheet: ReportSheet;
  /** Absent where it is about no pool alone. */
  readonly pool?: NoticePool | undefined;
  readonly periodFrom: CalendarDay;
  readonly periodTo: CalendarDay;
}

/** Where the figures of one sheet come from: it loads what the books say; a pure function makes rows. */
export abstract class ReportSource {
  abstract readonly sheet: ReportSheet;

  abstract figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures>;
}

/** The sources of all sheets. */
export class ReportSources {
  private readonly bySheet: ReadonlyMap<ReportSheet, ReportSource>;

  constructor(list: readonly ReportSource[]) {
    this.bySheet = new Map(list.map((each) => [each.sheet, each]));
  }

  requireSource(sheet: ReportSheet): ReportSource {
    const source = this.bySheet.get(sheet);
    invariant(source !== undefined, 'every sheet has a source of its figures');
    return source;
  }
}
