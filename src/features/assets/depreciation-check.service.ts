import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkDepreciated, checkPlanned } from '../../domain/assets/check-depreciation';
import { checkTransferTerms } from '../../domain/assets/transfer-terms';
import { plannedRows } from '../../domain/assets/depreciation';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { readLeavingDays } from './asset-events.store';
import { AssetEntity } from './asset.entity';
import { DepreciationBookingEntity } from './depreciation-booking.entity';
import { readStandingTerms } from './depreciation-terms.store';
import { readStandingTransfers } from './share-transfers.store';

/** The pass of depreciation: every month is booked once, over what the terms of its asset say. */
@Injectable()
export class DepreciationCheckService extends StepCheck {
  override readonly pass = 'depreciation';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(DepreciationBookingEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const own = rows.filter((row) => row.entryId === entry.entryId);
      checkDepreciated(entry, own, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const table = 'depreciation_bookings';
    const entryId = await this.ledger.findLostRow(db, collectiveId, table);
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    const bookings = await db.findBy(DepreciationBookingEntity, { collectiveId });
    const transfers = await readStandingTransfers(db, collectiveId);
    if (bookings.length === 0 && transfers.length === 0) return;
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const holding = await readStandingTerms(db, collectiveId, reversed);
    const left = await readLeavingDays(db, collectiveId);
    const assets = await db.findBy(AssetEntity, { collectiveId });
    for (const assetId of new Set([...bookings, ...transfers].map((row) => row.assetId))) {
      const terms = holding.filter((each) => each.assetId === assetId);
      const standing = bookings.filter((row) => row.assetId === assetId && !reversed.has(row.entryId));
      const asset = assets.find(({ id }) => id === assetId)?.name ?? assetId;
      const rows = plannedRows(terms, left.get(assetId)?.slice(0, 7));
      checkPlanned({ asset, rows, standing }, findings);
      const moved = transfers.filter((each) => each.assetId === assetId);
      const booked = standing.map(({ month }) => month);
      checkTransferTerms({ asset, transfers: moved, terms, booked }, findings);
    }
  }
}
