import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paidTwice, payListBreaks } from '../../domain/payouts/check-pay-lists';
import { DebtPaymentsService } from '../ledger/debt-payments.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { digestOf, readPayingNobody, readPayLists } from './pay-lists.store';

/** The pass of pay lists: what was frozen stands, each part went where its line says, and once. */
@Injectable()
export class PayListsCheckService extends StepCheck {
  override readonly pass = 'payLists';

  constructor(
    private readonly names: DebtPaymentsService,
    private readonly books: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // A voucher of a list is held against the parts that it names, which are rows.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const lists = await readPayLists(db, collectiveId);
    const parts = await this.names.listAll(db, collectiveId);
    findings.looked += lists.length;
    const payingNobody = await readPayingNobody(db, collectiveId);
    for (const kept of lists) {
      const { id, year, number, digest } = kept.list;
      const facts = { year, number };
      if (digest !== null && digestOf(kept) !== digest) findings.add('check.payListChanged', {}, facts);
      if (payingNobody.has(id)) findings.add('check.payListPayee', {}, facts);
      for (const code of payListBreaks(kept, parts)) findings.add(code, {}, facts);
    }
    const known = new Set(lists.flatMap(({ acts }) => acts.map(({ entryId }) => entryId)));
    const others = [...new Set(parts.map((part) => part.entryId))].filter((entryId) => !known.has(entryId));
    for (const entryId of others)
      if (!(await this.isByHand(db, collectiveId, entryId)))
        findings.add('check.paymentWithoutList', { entryId });
    const reversedOn = await this.books.listReversalDays(collectiveId, db);
    for (const part of paidTwice(lists, reversedOn))
      findings.add('check.partPaidTwice', { entryId: part.slice(0, part.indexOf(':')) });
  }

  /** What somebody wrote names what it pays, too: it is held against its draft. */
  private async isByHand(db: EntityManager, collectiveId: string, entryId: string): Promise<boolean> {
    return (await this.books.requireEntry(collectiveId, entryId, db)).source.kind === 'manual';
  }
}
