import type { EntityManager } from 'typeorm';
import type { HouseholdMeasure } from '../../domain/collectives/household-measures';
import { HouseholdMeasureEntity, HouseholdMeasureWithdrawalEntity } from './measure.entity';

/** A measure as it was entered. */
export interface ToldMeasure extends HouseholdMeasure {
  readonly measure: string;
  readonly helper: string;
  readonly lateReason: string;
}

/** By what a form names a measure of a household: its standing and its number there. */
export function measureKey(of: Pick<HouseholdMeasure, 'statusNumber' | 'measureNumber'>): string {
  return `${String(of.statusNumber)}.${String(of.measureNumber)}`;
}

/** The measures for all households, or for one, in the order of entry. */
export async function readMeasures(
  db: EntityManager,
  collectiveId: string,
  householdId?: string,
): Promise<ToldMeasure[]> {
  const where = householdId === undefined ? { collectiveId } : { collectiveId, householdId };
  const order = { householdId: 'ASC', statusNumber: 'ASC', measureNumber: 'ASC' } as const;
  const rows = await db.find(HouseholdMeasureEntity, { where, order });
  const keyOf = (of: HouseholdMeasureEntity | HouseholdMeasureWithdrawalEntity): string =>
    `${of.householdId} ${measureKey(of)}`;
  const withdrawn = new Map(
    (await db.findBy(HouseholdMeasureWithdrawalEntity, where)).map((each) => [keyOf(each), each.why]),
  );
  return rows.map((row) => {
    const { householdId: id, statusNumber, measureNumber, startedOn, measure, helper, lateReason } = row;
    return {
      ...{ householdId: id, statusNumber, measureNumber, startedOn, measure, helper, lateReason },
      withdrawnWhy: withdrawn.get(keyOf(row)),
    };
  });
}
