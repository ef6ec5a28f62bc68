import { Injectable } from '@nestjs/common';
import { checkAid, checkStateAid } from '../../domain/uses/check-aid';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AidService } from '../uses/aid.service';
import { GrantEntity } from './grant.entity';

/** The pass of rewards: each list adds up, is owed once, by another's acceptance and its own grant. */
@Injectable()
export class AidCheckService extends StepCheck {
  override readonly pass = 'aid';

  constructor(
    private readonly aid: AidService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A grant's entry is held against its grant by the pass of grants; a list is held against its grant.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    checkStateAid(await this.aid.listStateAid(collectiveId, db), findings);
    const lists = await this.aid.listLists(collectiveId, db);
    if (lists.length === 0) return;
    const acceptances = await this.aid.listAcceptances(db, collectiveId);
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const reversed = await this.books.listReversedIds(collectiveId, db);
    checkAid({ lists, acceptances, grants, reversed }, findings);
  }
}
