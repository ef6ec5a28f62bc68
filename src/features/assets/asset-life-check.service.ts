import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkLife } from '../../domain/assets/check-asset-life';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AssetEventEntity } from './asset-event.entity';

/** The pass of what happens to assets: every event stands in the books, over what is kept of it. */
@Injectable()
export class AssetLifeCheckService extends StepCheck {
  override readonly pass = 'assetLife';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const events = await db.findBy(AssetEventEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const kept = events.filter((event) => event.entryId === entry.entryId);
      checkLife(entry, { kept, roles: chartOf(entry.chart)?.roles }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const table = 'asset_events';
    const entryId = await this.ledger.findLostRow(db, collectiveId, table);
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
  }
}
