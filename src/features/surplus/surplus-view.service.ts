import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { periodName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { PeriodsService } from './periods.service';
import { SurplusLinesService } from './surplus-lines.service';
import type { SurplusPageProps } from './surplus.pages';
import { SurplusService } from './surplus.service';

/** Whose statement, of which pool and days; the period to be distributed next where none are named. */
export interface StatementAsked {
  readonly collectiveId: string;
  readonly pool: 'pv' | 'other';
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay | undefined;
}

/** The page of a pool's surplus: the equation, its picture, every fact behind it. */
@Injectable()
export class SurplusViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly surplus: SurplusService,
    private readonly lines: SurplusLinesService,
    private readonly periods: PeriodsService,
  ) {}

  /** @throws FormProblems `calendar.reversed` */
  async pageOf(visit: PageVisit, asked: StatementAsked): Promise<SurplusPageProps> {
    const { collectiveId, pool } = asked;
    const { halfYears, next, isSettled, today } = await this.periods.periodsOf(collectiveId, pool);
    const shown = { from: asked.from ?? next.from, to: asked.to ?? next.to };
    const statement = await this.surplus.statement(collectiveId, { pool, ...shown });
    const mayDraft = keepsBooksOf(visit.actor, collectiveId) && shown.to <= today && !isSettled(shown);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'surplus' }),
      pool: labelOf(`pool.${pool}`),
      from: shown.from,
      through: shown.to,
      carried: statement.carriedOver,
      received: statement.received,
      deducted: statement.deducted,
      distributable: statement.distributable,
      lines: await this.lines.listLines(collectiveId, { pool, ...shown }),
      ...(mayDraft ? { draftHref: withQuery(paths.newPlan, { pool, ...shown }) } : {}),
      periods: halfYears.map((period) => ({
        label: periodName(period),
        href: withQuery(paths.surplus, { pool, ...period }),
        current: period.from === shown.from && period.to === shown.to,
      })),
      pools: (['pv', 'other'] as const).map((each) => ({
        label: labelOf(`pool.${each}`),
        href: withQuery(paths.surplus, { pool: each, ...shown }),
        current: each === pool,
      })),
    };
  }
}
