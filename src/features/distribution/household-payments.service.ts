import { Injectable } from '@nestjs/common';
import type { Fen } from '../../domain/money/fen';
import { groupedBy } from '../../domain/shared/grouped';
import { paymentEvents } from '../../domain/uses/payment-events';
import { surePayments } from '../../domain/uses/sure-payments';
import { type PaidPeople, paidToHouseholds } from '../../domain/uses/paid-to-households';
import { type LivedInYear, PaidToHouseholds } from '../collectives/paid-to-households.service';
import { ManyBooksService } from '../ledger/many-books.service';
import { ManyUsesService } from '../uses/many-uses.service';

/** What was paid to households, by the lists and by the dividends of their village. */
@Injectable()
export class HouseholdPaymentsService extends PaidToHouseholds {
  constructor(
    private readonly uses: ManyUsesService,
    private readonly books: ManyBooksService,
  ) {
    super();
  }

  override async listPaid(
    collectiveId: string,
    years: readonly LivedInYear[],
  ): Promise<ReadonlyMap<number, ReadonlyMap<string, Fen>>> {
    const paid = await this.paidPeople(collectiveId);
    return new Map(years.map((each) => [each.year, paidToHouseholds(paid, each)]));
  }

  private async paidPeople(collectiveId: string): Promise<PaidPeople> {
    const shares = await this.books.listSharesPaid(collectiveId);
    const accepted = await this.uses.listAccepted([collectiveId]);
    if (accepted.length === 0) return { lists: [], shares };
    const peopleOf = groupedBy(accepted, ({ entryId }) => entryId);
    const pools = (await this.books.listTraced([collectiveId])).get(collectiveId) ?? [];
    const lists = pools.flatMap((lines) =>
      [...paymentEvents(lines).values()].flatMap(
        (events) => surePayments(events, (entryId) => peopleOf.get(entryId) ?? []).together,
      ),
    );
    return { lists, shares };
  }
}
