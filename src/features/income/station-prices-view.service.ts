import { Injectable } from '@nestjs/common';
import { isKeptForOthers } from '../../domain/assets/asset-facts';
import { remarks } from '../../glossary/remarks';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { StationLinksService } from '../assets/station-links.service';
import type { MeterPlace } from './meters.service';
import type { StationPriceRow, StationPricesPageProps } from './station-prices.pages';
import { StationPricesService } from './station-prices.service';

/** The address of a station's prices. */
export function pricesPath({ collectiveId, assetId }: MeterPlace): string {
  return `${villagePaths(collectiveId).asset(assetId)}/prices`;
}

/** The page of a station's prices. */
@Injectable()
export class StationPricesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly links: StationLinksService,
    private readonly prices: StationPricesService,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async pageOf(visit: PageVisit, at: MeterPlace, refused?: FormState): Promise<StationPricesPageProps> {
    const { collectiveId, assetId } = at;
    const { asset } = await this.assets.requireAsset(collectiveId, assetId);
    const prices = await this.prices.listPrices(at);
    const registered: StationPriceRow = {
      from: asset.acquiredOn,
      energyPrice: asset.energyPriceYuanPerKwh ?? '0',
      subsidyPrice: asset.subsidyPriceYuanPerKwh ?? '0',
      note: remarks.priceFile(),
    };
    const rows = prices.map(({ validFrom, energyPrice, subsidyPrice, pricePaper, reason }) => ({
      ...{ from: validFrom, energyPrice, subsidyPrice },
      note: reason === '' ? pricePaper : `${pricePaper}　${reason}`,
    }));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      station: asset.name,
      isKeptElsewhere: (await this.links.listLinkedIds(collectiveId)).has(assetId),
      action: pricesPath(at),
      backHref: villagePaths(collectiveId).entry('settlements', { asset: assetId }),
      form: refused ?? filledForm({}),
      prices: [registered, ...rows].reverse(),
      ...(isKeptForOthers(asset) ? { tax: await this.taxOf(at) } : {}),
    };
  }

  private async taxOf(at: MeterPlace): Promise<NonNullable<StationPricesPageProps['tax']>> {
    const bearers = await this.prices.listBearers(at);
    const rows = bearers.map(({ validFrom, bearer, paper }) => ({ from: validFrom, bearer, paper }));
    return { action: `${pricesPath(at)}/tax-bearer`, bearers: rows.reverse() };
  }
}
