import { Injectable } from '@nestjs/common';
import type { Asset } from '../../domain/assets/asset';
import type { OwnPart } from '../../domain/assets/own-cost';
import { isEarning } from '../../domain/assets/asset-classes';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { villagePaths } from '../../platform/http/office-paths';
import { colourPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { AssetCorrectionsViewService } from './asset-corrections-view.service';
import { AssetFilesViewService } from './asset-files-view.service';
import { type AssetStandings, AssetStandingsService } from './asset-standings.service';
import { type AssetPlace, AssetParticularsViewService } from './asset-particulars-view.service';
import type { AssetPageProps } from './assets.pages';
import { OwnPartsService } from './own-parts.service';

/** The parts of an asset's card that others keep: photos, what may change, what was put right. */
@Injectable()
export class AssetCardPartsService {
  constructor(
    private readonly particulars: AssetParticularsViewService,
    private readonly files: AssetFilesViewService,
    private readonly corrections: AssetCorrectionsViewService,
    private readonly standings: AssetStandingsService,
    private readonly ownParts: OwnPartsService,
  ) {}

  async partsOf(
    visit: PageVisit,
    at: AssetPlace,
    asset: Pick<Asset, 'assetClass' | 'leftOn'> & { readonly today: CalendarDay },
  ): Promise<Pick<AssetPageProps, 'particulars' | 'photos' | 'corrections' | 'standing'>> {
    const standings = await this.standings.standingsOn(at.collectiveId, asset.today);
    const own = standings.get(at.id) ?? { flags: [] };
    const hrefs = {
      watchHref: villagePaths(at.collectiveId).remedies(at.id),
      coloursHref: colourPaths.asset(at),
    };
    return {
      photos: await this.files.stripOf(visit, at),
      particulars: await this.particulars.sectionOf(visit, at),
      standing: { ...own, ...(isEarning(asset) && asset.leftOn === undefined ? hrefs : {}) },
      corrections: await this.corrections.sectionOf(visit, at),
    };
  }

  /** What flags, colours and reviews say of every asset as of a day. */
  standingsOn(collectiveId: string, day: CalendarDay): Promise<ReadonlyMap<string, AssetStandings>> {
    return this.standings.standingsOn(collectiveId, day);
  }

  /** What of stations that others keep is the collective's, by the share tables of a day. */
  ownPartsOn(collectiveId: string, day: CalendarDay): Promise<ReadonlyMap<string, OwnPart>> {
    return this.ownParts.listOn(collectiveId, day);
  }
}
