import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import type { PayChannel } from '../../domain/payouts/pay-list';
import { confirmedPostings, sentBackPostings } from '../../domain/payouts/postings';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { payoutSummaries } from '../../glossary/payout-words';
import { DebtPaymentsService } from '../ledger/debt-payments.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { PayListDebtsService } from './pay-list-debts.service';
import type { PayListEntity, PayListLineEntity } from './pay-list.entity';

/** The source of every voucher of a list. */
export const PAY_LIST = 'payList';

/** What the bank did with lines of a list, on its day. */
interface Banked {
  readonly list: PayListEntity;
  readonly lines: readonly PayListLineEntity[];
  readonly on: CalendarDay;
  readonly by: string;
}

/** Books what the bank did with the lines of a list, each part by name. */
@Injectable()
export class PayListBooksService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly debts: PayListDebtsService,
    private readonly names: DebtPaymentsService,
  ) {}

  /** One voucher for what was paid on a day. @throws DomainError `period.*`; FormProblems `money.*` */
  async confirm(tx: EntityManager, collectiveId: string, banked: Banked): Promise<BookedEntry> {
    const { list, lines, on } = banked;
    const parts = await this.debts.partsOf(tx, collectiveId, lines);
    const named = confirmedPostings(parts, await this.moneyOf(tx, collectiveId, list.channel));
    const booked = await this.book(tx, collectiveId, { banked, named, event: 'payouts.confirmed' });
    await this.ledger.requireMoney(tx, collectiveId, { postedOn: on, postings: named.postings });
    return booked;
  }

  /**
   * One voucher for lines that came back after they had been paid.
   * @param paidBy the voucher that paid each, by the line's number
   * @throws DomainError `payouts.paymentReversed`
   */
  async giveBack(
    tx: EntityManager,
    collectiveId: string,
    banked: Banked & { readonly paidBy: ReadonlyMap<number, string> },
  ): Promise<BookedEntry> {
    const { list, lines, paidBy } = banked;
    for (const entryId of new Set(lines.map(({ number }) => paidBy.get(number) ?? ''))) {
      const { reversedById } = await this.books.requireEntry(collectiveId, entryId, tx);
      if (reversedById !== undefined) throw new DomainError('payouts.paymentReversed');
    }
    const parts = (await this.debts.partsOf(tx, collectiveId, lines)).map((part, index) => {
      const entryId = paidBy.get(lines[index]?.number ?? 0);
      invariant(entryId !== undefined, 'a line that was paid has its voucher');
      return { ...part, paidBy: entryId };
    });
    const named = sentBackPostings(parts, await this.moneyOf(tx, collectiveId, list.channel));
    return this.book(tx, collectiveId, { banked, named, event: 'payouts.sentBack' });
  }

  /** Refuses a list for which there is not the money today. @throws FormProblems `money.*Short` */
  async requireMoney(
    tx: EntityManager,
    collectiveId: string,
    { list, lines, on }: Omit<Banked, 'by'>,
  ): Promise<void> {
    const parts = await this.debts.partsOf(tx, collectiveId, lines);
    const { postings } = confirmedPostings(parts, await this.moneyOf(tx, collectiveId, list.channel));
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    refuseProblems(
      await this.names.shortProblems(tx, collectiveId, { entry: { postedOn: on, postings }, chart }),
    );
  }

  private async moneyOf(tx: EntityManager, collectiveId: string, channel: PayChannel): Promise<string> {
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    return channel === 'cash' ? roles.cash : roles.bank;
  }

  private async book(
    tx: EntityManager,
    collectiveId: string,
    {
      banked: { list, lines, on, by },
      named: { postings, parts },
      event,
    }: {
      readonly banked: Banked;
      readonly named: ReturnType<typeof confirmedPostings>;
      readonly event: 'payouts.confirmed' | 'payouts.sentBack';
    },
  ): Promise<BookedEntry> {
    const name = { year: list.year, number: list.number, people: lines.length };
    const isBack = event === 'payouts.sentBack';
    const booked = await this.ledger.post(tx, collectiveId, {
      ...{ event, postings, preparedBy: by, postedOn: on, statementOn: on, aboutPeriod: monthOf(on) },
      summary: isBack ? payoutSummaries.sentBack(name) : payoutSummaries.confirmed(name),
      source: { kind: PAY_LIST, id: list.id },
      attachments: 1,
    });
    await this.names.keep(tx, collectiveId, { entryId: booked.entryId, parts });
    return booked;
  }
}
