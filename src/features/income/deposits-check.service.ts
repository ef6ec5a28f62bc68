import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkDeposits } from '../../domain/income/lease-deposit';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { LeaseDepositEntity } from './lease-deposit.entity';
import { RentReadService } from './rent-read.service';

/** The pass of deposits: what is kept of them is what their tenants have on the account of payables. */
@Injectable()
export class DepositsCheckService extends StepCheck {
  override readonly pass = 'deposits';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly rents: RentReadService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(LeaseDepositEntity, { collectiveId, entryId });
    const tenants = rows.length === 0 ? undefined : await this.rents.listTenants(collectiveId, db);
    for (const entry of entries) {
      const payable = chartOf(entry.chart)?.roles.payable;
      if (payable === undefined) continue;
      const own = rows.filter((row) => row.entryId === entry.entryId);
      const kept = own.map(({ leaseId, amount }) => ({ tenantId: tenants?.get(leaseId) ?? '', amount }));
      checkDeposits(entry, { payable, rows: kept }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const table = 'lease_deposits';
    const entryId = await this.ledger.findLostRow(db, collectiveId, table);
    if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
  }
}
