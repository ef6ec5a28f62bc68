import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkKeptBack, checkTax } from '../../domain/income/check-tax';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { sumFen } from '../../domain/money/fen';
import { Clock } from '../../platform/clock/clock';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { ReceivableEntity } from './receivable.entity';
import { TaxReadService } from './tax-read.service';
import { TaxPeriodEntity } from './tax-period.entity';
import { TaxSalesService } from './tax-sales.service';

/** The pass of value-added tax: what is kept of it is what the account of taxes says. */
@Injectable()
export class TaxCheckService extends StepCheck {
  override readonly pass = 'tax';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly reading: TaxReadService,
    private readonly sales: TaxSalesService,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId } = books;
    const entryIds = entries.map((entry) => entry.entryId);
    const entryId = In(entryIds);
    const ofAssets = await this.sales.listStatedOfAssets(db, collectiveId, entryIds);
    const sales = await db.findBy(ReceivableEntity, { collectiveId, entryId });
    const periods = await db.findBy(TaxPeriodEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const roles = books.chartOf(entry.chart)?.roles;
      if (roles === undefined) continue;
      const own = sales.filter((row) => row.entryId === entry.entryId);
      const keptBack = { income: roles.operatingIncome, kept: sumFen(own.map((row) => row.taxKept ?? 0n)) };
      checkKeptBack(entry, keptBack, books.findings);
      const { taxPayable } = roles;
      if (taxPayable === undefined) continue;
      const kept = {
        stated: sumFen(own.map((row) => row.tax ?? 0n)) + (ofAssets.get(entry.entryId) ?? 0n),
        rows: periods.filter((row) => row.entryId === entry.entryId),
      };
      checkTax(entry, { taxPayable, kept }, books.findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const entryId = await this.ledger.findLostRow(db, collectiveId, 'tax_periods');
    if (entryId !== undefined) {
      findings.add('check.factWithoutEntry', { entryId }, { table: 'tax_periods' });
      return;
    }
    for (const { from, to } of await this.reading.listOfNoPeriod(collectiveId, this.clock.today(), db))
      findings.add('check.taxOfNoPeriod', { month: to.slice(0, 7) }, { from, to });
  }
}
