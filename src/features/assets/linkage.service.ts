import { Injectable } from '@nestjs/common';
import { type LinkageReportForm, readLinkageReport, standingReportsOf } from '../../domain/assets/linkage';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LeaseReportEntity, LeaseReportWithdrawalEntity } from './lease-report.entity';
import { LeasesService } from './leases.service';

/** What tenants gave of the work and the wages that they promised. */
@Injectable()
export class LinkageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly leases: LeasesService,
  ) {}

  /**
   * Keeps what a tenant gave in some days. @throws FormProblems `linkage.*`, `form.*`, `money.*`,
   * `calendar.*`; DomainError `lease.unknown`
   */
  report(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly form: LinkageReportForm },
    command: Command,
  ): Promise<{ reportNumber: number }> {
    const { leaseId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { terms, reports: told } = await this.leases.requireLease(collectiveId, leaseId, tx);
        const facts = { terms, today: this.clock.today(), reports: standingReportsOf(told) };
        const { report, paper, problems } = readLinkageReport(form, facts);
        refuseProblems(problems);
        const reportNumber = told.length + 1;
        const entered = { reportedBy: command.by, reportedAt: this.clock.now() };
        await insertRecorded(tx, LeaseReportEntity, {
          collectiveId,
          leaseId,
          reportNumber,
          ...report,
          paper,
          ...entered,
        });
        return { reportNumber };
      },
      onceOf(command, 'leases.reportLinkage', asked),
    );
  }

  /**
   * Keeps that a report was typed wrongly: it counts no more and stays to be read.
   * @throws FormProblems `form.*`; DomainError `lease.unknown`, `linkage.noSuchReport`
   */
  withdraw(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly reportNumber: number; readonly reason: string },
    command: Command,
  ): Promise<{ reportNumber: number }> {
    const { leaseId, reportNumber } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { reports } = await this.leases.requireLease(collectiveId, leaseId, tx);
        if (!standingReportsOf(reports).some((each) => each.reportNumber === reportNumber))
          throw new DomainError('linkage.noSuchReport');
        const reason = asked.reason.trim();
        const field = 'withdrawalReason';
        refuseProblems([
          ...(reason === '' ? [{ code: 'form.missing', field }] : []),
          ...privateNumberProblems({ [field]: reason }),
        ]);
        const withdrawn = { withdrawnBy: command.by, withdrawnAt: this.clock.now() };
        await insertRecorded(tx, LeaseReportWithdrawalEntity, {
          ...{ collectiveId, leaseId, reportNumber, reason, ...withdrawn },
        });
        return { reportNumber };
      },
      onceOf(command, 'leases.withdrawReport', asked),
    );
  }
}
