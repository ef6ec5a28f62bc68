import { Injectable } from '@nestjs/common';
import { type OwnPart, ownCostOn } from '../../domain/assets/own-cost';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { CollectivesService } from '../collectives/collectives.service';
import { AssetsService } from './assets.service';
import { StationLinksService } from './station-links.service';

/** What of the stations that others keep is a collective's, by their share tables. */
@Injectable()
export class OwnPartsService {
  constructor(
    private readonly links: StationLinksService,
    private readonly assets: AssetsService,
    private readonly collectives: CollectivesService,
  ) {}

  /** By its own asset what the keeper's table of a day gives it; nothing of before the first table. */
  async listOn(collectiveId: string, day: CalendarDay): Promise<ReadonlyMap<string, OwnPart>> {
    const parts = new Map<string, OwnPart>();
    const links = await this.links.listLinks(collectiveId);
    if (links.length === 0) return parts;
    const { name, organisationName } = await this.collectives.requireCollective(collectiveId);
    for (const { assetId, keeperId, stationId } of links) {
      const { funds, shareTables } = await this.assets.requireAsset(keeperId, stationId);
      const part = ownCostOn(shareTables, funds, { names: [organisationName, name], day });
      if (part !== undefined) parts.set(assetId, part);
    }
    return parts;
  }
}
