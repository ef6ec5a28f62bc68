import { Injectable } from '@nestjs/common';
import { checkIndustry } from '../../domain/uses/check-industry';
import { EarnedIncomeService } from '../ledger/earned-income.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { IndustryService } from '../uses/industry.service';
import { GrantEntity } from './grant.entity';

/** Every day that books may have. */
const EVER = { from: '0001-01-01', to: '9999-12-31' };

/** The pass of industry: a stage is owed once, as another accepted it; what came back is what was booked. */
@Injectable()
export class IndustryCheckService extends StepCheck {
  override readonly pass = 'industry';

  constructor(
    private readonly industry: IndustryService,
    private readonly books: LedgerReadService,
    private readonly earnings: EarnedIncomeService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A grant's entry is held against its grant by the pass of grants; a stage is held against its grant.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const projects = await this.industry.listProjects(collectiveId, db);
    if (projects.length === 0) return;
    const acceptances = await this.industry.listAcceptances(db, collectiveId);
    const grants = await db.findBy(GrantEntity, { collectiveId });
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const earned = new Map<string, bigint>();
    for (const { entryId, amount } of await this.earnings.listEarned(db, collectiveId, EVER))
      earned.set(entryId, (earned.get(entryId) ?? 0n) + amount);
    checkIndustry({ projects, acceptances, grants, reversed, earned }, findings);
  }
}
