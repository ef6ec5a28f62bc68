import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { natureSaid, type SaidNature } from '../../domain/income/income-nature';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';
import { PolicyService } from '../policy/policy.service';
import { IncomeNatureEntity } from './income-nature.entity';

/** What booked income is called under the document of its day. */
@Injectable()
export class IncomeNaturesService {
  constructor(
    private readonly database: Database,
    private readonly policy: PolicyService,
  ) {}

  /** In the document's words, by the voucher that booked it. */
  async listSaid(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, SaidNature>> {
    const rows = await db.findBy(IncomeNatureEntity, { collectiveId });
    return new Map(
      rows.map((row) => [row.entryId, natureSaid(this.policy.requirePack(row.packId).pack, row)]),
    );
  }

  /** The words themselves, as they are kept: by the voucher that booked the income. */
  async listKinds(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, string>> {
    const rows = await db.findBy(IncomeNatureEntity, { collectiveId });
    return new Map(rows.flatMap(({ entryId, kind }) => (kind === null ? [] : [[entryId, kind]])));
  }

  /**
   * What the money of a voucher is called, each once: of income that it books, or that it pays. In the order
   * in which it fell due.
   */
  async listByVoucher(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, readonly SaidNature[]>> {
    const said = await this.listSaid(collectiveId, db);
    const found = new Map<string, SaidNature[]>([...said].map(([entryId, each]) => [entryId, [each]]));
    if (said.size === 0) return found;
    const paid = await run<{ paid_by: string; due_by: string }>(
      db,
      `SELECT DISTINCT receipt.entry_id AS paid_by, due.entry_id AS due_by
       FROM receipts receipt
       JOIN receipt_lines line
         ON line.collective_id = receipt.collective_id AND line.receipt_id = receipt.id
       JOIN receivables due ON due.collective_id = line.collective_id AND due.id = line.receivable_id
       WHERE receipt.collective_id = ? ORDER BY due.entry_id`,
      [collectiveId],
    );
    for (const { paid_by: paidBy, due_by: dueBy } of paid) {
      const nature = said.get(dueBy);
      if (nature !== undefined) found.set(paidBy, [...(found.get(paidBy) ?? []), nature]);
    }
    return found;
  }
}
