import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RollUse } from '../../domain/collectives/share-roll';
import { ShareRollUses } from '../collectives/share-roll-uses.service';
import { DividendReadService } from './dividend-read.service';

/** The rounds of members' dividends that were given and stand, as uses of the roll they were split by. */
@Injectable()
export class DividendRollsService extends ShareRollUses {
  constructor(private readonly reading: DividendReadService) {
    super();
  }

  override async listUses(db: EntityManager, collectiveId: string): Promise<readonly RollUse[]> {
    const rounds = await this.reading.listRounds(collectiveId, db);
    return rounds.filter(({ state }) => state === 'given');
  }
}
