import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { AssetPlace } from './asset-particulars-view.service';
import { gridContractsPath } from './grid-contract-paths';
import { AssetsService } from './assets.service';
import type { GridContractRow, GridContractsPageProps } from './grid-contracts.pages';
import { GridContractsService, type ToldGridContract } from './grid-contracts.service';

/** The page of a station's contracts with the grid. */
@Injectable()
export class GridContractsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly contracts: GridContractsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async page(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<GridContractsPageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const { asset } = await this.assets.requireAsset(collectiveId, id);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const told = await this.contracts.listTold(collectiveId, id);
    const today = this.clock.today();
    const path = gridContractsPath(collectiveId, id);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: asset.name,
      assetHref: paths.asset(id),
      filesHref: paths.files('asset', id),
      rows: told.map((each) => rowOf(each, today)),
      form: form ?? filledForm({ gridSeller: asset.keeper ?? asset.titleHolder }),
      ...(keeps && isStation(asset.kind) ? { action: path, withdrawAction: withdrawals(told, path) } : {}),
    };
  }
}

/** The last one entered that stands is the one that may have been entered wrongly. */
function withdrawals(told: readonly ToldGridContract[], path: string): string | undefined {
  const ids = told.flatMap(({ contract, withdrawn }) => (withdrawn === undefined ? [contract.id] : []));
  const last = ids.sort().at(-1);
  return last === undefined ? undefined : `${path}/${last}/withdrawal`;
}

function rowOf({ contract, withdrawn }: ToldGridContract, today: string): GridContractRow {
  const { number, buyer, seller, signedOn, firstOn, lastOn, priceWords } = contract;
  const isInForce = withdrawn === undefined && firstOn <= today && (lastOn === null || today <= lastOn);
  return { number, buyer, seller, signedOn, firstOn, lastOn, priceWords, withdrawn, isInForce };
}
