import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkFacts } from '../../domain/ledger/check-facts';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { DeductionEntity } from './deduction.entity';

/** The deductions' pass: every cost stands in the books with its amount, and the reverse. */
@Injectable()
export class DeductionsCheckService extends StepCheck {
  override readonly pass = 'deductions';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(DeductionEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const facts = rows.filter((row) => row.entryId === entry.entryId);
      checkFacts(entry, { kind: 'deduction', flow: 'deducted', facts }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const entryId = await this.ledger.findLostRow(db, collectiveId, 'deductions');
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table: 'deductions' });
  }
}
