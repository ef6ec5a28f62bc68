import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import { type PaperState, paperState } from '../../domain/ledger/papers-kept';
import { AssetFilesService, type KeptDigest } from '../assets/asset-files.service';
import { AssetVouchersService } from '../assets/asset-vouchers.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';

/** A voucher, and where its paper is. */
export interface VoucherPaper {
  readonly voucher: Voucher;
  readonly state: PaperState;
}

/** A kept paper, and whose. */
export interface ScanPlace extends KeptDigest {
  readonly collectiveId: string;
}

/** The same scan with several villages: where it is kept. */
export interface SameScan {
  /** By what it is known again. */
  readonly knownBy: string;
  readonly places: readonly ScanPlace[];
}

/** Which vouchers have their papers, and which scans more than one village has. */
@Injectable()
export class PapersService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly vouchers: AssetVouchersService,
    private readonly files: AssetFilesService,
  ) {}

  /** The vouchers of a month in the order of their numbers; nothing where the books had not begun. */
  async listPapers(collectiveId: string, month: Month): Promise<VoucherPaper[]> {
    const vouchers = await this.books.listVouchers(collectiveId, { first: month, last: month });
    const kept = await this.vouchers.countPapers(
      collectiveId,
      vouchers.map(({ entryId }) => entryId),
    );
    return vouchers.map((voucher) => {
      const { cash, bank } = this.books.rolesOf(voucher.chart);
      const state = paperState({
        ...{ attachments: voucher.attachments, kept: kept.get(voucher.entryId) ?? 0 },
        movesMoney: voucher.postings.some(({ ledgerAccount }) => [cash, bank].includes(ledgerAccount)),
        isReversal: voucher.reversesId !== undefined,
      });
      return { voucher, state };
    });
  }

  /** The scans that stand with more than one of these villages, those of most villages first. */
  async listSameScans(collectiveIds: readonly string[]): Promise<SameScan[]> {
    const places = new Map<string, ScanPlace[]>();
    for (const collectiveId of collectiveIds) {
      const kept = await this.files.listDigests(collectiveId);
      for (const paper of kept.filter(({ withdrawn }) => !withdrawn)) {
        const found = places.get(paper.knownBy);
        if (found === undefined) places.set(paper.knownBy, [{ ...paper, collectiveId }]);
        else found.push({ ...paper, collectiveId });
      }
    }
    const villagesOf = (of: readonly ScanPlace[]): number =>
      new Set(of.map(({ collectiveId }) => collectiveId)).size;
    return [...places]
      .map(([knownBy, found]) => ({ knownBy, places: found }))
      .filter((scan) => villagesOf(scan.places) > 1)
      .sort((one, other) => villagesOf(other.places) - villagesOf(one.places));
  }
}
