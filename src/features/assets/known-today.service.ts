import { Injectable } from '@nestjs/common';
import type { ParticularsVersion } from '../../domain/assets/asset-particulars';
import { capacityShown, type StationCapacity } from '../../domain/assets/own-capacity';
import { Clock } from '../../platform/clock/clock';
import { AssetParticularsService } from './asset-particulars.service';
import type { RegisteredAsset } from './assets.service';
import { OwnPartsService } from './own-parts.service';

/** What is known today of a collective's assets beside what its register says. */
export interface KnownToday {
  particularsOf(assetId: string): ParticularsVersion | undefined;
  capacityOf(registered: RegisteredAsset): StationCapacity | undefined;
}

/** What a card says of an asset that its own register does not: particulars, and the keeper's share table. */
@Injectable()
export class KnownTodayService {
  constructor(
    private readonly particulars: AssetParticularsService,
    private readonly ownParts: OwnPartsService,
    private readonly clock: Clock,
  ) {}

  async knownOf(collectiveId: string): Promise<KnownToday> {
    const today = this.clock.today();
    const known = await this.particulars.listInForce(collectiveId, today);
    const parts = await this.ownParts.listOn(collectiveId, today);
    return {
      particularsOf: (assetId) => known.get(assetId),
      capacityOf: (registered) => capacityShown(registered, parts.get(registered.asset.id), today),
    };
  }
}
