import type { EntityManager } from 'typeorm';
import type { IncomeNature } from '../../domain/income/income-nature';
import { insertRecorded } from '../../platform/audit/records';
import { IncomeNatureEntity } from './income-nature.entity';

/** Keeps what income is called beside its voucher; nothing where no document calls it anything. */
export async function keepNature(
  tx: EntityManager,
  collectiveId: string,
  kept: {
    readonly incomeId: string;
    readonly entryId: string;
    readonly nature: IncomeNature | undefined;
  },
): Promise<void> {
  const { incomeId, entryId, nature } = kept;
  if (nature === undefined) return;
  const { packId, kind, mode, paper, reason } = nature;
  await insertRecorded(tx, IncomeNatureEntity, {
    ...{ collectiveId, incomeId, entryId, packId },
    ...{ kind: kind ?? null, mode: mode ?? null, paper: paper ?? null, reason: reason ?? null },
  });
}
