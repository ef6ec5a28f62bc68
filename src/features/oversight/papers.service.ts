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

/** A scan that stands in several places: with several villages, or on several vouchers of one. */
export interface SameScan {
  readonly places: readonly ScanPlace[];
}

/** Which scans are looked for: those of some villages, wherever else they stand. */
export interface ScansAsked {
  readonly ofAny: readonly string[];
  readonly among: readonly string[];
}

/** Which vouchers have their papers, and which scans stand more than once. */
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

  /**
   * The scans of some villages that stand with another village, too, or on more than one voucher of one: one
   * receipt may be paid for once. Those of most villages first.
   */
  async listSameScans({ ofAny, among }: ScansAsked): Promise<SameScan[]> {
    const scans = new Map<string, ScanPlace[]>();
    for (const collectiveId of among) {
      const kept = await this.files.listDigests(collectiveId);
      for (const paper of kept.filter(({ withdrawn }) => !withdrawn))
        addPlace(scans, { ...paper, collectiveId });
    }
    return [...new Set(scans.values())]
      .map((places) => ({ places }))
      .filter((scan) => scan.places.some(({ collectiveId }) => ofAny.includes(collectiveId)))
      .filter((scan) => villagesOf(scan) > 1 || isOnVouchers(scan))
      .sort((one, other) => villagesOf(other) - villagesOf(one));
  }
}

/** Puts a paper beside those that share a hash with it, which are one scan from then on. */
function addPlace(scans: Map<string, ScanPlace[]>, place: ScanPlace): void {
  const found = new Set(place.hashes.flatMap((hash) => scans.get(hash) ?? []));
  const scan = [...found, place];
  for (const hash of scan.flatMap((each) => each.hashes)) scans.set(hash, scan);
}

function villagesOf({ places }: SameScan): number {
  return new Set(places.map(({ collectiveId }) => collectiveId)).size;
}

/** Whether it stands on more than one voucher; beside its asset an invoice stands as well. */
function isOnVouchers({ places }: SameScan): boolean {
  const vouchers = places.filter(({ ownerKind }) => ownerKind === 'voucher');
  return new Set(vouchers.map(({ ownerId }) => ownerId)).size > 1;
}
