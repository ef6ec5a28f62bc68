import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paymentResultsNotice } from '../../domain/notices/payment-results';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { payListWords } from '../../glossary/payout-words';
import { SentListsService } from '../payouts/sent-lists.service';
import { ReportSource, type ReportSubject } from './report-source';

/** What went to the bank in some days, what reached people and what came back. */
@Injectable()
export class PaymentResultsService extends ReportSource {
  override readonly sheet = 'payment-results';

  constructor(private readonly lists: SentListsService) {
    super();
  }

  override async figuresOf(
    { collectiveId, periodFrom: from, periodTo: to }: ReportSubject,
    db: EntityManager,
  ): Promise<ReportFigures> {
    const lists = await this.lists.listSent(db, collectiveId);
    const named = lists.map((list) => ({ ...list, name: payListWords.name(list) }));
    return paymentResultsNotice(named, { from, to });
  }
}
