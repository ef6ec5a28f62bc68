import { Injectable } from '@nestjs/common';
import { speakOf, type SoughtWords } from '../../domain/ledger/sought-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { AssetParticularsService } from '../assets/asset-particulars.service';
import { AssetsService } from '../assets/assets.service';
import type { Find } from './search.pages';

/** The assets of a village that are meant: by name, plate, place or the project that built them. */
@Injectable()
export class SoughtThingsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly particulars: AssetParticularsService,
    private readonly clock: Clock,
  ) {}

  async find(collectiveId: string, sought: SoughtWords): Promise<Find[]> {
    const known = await this.particulars.listInForce(collectiveId, this.clock.today());
    const registered = await this.assets.listAssets(collectiveId);
    const paths = villagePaths(collectiveId);
    return registered.flatMap(({ asset }): Find[] => {
      const { plateNumber = '', location, projectName } = known.get(asset.id) ?? {};
      if (!speakOf(sought, [asset.name, plateNumber, location, projectName])) return [];
      return [
        {
          ...{ name: asset.name, href: paths.asset(asset.id), on: asset.acquiredOn },
          says: [labelOf(`assetKind.${asset.kind}`), plateNumber],
          ...{ amount: asset.cost, leftOn: asset.leftOn },
        },
      ];
    });
  }
}
