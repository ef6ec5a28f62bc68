import { Injectable } from '@nestjs/common';
import { linkageYears, standingReportsOf, type ToldReport } from '../../domain/assets/linkage';
import { linkageWords } from '../../glossary/linkage-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LeasesService } from './leases.service';
import type { LinkagePageProps, LinkageReportRow } from './linkage.pages';

/** A contract, as an address names it. */
export interface LinkagePlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The page of the work and the wages that a tenant promised and gave. */
@Injectable()
export class LinkageViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly leases: LeasesService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `lease.unknown` */
  async page(visit: PageVisit, at: LinkagePlace, form?: FormState): Promise<LinkagePageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const lease = await this.leases.requireLease(collectiveId, id);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const years = linkageYears(lease, standingReportsOf(lease.reports), this.clock.today());
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      number: lease.number,
      tenant: lease.tenant,
      leaseHref: paths.lease(id),
      filesHref: paths.files('lease', id),
      duties: linkageWords.duties(lease.duties),
      years: years.map((year) => ({ ...year, short: linkageWords.short(year) })),
      reports: lease.reports.map((report) => rowOf(report, keeps ? paths.leaseReports(id) : undefined)),
      form: form ?? filledForm({}),
      action: keeps ? paths.leaseReports(id) : undefined,
    };
  }
}

function rowOf(report: ToldReport, action: string | undefined): LinkageReportRow {
  const mayWithdraw = action !== undefined && report.withdrawn === undefined;
  return {
    ...report,
    withdrawAction: mayWithdraw ? `${action}/${String(report.reportNumber)}/withdrawal` : undefined,
  };
}
