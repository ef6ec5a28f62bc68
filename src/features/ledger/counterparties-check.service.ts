import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkCounterparties, namedIds } from '../../domain/ledger/check-counterparties';
import { type CounterpartyNames, isCounterpartyId } from '../../domain/ledger/counterparty';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { debtAccounts, keptTakenBreaks } from '../../domain/ledger/kept-by-steps';
import { labelOf } from '../../glossary/terms';
import { readBooksAsKept } from './books-row.store';
import { counterpartyText } from './counterparties.service';
import { readCounterpartyNames } from './counterparties.store';
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
    const standing = await readOwedBySource(db, collectiveId, { accounts, chart: chart.version });
    const names = await readCounterpartyNames(db, collectiveId);
    for (const main of accounts) {
      for (const { code, at, facts } of keptTakenBreaks(standing, main, chart)) {
        const counterparty = partyText(String(facts['counterparty']), names);
        findings.add(code, at, { ...facts, counterparty });
      }
    }
  }
}

/** Who it is, as a sentence names him: a holder of shares is in another register; a line may name nobody. */
function partyText(counterparty: string, names: CounterpartyNames): string {
  if (counterparty === '') return labelOf('keptParty.none');
  const text = counterpartyText(counterparty, names);
  return isCounterpartyId(text) ? labelOf('keptParty.holder') : text;
}
