import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenDealing, StationSlips } from '../../domain/income/closing-problems';
import { Database } from '../../platform/database/database';
import { StationLinksService } from '../assets/station-links.service';
import { JointOutboxService } from '../income/joint-outbox.service';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from '../income/income-read.service';

/** The stations of a village as the closing of a month looks at them. */
@Injectable()
export class StationSlipsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly links: StationLinksService,
    private readonly joint: JointOutboxService,
  ) {}

  /** The stations whose slips the village enters, with the months whose slips are there. */
  async listStations(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StationSlips[]> {
    const stations = await this.links.listOwnSlips(collectiveId, db);
    const slips = await this.income.listSettlements(collectiveId, db);
    return stations.map(({ asset }) => ({
      assetId: asset.id,
      name: asset.name,
      acquiredOn: asset.acquiredOn,
      leftOn: asset.leftOn,
      still: asset.still,
      settledMonths: slips.filter((slip) => slip.assetId === asset.id).map((slip) => slip.generationMonth),
    }));
  }

  /** Parts of a keeper's slips, and of what was cut of them, on their way to their owners' books, or back. */
  async listOpenDealings(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<OpenDealing[]> {
    const open = await this.joint.listOpen(collectiveId, db);
    if (open.length === 0) return [];
    const registered = await this.assets.listAssets(collectiveId, db);
    return open.map(({ assetId, generationMonth, owner, on }) => ({
      station: registered.find(({ asset }) => asset.id === assetId)?.asset.name ?? '',
      generationMonth,
      owner,
      postedOn: on,
    }));
  }
}
