import { Injectable } from '@nestjs/common';
import { addMonths, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { paperWords } from '../../glossary/paper-words';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath, villagePaths } from '../../platform/http/office-paths';
import { papersPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { yearMonthText } from '../../platform/views/day-text';
import { CollectivesService } from '../collectives/collectives.service';
import type { OfficePapersPageProps, PaperlessRow, VillagePapersPageProps } from './papers.pages';
import { PapersService, type SameScan, type VoucherPaper } from './papers.service';

/** How many months a page leads to. */
const SHOWN_MONTHS = 6;

/** The pages of papers: of a village's month, and of a township's villages. */
@Injectable()
export class PapersViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly papers: PapersService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
  ) {}

  /** @param asked the month before this one where none is named */
  async officePage(visit: PageVisit, officeId: string, asked?: Month): Promise<OfficePapersPageProps> {
    const month = this.monthOf(asked);
    const villages = await this.collectives.listVillagesBelow(officeId);
    const rows: OfficePapersPageProps['rows'][number][] = [];
    for (const { id, name } of villages) {
      const papers = await this.papers.listPapers(id, month);
      const count = (state: VoucherPaper['state']): number =>
        papers.filter((each) => each.state === state).length;
      if (papers.length === 0) continue;
      rows.push({
        ...{ village: name, href: papersPaths.village(id, month), vouchers: papers.length },
        ...{ kept: count('kept'), counted: count('counted'), missing: count('missing') },
      });
    }
    const names = new Map(villages.map(({ id, name }) => [id, name]));
    const same = await this.papers.listSameScans([...names.keys()]);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      monthName: yearMonthText(month),
      tabs: this.tabsOf(month, (each) => papersPaths.office(officeId, each)),
      rows: rows.sort((one, other) => other.missing - one.missing || other.counted - one.counted),
      same: same.map((scan) => ({ places: placesOf(scan, names) })),
      homeHref: townshipPath(officeId),
    };
  }

  /** @param asked the month before this one where none is named */
  async villagePage(visit: PageVisit, collectiveId: string, asked?: Month): Promise<VillagePapersPageProps> {
    const month = this.monthOf(asked);
    const papers = await this.papers.listPapers(collectiveId, month);
    const rows = ['missing', 'counted'].flatMap((state) => papers.filter((each) => each.state === state));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      monthName: yearMonthText(month),
      tabs: this.tabsOf(month, (each) => papersPaths.village(collectiveId, each)),
      vouchers: papers.length,
      rows: rows.map((paper) => rowOf(collectiveId, paper, keepsBooksOf(visit.actor, collectiveId))),
    };
  }

  private monthOf(asked: Month | undefined): Month {
    return asked ?? addMonths(monthOf(this.clock.today()), -1);
  }

  private tabsOf(month: Month, hrefOf: (month: Month) => string): OfficePapersPageProps['tabs'] {
    const now = monthOf(this.clock.today());
    const last = Array.from({ length: SHOWN_MONTHS }, (_, back) => addMonths(now, -back)).reverse();
    const months = last.includes(month) ? last : [...last, month].sort();
    return months.map((each) => ({
      ...{ name: yearMonthText(each), href: hrefOf(each), isShown: each === month },
    }));
  }
}

function rowOf(collectiveId: string, { voucher, state }: VoucherPaper, keeps: boolean): PaperlessRow {
  const paths = villagePaths(collectiveId);
  return {
    number: voucherNumberText(voucher.voucherNumber),
    href: paths.voucher(voucher.entryId),
    ...(keeps ? { filesHref: paths.files('voucher', voucher.entryId) } : {}),
    postedOn: voucher.postedOn,
    summary: voucher.summary,
    says: state === 'counted' ? paperWords.counted(voucher.attachments) : paperWords.missing,
  };
}

function placesOf(
  { places }: SameScan,
  names: ReadonlyMap<string, string>,
): OfficePapersPageProps['same'][number]['places'] {
  return places.map(({ collectiveId, ownerKind, ownerId, paperKind }) => ({
    village: names.get(collectiveId) ?? '',
    what: labelOf(`paperKind.${paperKind}`),
    href: villagePaths(collectiveId).files(ownerKind, ownerId),
  }));
}
