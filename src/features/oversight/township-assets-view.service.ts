import { Injectable } from '@nestjs/common';
import { remedyOn } from '../../domain/assets/asset-remedy';
import { openNumberText } from '../../glossary/remedy-words';
import { OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath, villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { Clock } from '../../platform/clock/clock';
import { AssetWatchService, openNumbersOf, type Watched } from '../assets/asset-watch.service';
import { CollectivesService } from '../collectives/collectives.service';
import type { TownshipAssetsPageProps, TownshipAssetsRow } from './township-assets.pages';

/** The assets of a township's villages that stand idle, bring too little or lose money. */
@Injectable()
export class TownshipAssetsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly watched: AssetWatchService,
    private readonly clock: Clock,
  ) {}

  /** Villages where something is to be decided or done first. */
  async pageOf(visit: PageVisit, townshipId: string): Promise<TownshipAssetsPageProps> {
    const rows: TownshipAssetsRow[] = [];
    for (const { id, name } of await this.collectives.listVillagesBelow(townshipId)) {
      const counted = countsOf(await this.watched.watch(id));
      rows.push({ village: name, href: villagePaths(id).assetWatch, ...counted });
    }
    const waiting = ({ undecided, overdue }: TownshipAssetsRow): number => undecided + overdue;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: townshipId, section: 'township' }),
      today: this.clock.today(),
      rows: rows.sort((one, other) => waiting(other) - waiting(one)),
      homeHref: townshipPath(townshipId),
    };
  }
}

function countsOf(watched: Watched): Omit<TownshipAssetsRow, 'village' | 'href'> {
  const { assets, left, day } = watched;
  const flagged = (kind: string): number =>
    assets.filter(({ flags }) => flags.some((flag) => flag.kind === kind)).length;
  const underWay = [...assets, ...left].map(({ flags, remedies }) => ({
    flags,
    remedy: remedyOn(remedies, day),
  }));
  return {
    assets: assets.length,
    openNumbers: openNumbersOf(watched).map(openNumberText),
    ...{ idle: flagged('idle'), lowYield: flagged('lowYield'), loss: flagged('loss') },
    undecided: underWay.filter(({ flags, remedy }) => flags.length > 0 && remedy === undefined).length,
    overdue: underWay.filter(({ remedy }) => remedy !== undefined && remedy.dueOn < day).length,
  };
}
