import { Injectable } from '@nestjs/common';
import type { Asset, Fund } from '../../domain/assets/asset';
import type { ParticularsVersion } from '../../domain/assets/asset-particulars';
import type { StationCapacity } from '../../domain/assets/own-capacity';
import { mayBePublic, type PublicCard, publicCardOf } from '../../domain/assets/public-card';
import type { KeptFile } from '../../domain/assets/kept-file';
import { AssetCardsService } from './asset-cards.service';
import { AssetFilesService } from './asset-files.service';
import { AssetsService } from './assets.service';
import { IncomeRightsService } from './income-rights.service';
import { KnownTodayService } from './known-today.service';

/** What a card is made of. */
export interface CardFacts {
  readonly asset: Asset;
  readonly funds: readonly Fund[];
  readonly particulars: ParticularsVersion | undefined;
  readonly capacity: StationCapacity | undefined;
  /** The name of its public card; undefined where it has none. */
  readonly code: string | undefined;
  /** Whose its income is, as everyone may read it; undefined where it is the village's. */
  readonly incomeOf: string | undefined;
}

/** A public card that was found by its name. */
export interface FoundCard {
  readonly collectiveId: string;
  readonly assetId: string;
  readonly card: PublicCard;
  /** Photos that everyone may see. */
  readonly photos: readonly KeptFile[];
}

/** What the cards of assets say, as the books say it today. */
@Injectable()
export class CardFactsService {
  constructor(
    private readonly cards: AssetCardsService,
    private readonly assets: AssetsService,
    private readonly known: KnownTodayService,
    private readonly files: AssetFilesService,
    private readonly rights: IncomeRightsService,
  ) {}

  /** Every asset of a village. */
  async listFacts(collectiveId: string): Promise<CardFacts[]> {
    const codes = await this.cards.listCodes(collectiveId);
    const known = await this.known.knownOf(collectiveId);
    const assets = await this.assets.listAssets(collectiveId);
    const facts: CardFacts[] = [];
    for (const registered of assets) {
      const { asset, funds } = registered;
      const capacity = known.capacityOf(registered);
      const particulars = known.particularsOf(asset.id);
      const incomeOf = await this.rights.findPublic(collectiveId, asset, particulars);
      facts.push({ asset, funds, capacity, particulars, code: codes.get(asset.id), incomeOf });
    }
    return facts;
  }

  /** The card of a name, where one stands for it. */
  async findCard(code: string): Promise<FoundCard | undefined> {
    const found = await this.cards.findByCode(code);
    if (found === undefined) return undefined;
    const { collectiveId, assetId } = found;
    const registered = await this.assets.requireAsset(collectiveId, assetId);
    const { asset, funds } = registered;
    if (!mayBePublic(asset)) return undefined;
    const known = await this.known.knownOf(collectiveId);
    const particulars = known.particularsOf(assetId);
    const capacity = known.capacityOf(registered);
    const incomeOf = await this.rights.findPublic(collectiveId, asset, particulars);
    const { standing } = await this.files.listFiles({ collectiveId, ownerKind: 'asset', ownerId: assetId });
    return {
      ...{ collectiveId, assetId },
      card: publicCardOf(asset, { funds, particulars, capacity, incomeOf }),
      photos: standing.filter(({ audience }) => audience === 'public'),
    };
  }
}
