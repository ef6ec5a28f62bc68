import { Injectable } from '@nestjs/common';
import type { PublicCard } from '../../domain/assets/public-card';
import type { KeptFile } from '../../domain/assets/kept-file';
import { DomainError } from '../../domain/shared/domain-error';
import { cardWords } from '../../glossary/card-words';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Configuration } from '../../platform/config/configuration';
import { fullDayText } from '../../platform/views/day-text';
import { AssetFilesService } from '../assets/asset-files.service';
import { CardFactsService, type FoundCard } from '../assets/card-facts.service';
import { GridContractsService } from '../assets/grid-contracts.service';
import { CollectivesService } from '../collectives/collectives.service';
import type { PublicAssetPageProps } from './public-asset.pages';
import { contactsOf, villageHref } from './public-page-props';

/** A photo is no wider than the smallest telephone, and leaves the money in sight. */
const WIDEST = 320;
const HIGHEST = 240;

/** What everyone may read of an asset without a log-in. Nothing here records who looked. */
@Injectable()
export class PublicAssetsService {
  constructor(
    private readonly cards: CardFactsService,
    private readonly files: AssetFilesService,
    private readonly collectives: CollectivesService,
    private readonly grid: GridContractsService,
    private readonly configuration: Configuration,
  ) {}

  /** The public card of a name. @throws DomainError `assetCard.unknown` */
  async requirePage(token: string): Promise<PublicAssetPageProps> {
    const { collectiveId, assetId, card, photos } = await this.requireCard(token);
    const village = await this.collectives.requireCollective(collectiveId);
    const { cost, leftOn } = card;
    return {
      demo: this.configuration.demo,
      village: village.name,
      villageHref: villageHref(collectiveId),
      name: card.name,
      kind: labelOf(`assetKind.${card.kind}`),
      facts: [...factsOf(card), ...(await this.gridFacts(collectiveId, assetId))],
      left: leftOn === undefined ? undefined : `${fullDayText(leftOn)}${labelOf('assetCard.left')}`,
      funds: card.funds?.map((fund) => ({ from: cardWords.from(fund), amount: fund.amount })),
      cost,
      photos: photos.map((photo) => shownPhoto(token, photo)),
      contacts: contactsOf(village.contacts),
    };
  }

  /** That a contract with the grid stands and its days; its parties and its price stay with the office. */
  private async gridFacts(collectiveId: string, assetId: string): Promise<PublicAssetPageProps['facts']> {
    const found = await this.grid.findPublic(collectiveId, assetId);
    if (found === undefined) return [];
    const { firstOn, lastOn } = found;
    const text = cardWords.gridContract(
      fullDayText(firstOn),
      lastOn === null ? undefined : fullDayText(lastOn),
    );
    return [{ label: fieldLabel('gridContract'), text }];
  }

  /** A public photo with its bytes. @throws DomainError `assetCard.unknown`, `keptFile.unknown` */
  async requirePhoto(token: string, fileId: string): ReturnType<AssetFilesService['requireFile']> {
    const { collectiveId, photos } = await this.requireCard(token);
    if (!photos.some(({ id }) => id === fileId)) throw new DomainError('keptFile.unknown', { fileId });
    return this.files.requireFile(collectiveId, fileId);
  }

  private async requireCard(token: string): Promise<FoundCard> {
    const found = await this.cards.findCard(token);
    if (found === undefined) throw new DomainError('assetCard.unknown');
    return found;
  }
}

function factsOf(card: PublicCard): PublicAssetPageProps['facts'] {
  const { projectYear, projectName, condition } = card;
  const facts = {
    titleHolder: card.titleHolder,
    incomeBody: card.leftOn === undefined ? cardWords.incomeOf(card) : '',
    projectName: cardWords.project(projectYear, projectName),
    acquiredOn: fullDayText(card.acquiredOn),
    capacityKw: cardWords.capacity(card.capacity),
    condition: condition === '' || card.leftOn !== undefined ? '' : labelOf(`condition.${condition}`),
    plateNumber: card.plateNumber,
  };
  return Object.entries(facts).flatMap(([field, text]) =>
    text === '' ? [] : [{ label: fieldLabel(field), text }],
  );
}

function shownPhoto(token: string, photo: KeptFile): PublicAssetPageProps['photos'][number] {
  const { width, height } = { width: photo.width ?? WIDEST, height: photo.height ?? WIDEST };
  const share = Math.min(1, WIDEST / width, HIGHEST / height);
  return {
    src: `/p/assets/${token}/photos/${photo.id}`,
    words: photo.remark === '' ? labelOf(`paperKind.${photo.paperKind}`) : photo.remark,
    day: fullDayText(photo.datedOn),
    width: Math.max(1, Math.round(width * share)),
    height: Math.max(1, Math.round(height * share)),
  };
}
