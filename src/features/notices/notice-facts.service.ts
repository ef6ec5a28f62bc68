import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsOfOwner, tableInForce } from '../../domain/collectives/share-table';
import { percentDigits, readRatio, sumRatios } from '../../domain/money/ratio';
import { type BookedCost, deductionRows } from '../../domain/notices/deduction-rows';
import type { NoticeDeductionRow, NoticeIncome } from '../../domain/notices/distribution-notice';
import { incomeRows, type NoticeAsset } from '../../domain/notices/income-rows';
import { deductionKindsOf } from '../../domain/policy/pack';
import { contractWords } from '../../glossary/contract-words';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { type DeductionRow, DeductionsService } from '../deductions/deductions.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { IncomeReadService } from '../income/income-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { TaxFlowsService } from '../ledger/tax-flows.service';

/** The money side of a sheet: what came in by asset and stream, and what had to be paid. */
@Injectable()
export class NoticeFactsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly deductions: DeductionsService,
    private readonly books: LedgerReadService,
    private readonly taxes: TaxFlowsService,
  ) {}

  /** What came in during the plan's period, asset by asset, and the tax owed of it. */
  async incomeOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeIncome> {
    const registered = await this.assets.listAssets(plan.collectiveId, db);
    const owed = await this.income.listReceivables(plan.collectiveId, db);
    const period = { pool: poolOfPack(plan.pool), from: plan.periodFrom, to: plan.periodTo };
    const income = incomeRows(
      period,
      registered
        .filter(({ asset }) => asset.pool === plan.pool)
        .map((each) => noticeAsset(each, plan.periodTo)),
      owed
        .filter((each) => each.pool === plan.pool)
        .map(({ aboutPeriod, ...each }) => ({ ...each, month: aboutPeriod })),
    );
    const { collectiveId, pool, periodFrom: from, periodTo: to } = plan;
    const tax = await this.taxes.owedIn(db, collectiveId, { pool, from, to });
    return tax === 0n ? income : { ...income, taxOwed: tax.toString() };
  }

  /** The necessary costs of the plan's period by the names of its policy, each with its vouchers. */
  async deductionsOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeDeductionRow[]> {
    const registered = await this.assets.listAssets(plan.collectiveId, db);
    const all = await this.deductions.listDeductions(plan.collectiveId, db);
    const kinds = deductionKindsOf(plan.pack, poolOfPack(plan.pool));
    const costs: BookedCost[] = [];
    for (const row of all) {
      if (row.pool !== plan.pool || row.postedOn < plan.periodFrom || row.postedOn > plan.periodTo) continue;
      const { voucherNumber } = await this.books.requireEntry(plan.collectiveId, row.entryId, db);
      const asset = registered.find((each) => each.asset.id === row.assetId)?.asset.name;
      const kind = kinds.find((each) => each.id === row.kind)?.name;
      costs.push(costOf(row, { voucher: voucherNumberText(voucherNumber), asset, kind }));
    }
    return deductionRows(costs);
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

function costOf(
  row: DeductionRow,
  given: {
    readonly voucher: string;
    readonly asset: string | undefined;
    readonly kind: string | undefined;
  },
): BookedCost {
  const { term, base, clause, note, parts } = row.reckoning;
  return {
    id: row.id,
    kind: row.kind,
    name: row.kind === 'other' ? row.name : (given.kind ?? row.name),
    contractId: row.contractId ?? undefined,
    asset: given.asset,
    amount: row.amount,
    term,
    base: base === undefined ? undefined : BigInt(base),
    clause,
    note,
    reason: row.reason ?? undefined,
    parts: parts && contractWords.parts(parts.map((part) => ({ ...part, received: BigInt(part.received) }))),
    voucher: given.voucher,
  };
}
