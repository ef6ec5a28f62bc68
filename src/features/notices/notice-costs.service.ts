import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BookedCost, deductionRows } from '../../domain/notices/deduction-rows';
import type { NoticeDeductionRow } from '../../domain/notices/distribution-notice';
import { deductionKindsOf } from '../../domain/policy/pack';
import { contractWords } from '../../glossary/contract-words';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { AssetsService } from '../assets/assets.service';
import { type DeductionRow, DeductionsService } from '../deductions/deductions.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';

/** What had to be paid in a plan's period. */
@Injectable()
export class NoticeCostsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly deductions: DeductionsService,
    private readonly books: LedgerReadService,
  ) {}

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
