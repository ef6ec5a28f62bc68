import { Injectable } from '@nestjs/common';
import { mayAdvise } from '../../domain/payouts/pay-list';
import { payAdviceWords } from '../../glossary/pay-advice-words';
import { listText } from '../../glossary/payout-words';
import { localTime } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { pageLinks } from '../../platform/http/page-links';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { PayAdvicesPageProps } from './pay-advices.pages';
import { PayAdvisedPeopleService } from './pay-advised-people.service';
import { PayAdvicesService } from './pay-advices.service';
import type { PayListPlace } from './pay-list-view.service';

/** The page on which pay advices are printed: who has one, and since when. */
@Injectable()
export class PayAdvicesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly people: PayAdvisedPeopleService,
    private readonly advices: PayAdvicesService,
  ) {}

  /** @throws DomainError `payouts.unknown` */
  async page(
    visit: PageVisit,
    at: PayListPlace,
    asked: { readonly page?: string | undefined; readonly refused?: FormState } = {},
  ): Promise<PayAdvicesPageProps> {
    const { collectiveId, listId } = at;
    const { kept, shown, people } = await this.people.pageOf(at, asked.page ?? '1');
    const issued = await this.advices.listIssued(collectiveId, listId);
    const listHref = villagePaths(collectiveId).payList(listId);
    const again = people.filter(({ memberId }) => issued.has(memberId));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      ...{ listHref, list: listText(kept.list) },
      ...(mayAdvise(kept.list.state)
        ? {
            action: `${listHref}/advices`,
            slipsHref: withQuery(`${listHref}/slips.pdf`, { page: asked.page ?? '1' }),
          }
        : { action: undefined, slipsHref: undefined }),
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
}
