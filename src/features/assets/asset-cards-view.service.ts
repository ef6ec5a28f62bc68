import { DomainError } from '../../domain/shared/domain-error';
import { Injectable } from '@nestjs/common';
import { mayBePublic, publicCardOf } from '../../domain/assets/public-card';
import { cardWords } from '../../glossary/card-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { configuredFonts } from '../../platform/pdf/configured-fonts';
import { paperTemplate } from '../../platform/papers/paper-template';
import { CollectivesService } from '../collectives/collectives.service';
import { ASSET_LABEL, type PrintedCard, renderAssetCards } from './asset-card-sheet';
import type { AssetCardsPageProps, CardRow } from './asset-cards.pages';
import { CardFactsService, type CardFacts } from './card-facts.service';
import { wantsCard } from './asset-cards.service';

/** The cards of a village's assets: their list, and the sheets to cut and hang up. */
@Injectable()
export class AssetCardsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly facts: CardFactsService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** Every asset, with its card where it has one. */
  async listPage(visit: PageVisit, collectiveId: string): Promise<AssetCardsPageProps> {
    const all = await this.facts.listFacts(collectiveId);
    const paths = villagePaths(collectiveId);
    const without = all.filter(({ asset, code }) => code === undefined && wantsCard(asset));
    const may = keepsBooksOf(visit.actor, collectiveId) && without.length > 0;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      assetsHref: paths.assets,
      cards: all.map((each) => rowOf(each, paths)),
      without: without.length,
      sheetHref: all.some(({ asset, code }) => code !== undefined && wantsCard(asset))
        ? `${paths.assetCards}/cards.pdf`
        : undefined,
      action: may ? paths.assetCards : undefined,
    };
  }

  /** The cards as sheets. @param assetId of one alone */
  async sheet(collectiveId: string, assetId?: string): Promise<Buffer> {
    const { name } = await this.collectives.requireCollective(collectiveId);
    const { publicAddress, demo } = this.configuration;
    const all = await this.facts.listFacts(collectiveId);
    const cards = all.flatMap(({ code, ...facts }) => {
      const isAsked = assetId === undefined || facts.asset.id === assetId;
      // What left the books hangs nowhere any more: its card is not printed again.
      if (code === undefined || !isAsked || !wantsCard(facts.asset)) return [];
      const url = `${publicAddress}/P/ASSETS/${code}`.toUpperCase();
      return [{ village: name, name: facts.asset.name, lines: linesOf(facts), url }];
    });
    if (cards.length === 0) throw new DomainError('assetCard.nothingToPrint');
    return renderAssetCards(cards, {
      village: name,
      fonts: configuredFonts(this.configuration),
      specimen: demo,
      drawnAt: new Date(this.clock.now()),
    });
  }
}

function rowOf({ asset, particulars, code }: CardFacts, paths: VillagePaths): CardRow {
  return {
    name: asset.name,
    href: paths.asset(asset.id),
    plateNumber: particulars?.plateNumber ?? '',
    card:
      code === undefined
        ? { says: labelOf(mayBePublic(asset) ? 'assetCard.none' : 'assetCard.household') }
        : {
            says: labelOf('assetCard.open'),
            href: `/p/assets/${code}`,
            sheetHref: wantsCard(asset)
              ? withQuery(`${paths.assetCards}/cards.pdf`, { assetId: asset.id })
              : undefined,
          },
  };
}

/** What hangs beside the asset: number, kind, whose money, whose title, who keeps it up. */
function linesOf({ asset, ...known }: Omit<CardFacts, 'code'>): PrintedCard['lines'] {
  const card = publicCardOf(asset, known);
  const { say } = paperTemplate(ASSET_LABEL);
  const facts = [
    ['plate-number', card.plateNumber],
    ['kind', `${labelOf(`assetKind.${card.kind}`)}　${labelOf(`assetClass.${card.assetClass}`)}`],
    ['capacity', cardWords.capacity(card.capacity)],
    ['title-holder', card.titleHolder],
    ['income-body', cardWords.incomeOf(card)],
    ['project', cardWords.project(card.projectYear, card.projectName)],
    ['keeping-body', known.particulars?.keepingBody ?? ''],
    ...(card.funds ?? []).map((fund) => ['fund', cardWords.fund(fund)] as const),
  ] as const;
  return facts.flatMap(([line, text]) => (text === '' ? [] : [say(`lines.${line}`, { text })]));
}
