import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { checkSignatures } from '../../domain/ledger/check-signatures';
import { UsersService } from '../users/users.service';
import { LedgerCheckService } from './ledger-check.service';
import { type CheckedBooks, StepCheck } from './step-check.service';
import { VoucherSignatureEntity } from './voucher-signature.entity';

/** The signatures' pass: whose hands each voucher went through. */
@Injectable()
export class SignaturesCheckService extends StepCheck {
  override readonly pass = 'signatures';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly users: UsersService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(VoucherSignatureEntity, { collectiveId, entryId });
    const signers = rows.map(({ signedBy }) => signedBy);
    const known = await this.users.listKnown(signers, db);
    const sealed = await this.ledger.sealedPositions(db, collectiveId);
    for (const entry of entries) {
      const signatures = rows.filter((row) => row.entryId === entry.entryId);
      const isSealed = entry.position <= (sealed.get(monthOf(entry.postedOn)) ?? 0);
      checkSignatures(entry, { signatures, chart: chartOf(entry.chart), isSealed, known }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const table = 'voucher_signatures';
    const entryId = await this.ledger.findLostRow(db, collectiveId, table);
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
  }
}
