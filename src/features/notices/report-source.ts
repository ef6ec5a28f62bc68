import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { NoticePool } from '../../domain/notices/distribution-notice';
import type { ReportFigures, ReportMatter } from '../../domain/notices/report-notice';
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
  /** Absent where it is about some days and no one matter. */
  readonly about?: ReportMatter | undefined;
}

/** A matter that a sheet may be about, as the office's list names it. */
export interface OfferedMatter {
  readonly id: string;
  readonly name: string;
}

/** Where the figures of one sheet come from: it loads what the books say; a pure function makes rows. */
export abstract class ReportSource {
  abstract readonly sheet: ReportSheet;

  abstract figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures>;
}

/** The same of a sheet that is about one matter: it knows whose days and pool these are. */
export abstract class MatterSource extends ReportSource {
  /** @throws DomainError where the village has no such matter */
  abstract subjectOf(collectiveId: string, id: string, db: EntityManager): Promise<ReportSubject>;

  /** What a sheet can be published about now, the latest first. */
  abstract listMatters(collectiveId: string, db: EntityManager): Promise<readonly OfferedMatter[]>;
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

  /** @throws BrokenInvariant of a sheet about some days */
  requireMatterSource(sheet: ReportSheet): MatterSource {
    const source = this.requireSource(sheet);
    invariant(source instanceof MatterSource, 'a sheet about one matter knows its days');
    return source;
  }

  /** Those of sheets that are about one matter. */
  listMatterSources(): MatterSource[] {
    return [...this.bySheet.values()].filter((source) => source instanceof MatterSource);
  }
}
