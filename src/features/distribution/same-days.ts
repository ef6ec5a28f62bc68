import { type FindOptionsWhere, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { PlanPeriod } from './plan-ground.service';
import type { PlanEntity } from './plan.entity';

/** The plans of a pool that share a day with a period: drafts of one plan, wherever its last day lies. */
export function ofSameDays(
  collectiveId: string,
  { pool, from, to }: Omit<PlanPeriod, 'pool'> & Pick<PlanEntity, 'pool'>,
): FindOptionsWhere<PlanEntity> {
  return { collectiveId, pool, periodFrom: LessThanOrEqual(to), periodTo: MoreThanOrEqual(from) };
}
