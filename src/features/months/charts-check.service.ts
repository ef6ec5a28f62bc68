import { Injectable } from '@nestjs/common';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { checkChanges, checkChartOf, checkRegion, type KeptCharts } from '../../domain/months/check-charts';
import { CollectivesService } from '../collectives/collectives.service';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { ChartChangeEntity } from './chart-change.entity';

/** The pass over charts of accounts: every entry under that of its day, every change with its vouchers. */
@Injectable()
export class ChartsCheckService extends StepCheck {
  override readonly pass = 'charts';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly books: LedgerReadService,
    private readonly collectives: CollectivesService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const kept = await this.keptCharts(books);
    for (const entry of entries) checkChartOf(entry, kept, books.findings);
  }

  override async checkRows(books: CheckedBooks): Promise<void> {
    const { db, collectiveId, findings } = books;
    const kept = await this.keptCharts(books);
    // The collective's own row is on record.
    const { regionPath } = await this.ledger.requireRow(db, collectiveId);
    const { regionPath: region } = await this.collectives.requireCollective(collectiveId);
    checkRegion(regionPath, region, findings);
    const named = kept.changes.flatMap((each) =>
      [each.closingEntryId ?? [], each.openingEntryId ?? []].flat(),
    );
    const there = await this.books.listPostedDays(collectiveId, named, db);
    checkChanges(kept, new Set(there.keys()), findings);
  }

  private async keptCharts({ db, collectiveId }: CheckedBooks): Promise<KeptCharts> {
    const { chart, chartFrom } = await this.ledger.requireRow(db, collectiveId);
    const changes = await db.find(ChartChangeEntity, {
      where: { collectiveId },
      order: { validFrom: 'ASC' },
    });
    return { chart, chartFrom, changes };
  }
}
