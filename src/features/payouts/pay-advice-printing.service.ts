import { Injectable } from '@nestjs/common';
import { wallName } from '../../domain/shared/masked';
import { payAdviceWords } from '../../glossary/pay-advice-words';
import { listText } from '../../glossary/payout-words';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { configuredFonts } from '../../platform/pdf/configured-fonts';
import { fullDayText } from '../../platform/views/day-text';
import { CollectivesService } from '../collectives/collectives.service';
import { renderPayAdvices } from './pay-advice-sheet';
import type { IssuedAdvice } from './pay-advices.service';
import type { PayFileBytes } from './pay-file-bytes';
import { PayListPeopleService } from './pay-list-people.service';
import type { PayListPlace } from './pay-list-view.service';
import { PayListsReadService } from './pay-lists-read.service';
import { withoutTakenBack } from './standing-pay-list';

/** Prints pay advices, to be cut apart: the only place on which their codes ever stand. */
@Injectable()
export class PayAdvicePrintingService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly reading: PayListsReadService,
    private readonly people: PayListPeopleService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** Several to an A4 page, in the order of the list. @throws DomainError `payouts.unknown` */
  async print(
    { collectiveId, listId }: PayListPlace,
    issued: readonly IssuedAdvice[],
  ): Promise<PayFileBytes> {
    const kept = withoutTakenBack(await this.reading.require(collectiveId, listId));
    const { name: village } = await this.collectives.requireCollective(collectiveId);
    const people = await this.people.listPeople(collectiveId, kept);
    const codes = new Map(issued.map(({ memberId, code }) => [memberId, code]));
    const { publicAddress, demo } = this.configuration;
    const advices = people.flatMap(({ memberId, household, name, lines, amount }) => {
      const code = codes.get(memberId);
      if (code === undefined || household === undefined) return [];
      const what = [...new Set(lines.map(({ told }) => told))].filter((each) => each !== '').join('；');
      const url = `${publicAddress}/slip?code=${code}`;
      return [{ household, name: wallName(name), what, amount, code, url }];
    });
    const list = listText(kept.list);
    const sentOn = kept.acts.find(({ act }) => act === 'send')?.doneOn ?? '';
    const bytes = await renderPayAdvices(advices, {
      ...{ village, list, on: fullDayText(sentOn), fonts: configuredFonts(this.configuration) },
      ...{ specimen: demo, drawnAt: new Date(this.clock.now()) },
    });
    return { name: payAdviceWords.file(list), mediaType: 'application/pdf', bytes };
  }
}
