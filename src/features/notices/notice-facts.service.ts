import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsOfOwner, tableInForce } from '../../domain/collectives/share-table';
import { percentDigits, readRatio, sumRatios } from '../../domain/money/ratio';
import type { NoticeDeductionRow, NoticeIncome } from '../../domain/notices/distribution-notice';
import { incomeRows, type NoticeAsset } from '../../domain/notices/income-rows';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { natureText } from '../../glossary/nature-words';
import { IncomeNaturesService } from '../income/income-natures.service';
import { IncomeReadService } from '../income/income-read.service';
import { TaxFlowsService } from '../ledger/tax-flows.service';
import { NoticeCostsService } from './notice-costs.service';

/** The money side of a sheet: what came in by asset and stream, and what had to be paid. */
@Injectable()
export class NoticeFactsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly taxes: TaxFlowsService,
    private readonly natures: IncomeNaturesService,
    private readonly costs: NoticeCostsService,
  ) {}

  /** What came in during the plan's period, asset by asset, and the tax owed of it. */
  async incomeOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeIncome> {
    const registered = await this.assets.listAssets(plan.collectiveId, db);
    const owed = await this.income.listReceivables(plan.collectiveId, db);
    const said = await this.natures.listSaid(plan.collectiveId, db);
    const period = { pool: poolOfPack(plan.pool), from: plan.periodFrom, to: plan.periodTo };
    const income = incomeRows(
      period,
      registered
        .filter(({ asset }) => asset.pool === plan.pool)
        .map((each) => noticeAsset(each, plan.periodTo)),
      owed
        .filter((each) => each.pool === plan.pool)
        .map(({ aboutPeriod, ...each }) => {
          const nature = said.get(each.entryId);
          return { ...each, month: aboutPeriod, called: nature && natureText(nature) };
        }),
    );
    const { collectiveId, pool, periodFrom: from, periodTo: to } = plan;
    const tax = await this.taxes.owedIn(db, collectiveId, { pool, from, to });
    return tax === 0n ? income : { ...income, taxOwed: tax.toString() };
  }

  /** The necessary costs of the plan's period. */
  deductionsOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeDeductionRow[]> {
    return this.costs.deductionsOf(plan, db);
  }
}

function noticeAsset({ asset, shareTables }: RegisteredAsset, day: string): NoticeAsset {
  const table = tableInForce(shareTables, day);
  const own = rowsOfOwner(table?.rows ?? [], asset.ownShareKey ?? '');
  return {
    id: asset.id,
    name: asset.name,
    ...(asset.capacityKw === undefined ? {} : { capacityKw: asset.capacityKw }),
    ...(asset.ownShareKey === undefined
      ? {}
      : { sharePercent: percentDigits(sumRatios(own.map((row) => readRatio(row.share)))) }),
  };
}
