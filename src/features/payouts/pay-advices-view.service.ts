import { Injectable } from '@nestjs/common';
import { mayAdvise } from '../../domain/payouts/pay-list';
import { payAdviceWords } from '../../glossary/pay-advice-words';
import { listText } from '../../glossary/payout-words';
import { localTime } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { pageOf } from '../../platform/http/api.forms';
import { pageLinks } from '../../platform/http/page-links';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { PayAdvicesPageProps } from './pay-advices.pages';
import { PayAdvicesService } from './pay-advices.service';
import { PayListPeopleService, type ToldPayee } from './pay-list-people.service';
import type { PayListPlace } from './pay-list-view.service';
import type { KeptPayList } from './pay-lists.store';
import { PayListsReadService } from './pay-lists-read.service';

/** The page on which pay advices are printed: who has one, and since when. */
@Injectable()
export class PayAdvicesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: PayListsReadService,
    private readonly people: PayListPeopleService,
    private readonly advices: PayAdvicesService,
  ) {}

  /** @throws DomainError `payouts.unknown` */
  async page(
    visit: PageVisit,
    at: PayListPlace,
    asked: { readonly page?: string | undefined; readonly refused?: FormState } = {},
  ): Promise<PayAdvicesPageProps> {
    const { collectiveId, listId } = at;
    const kept = await this.reading.require(collectiveId, listId);
    const ids = await this.advices.listPeople(collectiveId, kept.lines);
    const shown = pageOf(ids, { page: asked.page ?? '1' });
    const people = await this.shownPeople(kept, shown.items);
    const issued = await this.advices.listIssued(collectiveId, listId);
    const listHref = villagePaths(collectiveId).payList(listId);
    const again = people.filter(({ memberId }) => issued.has(memberId));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      ...{ listHref, list: listText(kept.list) },
      action: mayAdvise(kept.list.state) ? `${listHref}/advices` : undefined,
      form: asked.refused ?? filledForm({ adviceFor: '' }),
      whose: [
        { value: '', label: payAdviceWords.missing },
        ...(issued.size === 0 ? [] : [{ value: 'all', label: payAdviceWords.all }]),
        ...again.map(({ memberId, household, name }) => ({
          value: memberId,
          label: payAdviceWords.one(household, name),
        })),
      ],
      people: people.map(({ memberId, household, name, amount }) => {
        const at = issued.get(memberId);
        return { household, name, amount, printedOn: at === undefined ? '' : localTime(at).slice(0, 10) };
      }),
      pages: pageLinks(shown, (page) => withQuery(`${listHref}/advices`, { page })),
    };
  }

  /** Nobody else's seal is opened. */
  private async shownPeople(kept: KeptPayList, ids: readonly string[]) {
    const wanted = new Set(ids);
    const lines = kept.lines.filter(({ memberId }) => wanted.has(memberId));
    const people = await this.people.listPeople(kept.list.collectiveId, { ...kept, lines });
    return people.filter(isOfVillage);
  }
}

/** A slip is a household's: whoever is outside the village has none. */
function isOfVillage(person: ToldPayee): person is ToldPayee & { readonly household: number } {
  return person.household !== undefined;
}
