import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DeductionContractEntity } from './deduction-contract.entity';

/** The contract that charges an asset's land rent on a day; undefined where none does. */
export async function findLandRent(
  tx: EntityManager,
  collectiveId: string,
  { assetId, day }: { readonly assetId: string; readonly day: CalendarDay },
): Promise<DeductionContractEntity | undefined> {
  if (assetId === '') return undefined;
  const contracts = await tx.findBy(DeductionContractEntity, { collectiveId, assetId, kind: 'land_rent' });
  return contracts.find(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day));
}
