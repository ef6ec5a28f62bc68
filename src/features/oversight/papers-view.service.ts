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
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import type { OfficePapersPageProps, PaperlessRow, VillagePapersPageProps } from './papers.pages';
import { PapersService, type VoucherPaper } from './papers.service';

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
    const same = await this.sameScansOf(officeId, villages);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      monthName: yearMonthText(month),
      tabs: this.tabsOf(month, (each) => papersPaths.office(officeId, each)),
      rows: rows.sort((one, other) => other.missing - one.missing || other.counted - one.counted),
      same,
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

  /** The scans of an office's villages, also where another office of its county has the village. */
  private async sameScansOf(
    officeId: string,
    villages: readonly Collective[],
  ): Promise<OfficePapersPageProps['same']> {
    const top = (await this.collectives.listAncestorIds(officeId)).at(-1) ?? officeId;
    const all = await this.collectives.listVillagesBelow(top);
    const ofAny = villages.map(({ id }) => id);
    const scans = await this.papers.listSameScans({ ofAny, among: all.map(({ id }) => id) });
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return scans.map(({ places }) => ({
      places: places.map(({ collectiveId, ownerKind, ownerId, paperKind }) => ({
        village: names.get(collectiveId) ?? '',
        what: labelOf(`paperKind.${paperKind}`),
        // Another office's village is told by name: its papers are opened by whoever oversees it.
        ...(ofAny.includes(collectiveId) && { href: villagePaths(collectiveId).files(ownerKind, ownerId) }),
      })),
    }));
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
