import { Injectable } from '@nestjs/common';
import { checkSheets } from '../../domain/uses/check-sheets';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { WorksService } from '../uses/works.service';
import { GrantEntity } from './grant.entity';

/** The works' pass: each sheet adds up, is owed once, by somebody else's acceptance and its own grant. */
@Injectable()
export class WorksCheckService extends StepCheck {
  override readonly pass = 'works';

  constructor(
    private readonly works: WorksService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A grant's entry is held against its grant by the pass of grants; a sheet is held against its grant.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const works = await this.works.listWorks(collectiveId, db);
    if (works.length === 0) return;
    const acceptances = await this.works.listAcceptances(db, collectiveId);
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const reversed = await this.books.listReversedIds(collectiveId, db);
    checkSheets({ works, acceptances, grants, reversed }, findings);
  }
}
