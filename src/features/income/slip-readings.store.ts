import type { EntityManager } from 'typeorm';
import type { Settlement } from '../../domain/income/settlement';
import { reckonedOn, type SlipReadings } from '../../domain/income/slip-readings';
import { insertRecorded } from '../../platform/audit/records';
import type { SettlementRow } from './income-read.service';
import { insertFlags } from './slip-flags.store';
import { SlipReadingsEntity } from './slip-readings.entity';
import type { SettledStation } from './station-facts.service';

/** On what a slip is reckoned while it is entered. */
export function readingsOf(
  { generationMonth }: Settlement,
  slips: readonly SettlementRow[],
  { asset, records }: Pick<SettledStation, 'asset' | 'records'>,
): SlipReadings {
  return reckonedOn(generationMonth, slips, { multiplier: asset.meterMultiplier ?? '1', records });
}

/** What stands beside a slip: what is hardly possible about it, and on what it was reckoned. */
export async function keepBeside(
  tx: EntityManager,
  { collectiveId, id }: { readonly collectiveId: string; readonly id: string },
  slip: { readonly settlement: Settlement; readonly readings?: SlipReadings | undefined },
): Promise<void> {
  await insertFlags(tx, { collectiveId, id }, slip.settlement);
  if (slip.readings === undefined) return;
  await insertRecorded(tx, SlipReadingsEntity, { collectiveId, settlementId: id, ...slip.readings });
}
