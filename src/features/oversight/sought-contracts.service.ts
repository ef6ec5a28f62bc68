import { Injectable } from '@nestjs/common';
import { speakOf, type SoughtWords } from '../../domain/ledger/sought-words';
import { labelOf } from '../../glossary/terms';
import { villagePaths } from '../../platform/http/office-paths';
import { AssetsService } from '../assets/assets.service';
import { GridContractsService } from '../assets/grid-contracts.service';
import { LeasesService } from '../assets/leases.service';
import { DeductionContractsService } from '../deductions/deduction-contracts.service';
import type { Find } from './search.pages';

/** The contracts of a village that are meant: by number, name, clause, or who is the other side. */
@Injectable()
export class SoughtContractsService {
  constructor(
    private readonly leases: LeasesService,
    private readonly costs: DeductionContractsService,
    private readonly grid: GridContractsService,
    private readonly assets: AssetsService,
  ) {}

  async find(collectiveId: string, sought: SoughtWords): Promise<Find[]> {
    return [
      ...(await this.findLeases(collectiveId, sought)),
      ...(await this.findCosts(collectiveId, sought)),
      ...(await this.findGrid(collectiveId, sought)),
    ];
  }

  private async findLeases(collectiveId: string, sought: SoughtWords): Promise<Find[]> {
    const leases = await this.leases.listLeases(collectiveId);
    return leases
      .filter(({ number, asset, part, tenant }) => speakOf(sought, [number, asset.name, part, tenant]))
      .map(({ id, number, asset, part, tenant, signedOn }) => ({
        ...{ name: number, href: villagePaths(collectiveId).lease(id), on: signedOn },
        says: [asset.name, part, tenant],
      }));
  }

  private async findCosts(collectiveId: string, sought: SoughtWords): Promise<Find[]> {
    const costs = await this.costs.listAllContracts(collectiveId);
    return costs
      .filter(({ name, clause, policyNumber }) => speakOf(sought, [name, clause, policyNumber]))
      .map(({ id, name, kind, policyNumber, validFrom }) => ({
        ...{ name, href: villagePaths(collectiveId).costContract(id), on: validFrom },
        says: [labelOf(`deductionKind.${kind}`), policyNumber],
      }));
  }

  private async findGrid(collectiveId: string, sought: SoughtWords): Promise<Find[]> {
    const contracts = await this.grid.listStanding(collectiveId);
    const found = contracts.filter(({ number, buyer, seller }) => speakOf(sought, [number, buyer, seller]));
    if (found.length === 0) return [];
    const paths = villagePaths(collectiveId);
    const assets = new Map(
      (await this.assets.listAssets(collectiveId)).map(({ asset }) => [asset.id, asset.name]),
    );
    return found.map(({ number, assetId, buyer, signedOn }) => ({
      ...{ name: number, href: `${paths.asset(assetId)}/grid-contracts`, on: signedOn },
      says: [assets.get(assetId) ?? '', buyer],
    }));
  }
}
