import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsOfOwner, tableInForce } from '../../domain/collectives/share-table';
import { type Fen, sumFen } from '../../domain/money/fen';
import { percentDigits, readRatio, sumRatios } from '../../domain/money/ratio';
import type {
  IncomeStream,
  NoticeDeductionRow,
  NoticeIncome,
} from '../../domain/notices/distribution-notice';
import { incomeRows, type NoticeAsset } from '../../domain/notices/income-rows';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { natureText } from '../../glossary/nature-words';
import { IncomeNaturesService } from '../income/income-natures.service';
import { IncomeReadService } from '../income/income-read.service';
import type { CountedLine } from '../ledger/counted-lines.service';
import { NoticeCostsService } from './notice-costs.service';
import { SheetBooksService } from './sheet-books.service';

/** The money side of a sheet: what came in by asset and stream, and what had to be paid. */
@Injectable()
export class NoticeFactsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly natures: IncomeNaturesService,
    private readonly costs: NoticeCostsService,
    private readonly books: SheetBooksService,
  ) {}

  /** What statements count as received in the plan's period, asset by asset, and the tax owed of it. */
  async incomeOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeIncome> {
    const registered = await this.assets.listAssets(plan.collectiveId, db);
    const upTo = await this.books.knownTo(plan, db);
    const owed = await this.income.listReceivables(plan.collectiveId, db, upTo);
    const said = await this.natures.listSaid(plan.collectiveId, db);
    const days = await this.books.listDays(plan, db);
    const lines = await this.books.listLines(plan, 'received', db);
    const period = { pool: poolOfPack(plan.pool), from: plan.periodFrom, to: plan.periodTo };
    const income = incomeRows(
      period,
      registered
        .filter(({ asset }) => asset.pool === plan.pool)
        .map((each) => ({ ...noticeAsset(each, plan.periodTo), received: receivedOf(each.asset.id, lines) })),
      owed
        .filter((each) => each.pool === plan.pool && days.has(each.entryId))
        .map(({ aboutPeriod, ...each }) => {
          const nature = said.get(each.entryId);
          const receipts = each.receipts.flatMap(({ entryId, amount }) => {
            const receivedOn = days.get(entryId);
            return receivedOn === undefined ? [] : [{ receivedOn, amount }];
          });
          return { ...each, receipts, month: aboutPeriod, called: nature && natureText(nature) };
        }),
    );
    const tax = -sumFen(lines.filter(({ isTax }) => isTax).map(({ amount }) => amount));
    return tax === 0n ? income : { ...income, taxOwed: tax.toString() };
  }

  /** The necessary costs of the plan's period. */
  deductionsOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeDeductionRow[]> {
    return this.costs.deductionsOf(plan, db);
  }
}

/** What of the lines is income of an asset, by stream. */
function receivedOf(assetId: string, lines: readonly CountedLine[]): Partial<Record<IncomeStream, Fen>> {
  const received: Partial<Record<IncomeStream, Fen>> = {};
  for (const line of lines) {
    if (line.assetId !== assetId || line.isTax) continue;
    received[line.stream] = (received[line.stream] ?? 0n) + line.amount;
  }
  return received;
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
