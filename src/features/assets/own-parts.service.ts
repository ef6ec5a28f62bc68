import { Injectable } from '@nestjs/common';
import { type OwnPart, ownCostOn, shareRuns, type ShareRun } from '../../domain/assets/own-cost';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { CollectivesService } from '../collectives/collectives.service';
import { AssetsService, type RegisteredAsset } from './assets.service';
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
    const found = await this.ofStations(collectiveId, ({ funds, shareTables }, names) =>
      ownCostOn(shareTables, funds, { names, day }),
    );
    return new Map(found.flatMap(([id, part]) => (part === undefined ? [] : [[id, part]])));
  }

  /** By its own asset the shares that the keeper's tables give it, each with its first day. */
  async listRuns(collectiveId: string): Promise<ReadonlyMap<string, readonly ShareRun[]>> {
    return new Map(
      await this.ofStations(collectiveId, ({ shareTables }, names) => shareRuns(shareTables, names)),
    );
  }

  private async ofStations<T>(
    collectiveId: string,
    take: (station: RegisteredAsset, names: readonly string[]) => T,
  ): Promise<[string, T][]> {
    const links = await this.links.listLinks(collectiveId);
    if (links.length === 0) return [];
    const { name, organisationName } = await this.collectives.requireCollective(collectiveId);
    const taken: [string, T][] = [];
    for (const { assetId, keeperId, stationId } of links) {
      const station = await this.assets.requireAsset(keeperId, stationId);
      taken.push([assetId, take(station, [organisationName, name])]);
    }
    return taken;
  }
}
