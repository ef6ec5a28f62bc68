import type { EntityManager } from 'typeorm';
import type { RollUse } from '../../domain/collectives/share-roll';

/** What was given by the roll of shares. The roll knows no later step, so the application hands it in. */
export abstract class ShareRollUses {
  /** Everything that was given by the roll of a day and stands. */
  abstract listUses(db: EntityManager, collectiveId: string): Promise<readonly RollUse[]>;
}
