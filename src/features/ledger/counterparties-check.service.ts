import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkCounterparties, namedIds } from '../../domain/ledger/check-counterparties';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { debtAccounts, keptTakenBreaks } from '../../domain/ledger/kept-by-steps';
import { readBooksAsKept } from './books-row.store';
import { CounterpartyEntity } from './counterparty.entity';
import { readOwedBySource } from './kept-by-steps.store';
import { type CheckedBooks, StepCheck } from './step-check.service';

/**
 * The pass over counterparties: whom lines name by id is in the register, and under each name stands at least
 * what the steps keep of it.
 */
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

  override async checkRows({ db, collectiveId, chartOf, findings }: CheckedBooks): Promise<void> {
    const kept = await readBooksAsKept(db, collectiveId);
    const chart = chartOf(kept?.books.chart ?? '');
    if (chart === undefined) return;
    const accounts = debtAccounts(chart);
    const standing = await readOwedBySource(db, collectiveId, accounts);
    for (const main of accounts) {
      const taken = keptTakenBreaks(standing, main, chart);
      for (const { code, at, facts } of taken) findings.add(code, at, facts);
    }
  }
}
