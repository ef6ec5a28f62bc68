import { Injectable } from '@nestjs/common';
import { capitalFigures } from '../../domain/money/capital-figures';
import { sumFen } from '../../domain/money/fen';
import { readAdviceCode } from '../../domain/payouts/advice-code';
import { isOwedAgain } from '../../domain/payouts/line-results';
import { payListWords } from '../../glossary/payout-words';
import { slipPageWords } from '../../glossary/slip-page-words';
import { Database } from '../../platform/database/database';
import { CollectivesService } from '../collectives/collectives.service';
import { type AdvisedPerson, PayAdvicesService } from '../payouts/pay-advices.service';
import { SlipLinesService } from '../payouts/slip-lines.service';
import { contactsOf, villageHref } from './public-page-props';
import type { PublicSlipPageProps } from './public-slip.pages';
import { SlipMoneyService } from './slip-money.service';

/** What somebody reads whose code is right. Nothing here records who looked. */
export type ReadSlip = Omit<PublicSlipPageProps, 'demo'>;

/** One household's slip, opened by the code on its pay advice. */
@Injectable()
export class PublicSlipsService {
  constructor(
    private readonly database: Database,
    private readonly advices: PayAdvicesService,
    private readonly lines: SlipLinesService,
    private readonly money: SlipMoneyService,
    private readonly collectives: CollectivesService,
  ) {}

  /** The slip of a code; undefined of any other, and of one in whose place there is a newer one. */
  find(typed: string): Promise<ReadSlip | undefined> {
    // What is no code at all is looked for as long as one that nobody has.
    const code = readAdviceCode(typed) ?? '';
    return this.database.inMoment(async () => {
      const found = await this.advices.findByCode(code);
      return found === undefined ? undefined : this.slipFor(found);
    });
  }

  /** What one person has on a list, as he reads it. */
  async slipFor(person: AdvisedPerson): Promise<ReadSlip | undefined> {
    const own = await this.lines.read(person);
    if (own === undefined) return undefined;
    const { collectiveId, memberId } = person;
    const sent = { channel: own.list.channel, sentOn: own.sentOn };
    const debtIds = own.lines.map(({ debtId }) => debtId);
    const stories = await this.money.storiesOf(collectiveId, { memberId, debtIds });
    const { name, contacts } = await this.collectives.requireCollective(collectiveId);
    const amount = sumFen(own.lines.map((line) => line.amount));
    return {
      ...{ village: name, villageHref: villageHref(collectiveId) },
      ...{ list: payListWords.name(own.list), amount, capital: capitalFigures(amount) },
      parts: own.lines.map((line) => ({
        ...{ amount: line.amount, story: stories.get(line.debtId) },
        ...{ state: slipPageWords.state(line, sent), isBack: isOwedAgain(line.state) },
      })),
      contacts: contactsOf(contacts),
    };
  }
}
