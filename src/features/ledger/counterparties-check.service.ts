import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkCounterparties, namedIds } from '../../domain/ledger/check-counterparties';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { CounterpartyEntity } from './counterparty.entity';
import { type CheckedBooks, StepCheck } from './step-check.service';

/** The pass over the register of counterparties: whom lines name by id is there. */
@Injectable()
export class CounterpartiesCheckService extends StepCheck {
  override readonly pass = 'counterparties';

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, findings } = books;
    const named = namedIds(entries);
    if (named.length === 0) return;
    const rows = await db.findBy(CounterpartyEntity, { collectiveId, id: In(named) });
    const registered = new Set(rows.map(({ id }) => id));
    for (const entry of entries) checkCounterparties(entry, registered, findings);
  }

  override async checkRows(): Promise<void> {
    // The register stands for itself: nobody in it has to be named.
  }
}
