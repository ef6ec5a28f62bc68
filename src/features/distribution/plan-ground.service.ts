import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type { GroundCost, GroundSums, PlanGround } from '../../domain/distribution/plan-ground';
import type { SettlingLine } from '../../domain/distribution/year-grants';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { ToldReserve } from '../../domain/ledger/told-reserves';
import { type Fen, sumFen } from '../../domain/money/fen';
import { deductionKindsOf, type PolicyPack, type PoolId, POOLS, poolRulesOf } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import type { SurplusStatement } from '../../domain/surplus/surplus-statement';
import { type DeductionRow, DeductionsService } from '../deductions/deductions.service';
import { SurplusService } from '../surplus/surplus.service';
import { NewIncomeService } from './new-income.service';
import { PlanLineEntity } from './plan-line.entity';
import { PlanEntity } from './plan.entity';
import type { ToldYearClaim } from './year-claims.service';
import { YearLeftService } from './year-left.service';

/** The days of a pool that a plan distributes, both included. */
export interface PlanPeriod {
  readonly pool: PoolId;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What the books say of a period that is to be distributed, and of the year it belongs to. */
@Injectable()
export class PlanGroundService {
  constructor(
    private readonly surplus: SurplusService,
    private readonly deductions: DeductionsService,
    private readonly newIncomes: NewIncomeService,
    private readonly years: YearLeftService,
  ) {}

  /**
   * A period begins where the last settled one ended, or with the books: no receipt is left between two
   * sheets. @throws DomainError `plan.periodGap`
   */
  async requireNoGap(db: EntityManager, collectiveId: string, period: PlanPeriod): Promise<void> {
    const next = await this.surplus.nextPeriodStart(collectiveId, period.pool, db);
    if (period.from > next) throw new DomainError('plan.periodGap', { next });
  }

  /**
   * A plan belongs to one year, by which its floors and caps are judged: one that ran across 31 December
   * would take the last money of a year out of that year. Where a year has nothing left to distribute there
   * is no plan to end it with, and its days may go with the next.
   * @throws DomainError `plan.periodAcrossYears` naming the day to end it on
   */
  async requireWithinYear(db: EntityManager, collectiveId: string, period: PlanPeriod): Promise<void> {
    for (let year = yearOf(period.from); year < yearOf(period.to); year += 1) {
      const last = `${String(year)}-12-31`;
      const { distributable } = await this.statementOf(db, collectiveId, { ...period, to: last });
      if (distributable > 0n) throw new DomainError('plan.periodAcrossYears', { last });
    }
  }

  /** What of the period's distributable money reserves keep from its plan. */
  heldOf(
    db: EntityManager,
    collectiveId: string,
    period: PlanPeriod & { readonly distributable: Fen },
  ): Promise<Fen> {
    return this.surplus.heldOf(collectiveId, period, db);
  }

  /** Refuses lines that take more than reserves leave of the period. @throws DomainError `plan.reserved` */
  requireUnreserved(
    db: EntityManager,
    collectiveId: string,
    plan: {
      readonly period: PlanPeriod;
      readonly statement: Pick<SurplusStatement, 'distributable'>;
      readonly drafted: { readonly planned: Fen };
    },
  ): Promise<void> {
    const { period, statement, drafted } = plan;
    const money = { distributable: statement.distributable, planned: drafted.planned };
    return this.surplus.requireUnreserved(collectiveId, { ...period, ...money }, db);
  }

  /** What a plan of the period has to tell of money set aside, as it stands on the day of its draft. */
  reservesOf(
    db: EntityManager,
    collectiveId: string,
    of: { readonly period: PlanPeriod; readonly draftedOn: CalendarDay },
  ): Promise<ToldReserve[]> {
    const { period, draftedOn } = of;
    return this.surplus.toldReserves(collectiveId, { ...period, draftedOn }, db);
  }

  /**
   * Refuses lines that do not cover what was granted of their period under the plan of its year.
   * @returns what they take over
   * @throws DomainError `plan.belowGranted`
   */
  takenBy(
    db: EntityManager,
    collectiveId: string,
    of: { readonly period: PlanPeriod; readonly lines: readonly SettlingLine[] },
  ): Promise<ToldYearClaim[]> {
    return this.years.takenBy(db, collectiveId, { ...of.period, lines: of.lines });
  }

  /**
   * Refuses lines of which more is still to grant than is free of the pool, from a day on.
   * @returns what of them was granted under the plan of the year, which they take over
   * @throws DomainError `plan.belowGranted`; FormProblems `plan.aboveFree`
   */
  async requireFree(
    db: EntityManager,
    collectiveId: string,
    of: { readonly period: PlanPeriod; readonly lines: readonly SettlingLine[]; readonly day: CalendarDay },
  ): Promise<ToldYearClaim[]> {
    const { period, lines, day } = of;
    const taken = await this.takenBy(db, collectiveId, of);
    const planned = sumFen(lines.map(({ amount }) => amount)) - sumFen(taken.map(({ granted }) => granted));
    await this.surplus.requireFree(collectiveId, { pool: period.pool, planned, day }, db);
    return taken;
  }

  statementOf(db: EntityManager, collectiveId: string, period: PlanPeriod): Promise<SurplusStatement> {
    return this.surplus.statement(collectiveId, period, db);
  }

