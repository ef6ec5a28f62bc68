import { Injectable } from '@nestjs/common';
import { linkageYears, standingReportsOf } from '../../domain/assets/linkage';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type PromisedYear, villageLinkage } from '../../domain/oversight/linkage-by-village';
import { linkageWords } from '../../glossary/linkage-words';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { linkagePath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { LeasesService } from '../assets/leases.service';
import { CollectivesService } from '../collectives/collectives.service';
import type { LinkageContractRow, LinkageVillageRow, OfficeLinkagePageProps } from './office-linkage.pages';

/** How many years a page leads to. */
const SHOWN_YEARS = 3;

interface Told {
  readonly village: string;
  readonly contracts: readonly (PromisedYear & { readonly row: LinkageContractRow })[];
}

/** What the tenants of all villages below an office promised besides rent, and what they reported. */
@Injectable()
export class OfficeLinkageViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly leases: LeasesService,
    private readonly clock: Clock,
  ) {}

  /** @param asked the present year where none is named */
  async pageOf(visit: PageVisit, officeId: string, asked?: number): Promise<OfficeLinkagePageProps> {
    const present = yearOf(this.clock.today());
    const year = asked ?? present;
    const isTownship = visit.actor.roles.some(({ role }) => role === 'township');
    const told: Told[] = [];
    for (const { id, name: village } of await this.collectives.listVillagesBelow(officeId)) {
      const contracts = await this.contractsOf({ id, village }, year, isTownship);
      if (contracts.length > 0) told.push({ village, contracts });
    }
    const rows = told.map(({ village, contracts }): LinkageVillageRow => {
      return { village, ...villageLinkage(contracts) };
    });
    const shown = Array.from({ length: SHOWN_YEARS }, (_, back) => present - back).reverse();
    return {
      frame: await this.desk.frameOf(visit, {
        collectiveId: officeId,
        section: isTownship ? 'township' : 'packs',
      }),
      year: String(year),
      tabs: shown.map((each) => ({
        ...{ label: String(each), href: linkagePath(officeId, String(each)), current: each === year },
      })),
      rows: rows.sort((one, other) => missing(other) - missing(one)),
      short: told.flatMap(({ contracts }) => contracts.flatMap(({ row }) => (row.short === '' ? [] : [row]))),
    };
  }

  private async contractsOf(
    { id, village }: { readonly id: string; readonly village: string },
    asked: number,
    isLinked: boolean,
  ): Promise<Told['contracts']> {
    const today = this.clock.today();
    return (await this.leases.listLeases(id)).flatMap((lease) => {
      const years = linkageYears(lease, standingReportsOf(lease.reports), today);
      const year = years.find((each) => each.year === asked);
      if (year === undefined) return [];
      const row = {
        ...{ village, number: lease.number, tenant: lease.tenant },
        href: isLinked ? villagePaths(id).leaseReports(lease.id) : undefined,
        ...{ duties: linkageWords.duties(lease.duties), short: linkageWords.short(year) },
      };
      return [{ promised: lease.duties.jobs, year, row }];
    });
  }
}

/** Those whose people or wages are missing stand before those who have not reported yet. */
function missing({ jobsShort, wagesShort, unreported }: LinkageVillageRow): number {
  return (jobsShort > 0 || wagesShort > 0n ? 1_000 : 0) + unreported;
}
