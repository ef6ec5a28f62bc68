import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { recordChange } from '../../src/platform/audit/records';
import { Database } from '../../src/platform/database/database';
import type { VillageApp } from './api-village.fixture';

/** A county's office above the township. @returns its id */
export async function addCounty({ app, townshipId }: VillageApp): Promise<string> {
  const { id: parentId } = await app.get(CollectivesService).createCollective({
    ...{ parentId: null, kind: 'county', name: 'Funan', organisationName: 'county', contacts: [] },
    ...{ regionPath: ['341200'], noticeLabel: 'FN', routeId: null, booksOpenOn: '2025-01-01' },
  });
  await app.get(Database).inTransaction(townshipId, async (tx) => {
    await tx.update(CollectiveEntity, { id: townshipId }, { parentId });
    await recordChange(tx, CollectiveEntity, { id: townshipId });
  });
  return parentId;
}
