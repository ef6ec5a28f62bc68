import { Injectable } from '@nestjs/common';
import { type PageOf, pageOf } from '../../platform/http/api.forms';
import { PayAdvicesService } from './pay-advices.service';
import { PayListPeopleService, type ToldPayee } from './pay-list-people.service';
import type { PayListPlace } from './pay-list-view.service';
import { PayListsReadService } from './pay-lists-read.service';
import { type StandingPayList, withoutTakenBack } from './standing-pay-list';

/** Somebody on a list who belongs to a household of the village. */
export type AdvisedHousehold = ToldPayee & { readonly household: number };

/** A page of the people on a list who get an advice and a slip: nobody else's seal is opened. */
@Injectable()
export class PayAdvisedPeopleService {
  constructor(
    private readonly reading: PayListsReadService,
    private readonly people: PayListPeopleService,
    private readonly advices: PayAdvicesService,
  ) {}

  /** @throws DomainError `payouts.unknown` */
  async pageOf(
    { collectiveId, listId }: PayListPlace,
    page: string,
  ): Promise<{
    readonly kept: StandingPayList;
    readonly shown: PageOf<string>;
    readonly people: readonly AdvisedHousehold[];
  }> {
    const kept = withoutTakenBack(await this.reading.require(collectiveId, listId));
    const ids = await this.advices.listPeople(collectiveId, kept.lines);
    const shown = pageOf(ids, { page });
    const wanted = new Set(shown.items);
    const lines = kept.lines.filter(({ memberId }) => wanted.has(memberId));
    const people = await this.people.listPeople(collectiveId, { ...kept, lines });
    return { kept, shown, people: people.filter(isOfVillage) };
  }
}

/** A slip is a household's: whoever is outside the village has none. */
function isOfVillage(person: ToldPayee): person is AdvisedHousehold {
  return person.household !== undefined;
}
