import { type ChargedDays, periodOf } from '../../domain/deductions/cost-contract';
import type { DeductionContract } from './deduction-contracts.service';
import type { DeductionEntity } from './deduction.entity';

/** The days a bill says it is for. */
export function servedDays({
  reckoning: { coversFrom: from, coversTo: to },
}: Pick<DeductionEntity, 'reckoning'>): ChargedDays | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The same; the day on which it was booked where it says none. */
export function daysOfCost(cost: Pick<DeductionEntity, 'reckoning' | 'postedOn'>): ChargedDays {
  return servedDays(cost) ?? { from: cost.postedOn, to: cost.postedOn };
}

/** The period that a charge is for: the one it names, or the one of its day. */
export function coveredBy(
  { reckoning, postedOn }: DeductionEntity,
  contract: DeductionContract,
): ChargedDays {
  return periodOf(contract, reckoning.coversFrom ?? postedOn);
}
