import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { checkVoucherRuns } from '../../domain/ledger/check-voucher-runs';
import { LedgerCheckService } from './ledger-check.service';
import { LineOriginEntity } from './line-origin.entity';
import { findOriginElsewhere } from './line-origins.store';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringRebookingEntity } from './recurring-rebooking.entity';
import { type CheckedBooks, StepCheck } from './step-check.service';
import { VoucherDraftEntity } from './voucher-draft.entity';

/** The pass over what people write themselves: the opening, drafts that were booked, recurring vouchers. */
@Injectable()
export class VouchersCheckService extends StepCheck {
  override readonly pass = 'vouchers';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const drafts = await db.findBy(VoucherDraftEntity, { collectiveId, entryId });
    const runs = [
      ...(await db.findBy(RecurringBookingEntity, { collectiveId, entryId })),
      ...(await db.findBy(RecurringRebookingEntity, { collectiveId, entryId })),
    ];
    for (const entry of entries) {
      const own = { collectiveId, entryId: entry.entryId };
      const kept = {
        drafts: drafts.filter((row) => row.entryId === own.entryId),
        runs: runs.filter((row) => row.entryId === own.entryId),
        origins: entry.source.kind === 'opening' ? await db.findBy(LineOriginEntity, own) : [],
      };
      checkVoucherRuns(entry, kept, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['voucher_drafts', 'recurring_bookings', 'recurring_rebookings']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
    const entryId = await findOriginElsewhere(db, collectiveId);
    if (entryId !== undefined) findings.add('check.originElsewhere', { entryId });
  }
}
