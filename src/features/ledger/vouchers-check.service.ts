import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { paysTheSame, saysTheSame } from '../../domain/ledger/check-draft';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { checkVoucherRuns, type KeptRuns } from '../../domain/ledger/check-voucher-runs';
import { DebtPaymentEntity } from './debt-payment.entity';
import { LedgerCheckService } from './ledger-check.service';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { LineOriginEntity } from './line-origin.entity';
import { findOriginElsewhere } from './line-origins.store';
import { RecurringBookingEntity } from './recurring-booking.entity';
import { RecurringRebookingEntity } from './recurring-rebooking.entity';
import { findReentry } from './reentries.store';
import { type CheckedBooks, StepCheck } from './step-check.service';
import { VoucherDraftEntity } from './voucher-draft.entity';
import { draftDigest } from './voucher-drafts.service';

/** The pass over what people write themselves: the opening, drafts that were booked, recurring vouchers. */
@Injectable()
export class VouchersCheckService extends StepCheck {
  override readonly pass = 'vouchers';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const drafts = await db.findBy(VoucherDraftEntity, { collectiveId, entryId });
    const named = await db.findBy(DebtPaymentEntity, { collectiveId, entryId });
    const runs = [
      ...(await db.findBy(RecurringBookingEntity, { collectiveId, entryId })),
      ...(await db.findBy(RecurringRebookingEntity, { collectiveId, entryId })),
    ];
    for (const entry of entries) {
      const own = { collectiveId, entryId: entry.entryId };
      const kept = {
        drafts: drafts
          .filter((row) => row.entryId === own.entryId)
          .map((draft) => ({
            ...{ id: draft.id, state: draft.state },
            isAltered:
              isAltered(draft, entry) ||
              !saysTheSame(draft.form, entry, chartOf(entry.chart)) ||
              !paysTheSame(
                draft.form,
                entry,
                named.filter((row) => row.entryId === own.entryId),
              ),
          })),
        runs: runs.filter((row) => row.entryId === own.entryId),
        ...(entry.source.kind === 'opening' ? await openingFacts(db, own) : { origins: [] }),
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

/** Whether a draft is no more what was reviewed, or names other hands than its entry. */
function isAltered(draft: VoucherDraftEntity, { preparedBy, reviewedBy, hash }: CheckedEntry): boolean {
  if (draftDigest(draft.form) !== draft.digest || draft.preparedBy !== preparedBy) return true;
  if (draft.entryHash !== null && draft.entryHash !== hash) return true;
  return reviewedBy !== undefined && draft.reviewedBy !== reviewedBy;
}

/** What is kept beside an opening: since when its debts stand, and whether it replaces an earlier one. */
async function openingFacts(
  db: EntityManager,
  own: { readonly collectiveId: string; readonly entryId: string },
): Promise<Pick<KeptRuns, 'origins' | 'replacesOpening'>> {
  const origins = await db.findBy(LineOriginEntity, own);
  const taken = await findReentry(db, own.collectiveId, { entryId: own.entryId });
  if (taken === null) return { origins };
  const id = taken.correctsId;
  const replaced = await db.findOneBy(LedgerEntryEntity, { collectiveId: own.collectiveId, id });
  return { origins, replacesOpening: replaced?.sourceKind === 'opening' };
}
