import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { registerProblems } from '../../domain/assets/register-by-hand';
import type { Chart } from '../../domain/ledger/chart';
import type { Posting } from '../../domain/ledger/journal-entry';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { AssetsService } from './assets.service';
import { countFiles } from './file-owners';
import { RegisterStandsService } from './register-stands.service';

/** Assets as a voucher that somebody writes names them. */
@Injectable()
export class AssetVouchersService {
  constructor(
    private readonly assets: AssetsService,
    private readonly stands: RegisterStandsService,
    private readonly database: Database,
  ) {}

  /** The names of a collective's assets, by id. */
  async listNames(collectiveId: string, db?: EntityManager): Promise<ReadonlyMap<string, string>> {
    const registered = await this.assets.listAssets(collectiveId, db);
    return new Map(registered.map(({ asset }) => [asset.id, asset.name]));
  }

  /** How many papers stand with each of these vouchers. */
  countPapers(collectiveId: string, entryIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return countFiles(this.database.reader, { collectiveId, ownerKind: 'voucher' }, entryIds);
  }

  /** What would set the books apart from the register: `voucher.registerCost`, `voucher.registerLoss`. */
  async handProblems(
    db: EntityManager,
    collectiveId: string,
    { postings, chart }: { readonly postings: readonly Posting[]; readonly chart: Chart },
  ): Promise<Problem[]> {
    if (postings.every(({ assetId }) => assetId === undefined)) return [];
    return registerProblems(postings, await this.stands.listStands(db, collectiveId, chart.roles), chart);
  }
}
