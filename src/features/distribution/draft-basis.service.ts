import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { givenNumbers, planNumbers } from '../../domain/distribution/plan-numbers';
import type { Fen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { PeriodsService } from '../surplus/periods.service';
import { type DraftPast, DraftPastService } from './draft-past.service';
import { PlanGroundService } from './plan-ground.service';
import type { PlanBasis } from './plan-head.service';
import { PlanRulesService } from './plan-rules.service';
import { standingChecks } from './standing-checks';

/** A plan to be drafted: of which pool and days; the period to be distributed next where none are named. */
export interface DraftAsked {
  readonly collectiveId: string;
  readonly pool: 'pv' | 'other';
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay | undefined;
}

/** What a draft is drawn from. */
export interface DraftBasis {
  readonly basis: PlanBasis;
  readonly past: DraftPast;
  /** Whether its policy lets it be decided at all. */
  readonly checks: readonly PlanCheck[];
  /** What reserves keep from the plan. */
  readonly reserved: Fen;
}

/** What a new draft stands on: the statement of today, the pack in force, and the draft before it. */
@Injectable()
export class DraftBasisService {
  constructor(
    private readonly rules: PlanRulesService,
    private readonly database: Database,
    private readonly grounds: PlanGroundService,
    private readonly periods: PeriodsService,
    private readonly pasts: DraftPastService,
  ) {}

  /**
   * @param userId who drafts it: what they typed before is theirs alone
   * @throws DomainError `policy.twoPacksInForce`, `plan.routeMissing`, `calendar.reversed`
   */
  async basisOf(asked: DraftAsked, userId: string): Promise<DraftBasis> {
    const { collectiveId, pool } = asked;
    const { next, today } = await this.periods.periodsOf(collectiveId, pool);
    const from = asked.from ?? next.from;
    const to = asked.to ?? next.to;
    const { loaded, routeId, standards } = await this.rules.draftingRules(collectiveId, today);
    const { pack } = loaded;
    const period = { pool, from, to };
    const db = this.database.reader;
    const statement = await this.grounds.statementOf(db, collectiveId, period);
    const ground = await this.grounds.groundOf(db, collectiveId, { pack, period });
    const past = await this.pasts.pastOf({ collectiveId, userId, period });
    const numbers = planNumbers(pack, pool, { standards, decided: {} });
    const { carriedOver, received, deducted, distributable } = statement;
    const basis = {
      collectiveId,
      pool,
      from,
      to,
      revision: (past.earlier?.revision ?? 0) + 1,
      pack,
      routeId,
      carriedOver,
      received,
      deducted,
      distributable,
      judged: { pack, pool, on: today, local: givenNumbers(numbers), distributable, ground },
      numbers,
      state: 'drafted' as const,
      decisions: [],
    };
    const under = { collectiveId, pack, packDigest: loaded.digest };
    const checks = standingChecks(await this.rules.standingOf(under, today));
    const reserved = await this.grounds.heldOf(db, collectiveId, { ...period, distributable });
    return { basis, past, checks, reserved };
  }
}
