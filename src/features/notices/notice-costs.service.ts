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
import type { CountedLine } from '../ledger/counted-lines.service';
import { SheetBooksService } from './sheet-books.service';

/** What had to be paid in a plan's period. */
@Injectable()
export class NoticeCostsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly deductions: DeductionsService,
    private readonly books: SheetBooksService,
  ) {}

  /**
   * The costs that statements count in the plan's period, by the names of its policy, each with its vouchers.
   * A reversal that counts in another period than its cost stands on the sheet for itself; a cost that was
   * taken back after the plan was approved keeps its reckoning and its reason.
   */
  async deductionsOf(plan: DistributionPlan, db: EntityManager): Promise<NoticeDeductionRow[]> {
    const registered = await this.assets.listAssets(plan.collectiveId, db);
    const upTo = await this.books.knownTo(plan, db);
    const all = await this.deductions.listDeductions(plan.collectiveId, db, upTo);
    const kinds = deductionKindsOf(plan.pack, poolOfPack(plan.pool));
    const vouchers = byVoucher(await this.books.listLines(plan, 'deducted', db));
    const ids = await this.deductions.listKinds(plan.collectiveId, db);
    const refunds = await this.deductions.listRefunds(plan.collectiveId, db, upTo);
    const costs = vouchers.map((voucher) => {
      const row = all.find(({ entryId }) => entryId === voucher.entryId);
      const assetId = row?.assetId ?? voucher.assetId;
      const asset = registered.find((each) => each.asset.id === assetId)?.asset.name;
      const id = row?.kind ?? ids.get(voucher.sourceId) ?? 'other';
      const kind = kinds.find((each) => each.id === id)?.name;
      const back = refunds.find(({ entryId }) => entryId === voucher.entryId);
      return row === undefined
        ? { ...correctionOf(voucher, { id, asset, kind }), ...(back && refundWords(back, voucher)) }
        : costOf(row, { voucher: voucherNumberText(voucher.voucherNumber), asset, kind });
    });
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

/** What came back of a cost stands for itself, with why it came: it is no bill. */
function refundWords(
  { reason }: { readonly reason: string },
  { summary }: CountedLine,
): Pick<BookedCost, 'note' | 'parts' | 'reason'> {
  return { note: undefined, parts: summary, reason };
}

/** One line for each voucher; a cost that was taken back within the period is left out with its reversal. */
function byVoucher(lines: readonly CountedLine[]): CountedLine[] {
  const sums = new Map<string, CountedLine>();
  for (const line of lines) {
    const before = sums.get(line.entryId);
    sums.set(line.entryId, { ...line, amount: line.amount + (before?.amount ?? 0n) });
  }
  const vouchers = [...sums.values()];
  const gone = vouchers.filter(({ reversesId = '' }) => sums.has(reversesId));
  const left = new Set(gone.flatMap(({ entryId, reversesId = '' }) => [entryId, reversesId]));
  return vouchers.filter(({ entryId, amount }) => amount !== 0n && !left.has(entryId));
}

/** A cost that stands no more, in the period that counted it, or its reversal in the one that counts that. */
function correctionOf(
  { entryId, amount, summary, voucherNumber }: CountedLine,
  of: {
    readonly id: BookedCost['kind'];
    readonly asset: string | undefined;
    readonly kind: string | undefined;
  },
): BookedCost {
  return {
    ...{ id: entryId, kind: of.id, name: of.kind ?? summary, asset: of.asset, amount },
    ...{ contractId: undefined, term: undefined, base: undefined, clause: undefined, reason: undefined },
    ...{ note: summary, voucher: voucherNumberText(voucherNumber) },
  };
}
