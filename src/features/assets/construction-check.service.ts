import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkProject } from '../../domain/assets/check-construction';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { ConstructionEventEntity } from './construction-event.entity';

/** The pass of construction: every act on a project stands in the books, over what is kept of it. */
@Injectable()
export class ConstructionCheckService extends StepCheck {
  override readonly pass = 'construction';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const events = await db.findBy(ConstructionEventEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const kept = events.filter((event) => event.entryId === entry.entryId);
      checkProject(entry, { kept, roles: chartOf(entry.chart)?.roles }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const table = 'construction_events';
    const entryId = await this.ledger.findLostRow(db, collectiveId, table);
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
  }
}
