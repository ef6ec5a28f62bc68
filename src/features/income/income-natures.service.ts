import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { natureSaid, type SaidNature } from '../../domain/income/income-nature';
import { Database } from '../../platform/database/database';
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
}
