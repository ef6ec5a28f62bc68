import { Injectable } from '@nestjs/common';
import { mayAdvise } from '../../domain/payouts/pay-list';
import { DomainError } from '../../domain/shared/domain-error';
import { wallName } from '../../domain/shared/masked';
import { payListWords } from '../../glossary/payout-words';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { formOptions } from '../../platform/papers/form-options';
import { type FormPaper, renderForms } from '../../platform/papers/paper-form';
import { paperTemplate } from '../../platform/papers/paper-template';
import { PayAdvisedPeopleService } from '../payouts/pay-advised-people.service';
import { HOUSEHOLD_SLIP, householdSlip } from './household-slip-paper';
import { PublicSlipsService } from './public-slips.service';

/** Whose slips are printed: a list, and the page of its people as the office reads them. */
export interface SlipsAsked {
  readonly collectiveId: string;
  readonly listId: string;
  readonly page: string;
}

/** The slips of the households on a list, printed for whoever has no telephone. No code stands on them. */
@Injectable()
export class HouseholdSlipsService {
  constructor(
    private readonly people: PayAdvisedPeopleService,
    private readonly slips: PublicSlipsService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** @throws DomainError `payouts.unknown`, `payAdvice.notSent`, `payAdvice.nobody` */
  async print({ collectiveId, listId, page }: SlipsAsked): Promise<Buffer> {
    const { say } = paperTemplate(HOUSEHOLD_SLIP);
    const { kept, people } = await this.people.pageOf({ collectiveId, listId }, page);
    if (!mayAdvise(kept.list.state)) throw new DomainError('payAdvice.notSent');
    const forms: FormPaper[] = [];
    let village = '';
    for (const { memberId, household, name } of people) {
      const slip = await this.slips.slipFor({ collectiveId, listId, memberId });
      if (slip === undefined) continue;
      village = slip.village;
      forms.push(householdSlip({ household, name: wallName(name) }, slip));
    }
    if (forms.length === 0) throw new DomainError('payAdvice.nobody');
    const options = formOptions(this.configuration, this.clock, {
      ...{ title: `${payListWords.name(kept.list)} ${say('title')}`, author: village },
      pageText: (number, pages) => say('page', { page: number, pages }),
    });
    return renderForms(forms, options);
  }
}
