import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { type AboveNewIncome, aboveNewIncome } from '../../domain/distribution/granted-above';
import {
  newIncomeCaps,
  type NewIncomeGrant,
  newIncomeGrantProblems,
} from '../../domain/distribution/new-income-grants';
import { givenNumbers } from '../../domain/distribution/plan-numbers';
import type { Fen } from '../../domain/money/fen';
import { valuesById } from '../../domain/policy/local-standard';
import { poolRulesOf } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { LocalStandardsService } from '../policy/local-standards.service';
import { NewIncomeService } from './new-income.service';
import { type DistributionPlan, PlanReadService, poolOfPack } from './plan-read.service';

/** A grant of a use, before it is booked. */
interface Asked {
  readonly bucket: string;
  readonly amount: Fen;
  readonly grantedOn: CalendarDay;
}

/** What is granted out of new income, held against the books and the numbers of the day of the grant. */
@Injectable()
export class NewIncomeGrantsService {
  constructor(
    private readonly newIncomes: NewIncomeService,
    private readonly local: LocalStandardsService,
    private readonly reading: PlanReadService,
  ) {}

  /**
   * Why a use may not be granted, where its document gives it a share of new income; nothing for any other
   * use. A plan of the first form kept nothing it was judged by, and is not judged again.
   */
  async problemsOf(tx: EntityManager, plan: DistributionPlan, asked: Asked): Promise<Problem[]> {
    const { bucket, amount } = asked;
    if (plan.ground === undefined || newIncomeCaps(plan.pack, poolOfPack(plan.pool), bucket).length === 0)
      return [];
    return newIncomeGrantProblems({ ...(await this.judgedBy(tx, plan, asked)), amount });
  }

  /** By how much what the year of a plan granted of a use is above its share, judged as on a day. */
  async listAbove(
    db: EntityManager,
    plan: DistributionPlan,
    asked: Omit<Asked, 'amount'>,
  ): Promise<AboveNewIncome[]> {
    return aboveNewIncome(await this.judgedBy(db, plan, asked), String(yearOf(plan.periodTo)));
  }

  /** The year of a plan as its books stand, and the numbers of a day. */
  private async judgedBy(
    tx: EntityManager,
    plan: DistributionPlan,
    { bucket, grantedOn }: Omit<Asked, 'amount'>,
  ): Promise<Omit<NewIncomeGrant, 'amount'>> {
    const { pack, collectiveId, reasons } = plan;
    const pool = poolOfPack(plan.pool);
    const to = `${String(yearOf(plan.periodTo))}-12-31`;
    const newIncome = await this.newIncomes.findNewIncome(tx, collectiveId, { pack, pool, to });
    const given = valuesById(await this.local.numbersFor(collectiveId, pack, grantedOn));
    const numbers = { ...givenNumbers(plan.numbers), ...given };
    const granted = await this.grantedInYear(tx, plan);
    return { pack, pool, bucket, granted, newIncome, numbers, reasons };
  }

  /** What approved plans of the year granted of each use, of every pool that the same rules speak of. */
  private async grantedInYear(tx: EntityManager, plan: DistributionPlan): Promise<Record<string, Fen>> {
    const rules = poolRulesOf(plan.pack, poolOfPack(plan.pool));
    const granted: Record<string, Fen> = {};
    for (const each of await this.reading.listPlans(plan.collectiveId, tx)) {
      const isOfYear = each.state === 'approved' && yearOf(each.periodTo) === yearOf(plan.periodTo);
      if (!isOfYear || poolRulesOf(plan.pack, poolOfPack(each.pool)) !== rules) continue;
      for (const line of each.lines) granted[line.bucket.id] = (granted[line.bucket.id] ?? 0n) + line.granted;
    }
    return granted;
  }
}
