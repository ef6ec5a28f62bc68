import { Injectable } from '@nestjs/common';
import { daysInclusive } from '../../domain/calendar/calendar-day';
import { nationalWords } from '../../glossary/national-words';
import { officePayWords, payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { CollectivesService } from '../collectives/collectives.service';
import { NationalEntriesService } from './national-entries.service';
import { NATIONAL_GLYPHS } from './national-entries-view.service';
import type { NationalUnlikeRow, OfficePayListRow, OfficePayListsPageProps } from './office-pay-lists.pages';
import { isWaiting, PAY_LIST_GLYPHS, sinceOf } from './pay-lists-view.service';
import { PayListsReadService } from './pay-lists-read.service';

/** The lists of an office's villages. */
@Injectable()
export class OfficePayListsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly reading: PayListsReadService,
    private readonly national: NationalEntriesService,
    private readonly clock: Clock,
  ) {}

  async page(visit: PageVisit, officeId: string): Promise<OfficePayListsPageProps> {
    const rows: (OfficePayListRow & { readonly days: number; readonly isReview: boolean })[] = [];
    for (const village of await this.collectives.listVillagesBelow(officeId)) {
      for (const kept of await this.reading.listAll(village.id)) {
        const { list, lines } = kept;
        if (!isWaiting(list.state)) continue;
        const days = Math.max(0, daysInclusive(sinceOf(kept), this.clock.today()) - 1);
        rows.push({
          ...{ village: village.name, name: payListWords.name(list), amount: list.total, days },
          href: villagePaths(village.id).payList(list.id),
          channel: labelOf(`payChannel.${list.channel}`),
          people: new Set(lines.map(({ memberId }) => memberId)).size,
          state: PAY_LIST_GLYPHS[list.state],
          stateWord: labelOf(`payListState.${list.state}`),
          waits: officePayWords.waits(days),
          isReview: list.state === 'submitted',
        });
      }
    }
    const unlike = await this.unlikeOf(officeId);
    const sorted = rows.sort((one, other) => other.days - one.days);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      review: sorted.filter(({ isReview }) => isReview),
      others: sorted.filter(({ isReview }) => !isReview),
      unlike,
    };
  }

  /** What its villages paid and did not enter in the national system in time, or not as it was paid. */
  private async unlikeOf(officeId: string): Promise<OfficePayListsPageProps['unlike']> {
    const rows: NationalUnlikeRow[] = [];
    for (const village of await this.collectives.listVillagesBelow(officeId)) {
      const href = villagePaths(village.id).nationalEntries;
      for (const { kept, paid, paidOn, standing } of await this.national.listAll(village.id)) {
        if (standing !== 'overdue' && standing !== 'differs') continue;
        rows.push({
          ...{ village: village.name, href, name: payListWords.name(kept.list) },
          ...{ paid: nationalWords.figures(paid), paidOn: paidOn ?? '' },
          ...{ state: NATIONAL_GLYPHS[standing], stateWord: nationalWords.standing[standing] },
        });
      }
    }
    return rows.sort((one, other) => (one.paidOn < other.paidOn ? -1 : 1));
  }
}
