import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { YEAR_CLOSING } from '../../domain/ledger/closing-entries';
import { checkClosing, checkStandingClosings } from '../../domain/months/check-closings';
import { RESERVE_SOURCE } from '../../domain/months/year-end';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { YearClosingEntity } from './year-closing.entity';

/** The year ends' pass: each step has its voucher, over what was decided, and stands once. */
@Injectable()
export class YearEndCheckService extends StepCheck {
  override readonly pass = 'yearEnds';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(YearClosingEntity, { collectiveId, entryId });
    const kinds = [YEAR_CLOSING, RESERVE_SOURCE];
    for (const entry of entries) {
      const own = rows.filter((row) => row.entryId === entry.entryId);
      checkClosing(entry, { kinds, rows: own, chart: chartOf(entry.chart) }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const table = 'year_closings';
    const entryId = await this.ledger.findLostRow(db, collectiveId, table);
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    const rows = await db.findBy(YearClosingEntity, { collectiveId });
    checkStandingClosings(rows, await this.books.listReversedIds(collectiveId, db), findings);
  }
}
