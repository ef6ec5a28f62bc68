import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { payWorkWords } from '../../glossary/payout-words';
import { villagePaths } from '../../platform/http/office-paths';
import { NationalEntriesService } from './national-entries.service';
import { type PayListWork, PayListWorkService } from './pay-list-work.service';

/** What waits of paying people: the next act of each list, and what is not entered as it was paid. */
@Injectable()
export class PayoutWorkService {
  constructor(
    private readonly lists: PayListWorkService,
    private readonly national: NationalEntriesService,
  ) {}

  /** @param asked see {@link PayListWorkService.listWork} */
  async listWork(
    collectiveId: string,
    asked: { readonly today: CalendarDay; readonly by?: string },
  ): Promise<PayListWork[]> {
    const href = villagePaths(collectiveId).nationalEntries;
    const unlike = (await this.national.listAll(collectiveId)).flatMap((each): PayListWork[] => {
      const { kept, paidOn: since = '', standing } = each;
      if (standing !== 'overdue' && standing !== 'differs') return [];
      return [{ whose: 'accountant', since, what: payWorkWords[standing](kept.list), href }];
    });
    return [...(await this.lists.listWork(collectiveId, asked)), ...unlike];
  }
}
