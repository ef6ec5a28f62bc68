import { Injectable } from '@nestjs/common';
import { filingNumber, type FilingForm } from '../../domain/approvals/filings';
import { DomainError } from '../../domain/shared/domain-error';
import type { Command } from '../../platform/audit/command';
import { CountyFilingsService } from '../approvals/county-filings.service';
import { CollectivesService } from '../collectives/collectives.service';
import { DecidingService, type TakenWith } from './deciding.service';
import { YEAR_PLAN } from './year-plan-read.service';
import { YearPlanDecidingService } from './year-plan-deciding.service';

/** Which plan of which village is filed: of a period or of a year. */
export interface FiledPlan {
  readonly villageId: string;
  readonly kind: string;
  readonly planId: string;
}

/** Files plans of villages with their county, which gives each the next number of its own. */
@Injectable()
export class FilingService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly filings: CountyFilingsService,
    private readonly deciding: DecidingService,
    private readonly yearDeciding: YearPlanDecidingService,
  ) {}

  /**
   * Files a plan with the county's office above its village, whose books are locked after the village's.
   * @throws FormProblems, DomainError as {@link CountyFilingsService.file} does; `approvals.notOfCounty` of a
   *   village of another county's
   */
  async filePlan(
    officeId: string,
    { villageId, kind, planId }: FiledPlan,
    { form, command }: { readonly form: FilingForm; readonly command: Command },
  ): Promise<{ readonly number: string }> {
    const office = await this.collectives.requireCollective(officeId);
    const villages = office.kind === 'county' ? await this.collectives.listVillagesBelow(officeId) : [];
    if (!villages.some(({ id }) => id === villageId)) throw new DomainError('approvals.notOfCounty');
    const lockedInOrder = await this.collectives.inLockingOrder([villageId, officeId]);
    const taken: TakenWith<{ readonly number: string }> = {
      ...{ books: { collectiveId: villageId, lockedInOrder }, name: 'file', command },
      input: [officeId, form.heldOn, form.receiptPaper],
      before: (tx) => this.filings.requireUnfiled(tx, officeId, { villageId, kind, id: planId }),
      take: async (tx, subject) => {
        const filed = { collectiveId: villageId, officeId, subject };
        const filing = await this.filings.file(tx, filed, { form, by: command.by });
        return { number: filingNumber(filing) };
      },
    };
    return kind === YEAR_PLAN
      ? this.yearDeciding.takeWith(planId, taken)
      : this.deciding.takeWith(planId, taken);
  }
}
