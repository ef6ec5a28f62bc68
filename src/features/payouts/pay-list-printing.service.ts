import { Injectable } from '@nestjs/common';
import { payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import { CollectivesService } from '../collectives/collectives.service';
import { kindOf } from './pay-checks-view.service';
import { PayChecksService } from './pay-checks.service';
import { PayListPeopleService } from './pay-list-people.service';
import { payListSheet } from './pay-list-sheet';
import type { PayListPlace } from './pay-list-view.service';
import { PayListsReadService } from './pay-lists-read.service';
import { sinceOf } from './pay-lists-view.service';

/** Prints lists for who signs and keeps them. */
@Injectable()
export class PayListPrintingService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly reading: PayListsReadService,
    private readonly people: PayListPeopleService,
    private readonly checks: PayChecksService,
  ) {}

  /** The list as an A4 sheet, of the time of what was done last. @throws DomainError `payouts.unknown` */
  async print({ collectiveId, listId }: PayListPlace): Promise<Buffer> {
    const kept = await this.reading.require(collectiveId, listId);
    const { list, acts } = kept;
    const { organisationName, madeUp } = await this.collectives.requireCollective(collectiveId);
    const answers = await this.checks.listAnswers(collectiveId, listId);
    const head = {
      ...{ owner: organisationName, on: sinceOf(kept), name: payListWords.name(list), amount: list.total },
      channel: labelOf(`payChannel.${list.channel}`),
      ...{ state: list.state, digest: list.digest ?? '', cashWhy: list.cashWhy },
      answers: [...answers].map(([code, reason]) => ({ about: kindOf(code), reason })),
    };
    const people = await this.people.listPeople(collectiveId, kept);
    const drawnAt = new Date(acts.at(-1)?.enteredAt ?? list.draftedAt);
    return renderTableSheet(payListSheet(head, people), { specimen: madeUp !== 0, drawnAt });
  }
}
