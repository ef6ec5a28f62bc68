import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Filing, filingNumber, type FilingForm, readFiling } from '../../domain/approvals/filings';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { ApprovalsService, type DecidedSubject } from './approvals.service';
import { CountyFilingEntity } from './county-filing.entity';

/** A filing as it stands in the county's book. */
export type KeptFiling = CountyFilingEntity;

/** What of a village is filed, and with which county's office. */
export interface FiledSubject {
  readonly collectiveId: string;
  readonly officeId: string;
  readonly subject: DecidedSubject;
}

const NO_COUNTS = { due: '', present: '', inFavour: '', against: '', abstained: '' } as const;

/** The county's book of what is filed with it: a number for each, of every year from 1 without a gap. */
@Injectable()
export class CountyFilingsService {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalsService,
    private readonly clock: Clock,
  ) {}

  /** Every filing of a county, in the order of its numbers. */
  listFilings(officeId: string, db: EntityManager = this.database.reader): Promise<KeptFiling[]> {
    const order = { year: 'ASC', number: 'ASC' } as const;
    return db.find(CountyFilingEntity, { where: { collectiveId: officeId }, order });
  }

  /**
   * Files what waits for it under the county's next number, which is the paper of that step of the village's.
   * The books of both stand locked, so of two officers at once the second gets the number after.
   * @throws FormProblems as `readFiling` and `readStep` find them; DomainError `approvals.filedAlready`, and
   *   as {@link ApprovalsService.takeStep} does
   */
  async file(
    tx: EntityManager,
    { collectiveId, officeId, subject }: FiledSubject,
    { form, by }: { readonly form: FilingForm; readonly by: string },
  ): Promise<Filing> {
    const rows = await this.listFilings(officeId, tx);
    const { filing, receipt, problems } = readFiling(form, { filed: rows, today: this.clock.today() });
    refuseProblems(problems);
    const stepNumber = (await this.approvals.listDecisions(collectiveId, subject, tx)).length + 1;
    const noted = { stepNumber: String(stepNumber), heldOn: filing.filedOn, stepPaper: filingNumber(filing) };
    await this.approvals.takeStep(tx, collectiveId, {
      ...{ subject, kind: 'filing', form: { ...noted, ...NO_COUNTS }, by },
    });
    await insertRecorded(tx, CountyFilingEntity, {
      ...{ collectiveId: officeId, ...filing, villageId: collectiveId, stepNumber },
      ...{ subjectKind: subject.kind, subjectId: subject.id, digest: subject.digest },
      ...{ receiptPaper: receipt, filedBy: by, filedAt: this.clock.now() },
    });
    return filing;
  }

  /** Refuses what stands in the county's book already. @throws DomainError `approvals.filedAlready` */
  async requireUnfiled(
    tx: EntityManager,
    officeId: string,
    of: { readonly villageId: string; readonly kind: string; readonly id: string },
  ): Promise<void> {
    const where = { collectiveId: officeId, villageId: of.villageId };
    const found = await tx.findOneBy(CountyFilingEntity, {
      ...where,
      subjectKind: of.kind,
      subjectId: of.id,
    });
    if (found !== null) throw new DomainError('approvals.filedAlready', { number: filingNumber(found) });
  }
}
