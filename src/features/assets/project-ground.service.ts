import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isOwnFixedAsset } from '../../domain/assets/asset-classes';
import type { ProjectFacts } from '../../domain/assets/construction';
import { totalStand } from '../../domain/assets/postings';
import { AssetsService } from './assets.service';
import { DepreciationReadService } from './depreciation-read.service';

/** The registers that a project is held against. */
@Injectable()
export class ProjectGroundService {
  constructor(
    private readonly assets: AssetsService,
    private readonly depreciation: DepreciationReadService,
  ) {}

  /** The asset that is accepted, where it is one of the village's own fixed assets. */
  async findAsset(tx: EntityManager, collectiveId: string, assetId: string): Promise<ProjectFacts['asset']> {
    const registered = await this.assets.listAssets(collectiveId, tx);
    const found = registered.find(({ asset }) => asset.id === assetId && isOwnFixedAsset(asset));
    if (found === undefined) return undefined;
    const stands = (await this.depreciation.listStands(collectiveId, tx)).get(assetId) ?? [];
    return { ...found.asset, inBooks: totalStand(stands).cost };
  }
}
