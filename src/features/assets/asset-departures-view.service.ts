import { Injectable } from '@nestjs/common';
import { DEPARTURE_WAYS } from '../../domain/assets/asset-life';
import { labelOf } from '../../glossary/terms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { AssetDeparturePageProps, DepartureRow } from './asset-departures.pages';
import type { ToldDeparture } from './asset-departures.store';
import { AssetDeparturesService } from './asset-departures.service';
import type { AssetPlace } from './asset-life-view.service';
import { AssetsService } from './assets.service';

/** The page on which what stands in no books leaves the register. */
@Injectable()
export class AssetDeparturesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly departures: AssetDeparturesService,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async page(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<AssetDeparturePageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const books = await this.departures.booksOf(collectiveId, asset);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const inBooks = books.cost !== 0n || books.accumulated !== 0n;
    const ways = DEPARTURE_WAYS.filter((way) => way !== 'toHousehold' || asset.assetClass === 'household');
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      assetHref: paths.asset(id),
      lifeHref: paths.assetLife(id),
      filesHref: paths.files('asset', id),
      net: inBooks ? books.cost - books.accumulated : undefined,
      left: asset.leftOn === undefined ? undefined : leftText(asset.leftOn, asset.leftBy),
      rows: (await this.departures.listTold(collectiveId, id)).map((told) =>
        rowOf(told, keeps ? `${paths.assetDeparture(id)}/${told.departure.id}/withdrawal` : undefined),
      ),
      ways: ways.map((value) => ({ value, label: labelOf(`lifeKind.${value}`) })),
      form: form ?? filledForm({}),
      action: keeps && !inBooks && asset.leftOn === undefined ? paths.assetDeparture(id) : undefined,
    };
  }
}

function rowOf({ departure, withdrawn }: ToldDeparture, action: string | undefined): DepartureRow {
  const { way, leftOn, reason, paper, approvedBy } = departure;
  const withdrawAction = withdrawn === undefined ? action : undefined;
  return { way: labelOf(`lifeKind.${way}`), leftOn, reason, paper, approvedBy, withdrawn, withdrawAction };
}

function leftText(leftOn: string, leftBy: string | undefined): AssetDeparturePageProps['left'] {
  return { on: leftOn, how: leftBy === undefined ? '' : labelOf(`lifeKind.${leftBy}`) };
}
