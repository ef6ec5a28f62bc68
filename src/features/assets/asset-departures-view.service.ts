import { Injectable } from '@nestjs/common';
import { departureWaysOf } from '../../domain/assets/departure';
import { labelOf } from '../../glossary/terms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { AssetDeparturePageProps, DepartureRow } from './asset-departures.pages';
import type { ToldDeparture } from './asset-departures.store';
import { AssetDeparturesService } from './asset-departures.service';
import { type AssetPlace, standingLease } from './asset-life-view.service';
import { AssetsService } from './assets.service';
import { DepartureGroundService, NO_BOOKS } from './departure-ground.service';

/** The page on which what stands in no books leaves the register. */
@Injectable()
export class AssetDeparturesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly departures: AssetDeparturesService,
    private readonly ground: DepartureGroundService,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async page(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<AssetDeparturePageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const books = (await this.ground.booksOf(collectiveId, asset)) ?? NO_BOOKS;
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const inBooks = books.cost !== 0n || books.accumulated !== 0n;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      leases: (await this.ground.listStandingLeases(collectiveId, id)).map((each) =>
        standingLease(each, paths),
      ),
      assetHref: paths.asset(id),
      lifeHref: paths.assetLife(id),
      filesHref: paths.files('asset', id),
      net: inBooks ? books.cost - books.accumulated : undefined,
      left: asset.leftOn === undefined ? undefined : leftText(asset.leftOn, asset.leftBy),
      rows: (await this.departures.listTold(collectiveId, id)).map((told) =>
        rowOf(told, keeps ? `${paths.assetDeparture(id)}/${told.departure.id}/withdrawal` : undefined),
      ),
      ways: departureWaysOf(asset).map((value) => ({ value, label: labelOf(`lifeKind.${value}`) })),
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
