import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../../domain/calendar/calendar-day';
import { mayBePublic } from '../../domain/assets/public-card';
import { type Fen, sumFen } from '../../domain/money/fen';
import { type AssetOverTime, assetRegisterNotice } from '../../domain/notices/asset-register';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { AssetsService } from '../assets/assets.service';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import { LedgerService } from '../ledger/ledger.service';
import { ReportSource, type ReportSubject } from './report-source';

/** The register of assets over some days; what is a household's own is nobody else's business. */
@Injectable()
export class AssetRegisterService extends ReportSource {
  override readonly sheet = 'asset-register';

  constructor(
    private readonly assets: AssetsService,
    private readonly balances: AssetBalancesService,
    private readonly ledger: LedgerService,
  ) {
    super();
  }

  override async figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures> {
    const { collectiveId, periodFrom, periodTo } = subject;
    const before = await this.assets.listAssetsOn(collectiveId, addDays(periodFrom, -1), db);
    const costs = new Map(before.map(({ asset }) => [asset.id, asset.cost]));
    const lost = await this.lostOn(subject, db);
    const now = await this.assets.listAssetsOn(collectiveId, periodTo, db);
    const listed = now.filter(({ asset }) => {
      return mayBePublic(asset) && (asset.leftOn === undefined || asset.leftOn >= periodFrom);
    });
    const told = listed.map(({ asset, funds }): AssetOverTime => {
      const { id, acquiredOn, cost, leftOn, leftBy } = asset;
      const costBefore = costs.get(id);
      return {
        ...{ id, acquiredOn, cost, funds, lost: lost.get(id) ?? 0n },
        ...(costBefore === undefined ? {} : { costBefore }),
        ...(leftOn === undefined || leftBy === undefined ? {} : { left: { on: leftOn, by: leftBy } }),
      };
    });
    return assetRegisterNotice({ periodTo, assets: told });
  }

  /** What each asset has lost in value by the last day. */
  private async lostOn(
    { collectiveId, periodTo: day }: ReportSubject,
    db: EntityManager,
  ): Promise<ReadonlyMap<string, Fen>> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const accounts = [roles.accumulatedDepreciation, roles.biologicalDepreciation].filter(
      (account) => account !== undefined,
    );
    const found = await this.balances.listOn(db, collectiveId, { accounts, day });
    const own = new Map<string, Fen[]>();
    for (const { assetId, balance } of found) own.set(assetId, [...(own.get(assetId) ?? []), -balance]);
    return new Map([...own].map(([id, parts]) => [id, sumFen(parts)]));
  }
}