  /**
   * What a plan of the period is judged on beside its own figures. A plan belongs to the year in which its
   * period ends; where the pack speaks of all money in one part, the year is that of all pools together.
   */
  async groundOf(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly pack: PolicyPack; readonly period: PlanPeriod },
  ): Promise<PlanGround> {
    const { pack, period } = asked;
    const costs = await this.deductions.listDeductions(collectiveId, db);
    const rows = costs.map((cost) => costRow(cost, kindOf(pack, period.pool, cost)));
    const counted = [...rows, ...refundRows(await this.deductions.listRefunds(collectiveId, db), rows)];
    const sumsOf = async (days: PlanPeriod): Promise<GroundSums> =>
      groundSums(await this.surplus.statement(collectiveId, days, db), costsWithin(counted, days));
    const year = String(yearOf(period.to));
    const pools = poolsTogether(pack, period.pool);
    const plans = await this.approvedOf(db, collectiveId, { pools, year });
    const from = earliest([period.from, `${year}-01-01`, ...plans.map((plan) => plan.periodFrom)]);
    const to = latest([period.to, ...plans.map((plan) => plan.periodTo)]);
    const byPool: GroundSums[] = [];
    for (const pool of pools) byPool.push(await sumsOf({ pool, from, to }));
    const newIncome = await this.newIncomes.findNewIncome(db, collectiveId, { pack, pool: period.pool, to });
    const yearPlan = await this.years.leftOf(db, collectiveId, period);
    return {
      deductions: costsWithin(rows, period),
      period: await sumsOf(period),
      year: {
        year,
        isOver: to >= `${year}-12-31`,
        received: sumFen(byPool.map((sums) => sums.received)),
        costs: byKey(byPool.flatMap(({ costs }) => Object.entries(costs))),
        used: await usedBy(db, collectiveId, plans),
        ...(newIncome === undefined ? {} : { newIncome }),
      },
      ...(yearPlan === undefined ? {} : { yearPlan }),
    };
  }

  private async approvedOf(
    db: EntityManager,
    collectiveId: string,
    of: { readonly pools: readonly PoolId[]; readonly year: string },
  ): Promise<PlanEntity[]> {
    const plans = await db.findBy(PlanEntity, { collectiveId, state: 'approved', pool: In(of.pools) });
    return plans.filter((plan) => String(yearOf(plan.periodTo)) === of.year);
  }
}

/** The pools that the same part of a pack speaks of as this one. */
function poolsTogether(pack: PolicyPack, pool: PoolId): PoolId[] {
  const part = poolRulesOf(pack, pool);
  return POOLS.filter((each) => each === pool || (part !== undefined && poolRulesOf(pack, each) === part));
}

async function usedBy(
  db: EntityManager,
  collectiveId: string,
  plans: readonly PlanEntity[],
): Promise<Record<string, Fen>> {
  const planId = In(plans.map(({ id }) => id));
  const lines = plans.length === 0 ? [] : await db.findBy(PlanLineEntity, { collectiveId, planId });
  return byKey(lines.map(({ bucket, amount }) => [bucket, amount]));
}

/** A cost under another name than the usual kinds is the kind that the pack gives this name. */
function kindOf(pack: PolicyPack, pool: PoolId, { kind, name }: DeductionRow): string {
  if (kind !== 'other') return kind;
  return deductionKindsOf(pack, pool).find((each) => each.name === name)?.id ?? kind;
}

interface CostRow extends GroundCost {
  readonly pool: Pool;
  readonly postedOn: CalendarDay;
}

function costRow({ id, amount, reason, pool, postedOn }: DeductionRow, kind: string): CostRow {
  return { id, kind, amount, reason: reason ?? '', pool, postedOn };
}

/** What came back of costs: it makes less of their kind on the day on which it came. */
function refundRows(
  refunds: Awaited<ReturnType<DeductionsService['listRefunds']>>,
  costs: readonly CostRow[],
): CostRow[] {
  return refunds.flatMap(({ id, deductionId, refundedOn: postedOn, amount, reason }) => {
    const cost = costs.find((each) => each.id === deductionId);
    return cost === undefined ? [] : [{ ...cost, id, postedOn, amount: -amount, reason }];
  });
}

function costsWithin(rows: readonly CostRow[], { pool, from, to }: PlanPeriod): GroundCost[] {
  return rows
    .filter((row) => row.pool === pool && row.postedOn >= from && row.postedOn <= to)
    .map(({ id, kind, amount, reason }) => ({ id, kind, amount, reason }));
}

/** Costs by kind that add up to what the statement takes off: what no kind was named for is another cost. */
function groundSums({ received, deducted }: SurplusStatement, costs: readonly GroundCost[]): GroundSums {
  const unnamed = deducted - sumFen(costs.map(({ amount }) => amount));
  const named = costs.map(({ kind, amount }): [string, Fen] => [kind, amount]);
  return { received, costs: byKey([...named, ...(unnamed === 0n ? [] : [['other', unnamed] as const])]) };
}

function byKey(entries: readonly (readonly [string, Fen])[]): Record<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const [key, amount] of entries) sums.set(key, (sums.get(key) ?? 0n) + amount);
  return Object.fromEntries(sums);
}

function earliest(days: readonly CalendarDay[]): CalendarDay {
  return [...days].sort()[0] ?? '';
}

function latest(days: readonly CalendarDay[]): CalendarDay {
  return [...days].sort().at(-1) ?? '';
}
