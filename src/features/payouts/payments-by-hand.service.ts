import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { POOLS } from '../../domain/ledger/manual-lines';
import { namedParts, namedProblems, namingNothing } from '../../domain/payouts/named-payments';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { DebtPaymentsService } from '../ledger/debt-payments.service';
import type { NameableDebt, WrittenLines } from '../ledger/voucher-desk.service';
import { PayableDebtsService } from './payable-debts.service';
import { PayListHoldsService } from './pay-list-holds.service';
import { type BookedFrom, WaitingPaymentsService } from './waiting-payments.service';

/**
 * What people pay by a voucher of their own. A line that says what it pays pays just that; one that does not
 * pays the oldest, as the books trace it.
 */
@Injectable()
export class PaymentsByHandService {
  constructor(
    private readonly database: Database,
    private readonly holds: PayListHoldsService,
    private readonly debts: PayableDebtsService,
    private readonly waiting: WaitingPaymentsService,
    private readonly names: DebtPaymentsService,
  ) {}

  /** Why lines may not pay what they pay: `payouts.inFlight`, `payouts.plan*`, `voucher.pays*`. */
  async problemsOf(db: EntityManager, collectiveId: string, written: WrittenLines): Promise<Problem[]> {
    const { pays = [], postings, postedOn, chart } = written;
    const others = { ...written, postings: namingNothing({ postings, pays }) };
    const problems = await this.holds.problemsOf(db, collectiveId, others);
    if (pays.length === 0) return problems;
    const debts = await this.debtsOf(db, collectiveId, written);
    const debtIds = pays.map(({ debtId }) => debtId);
    return [
      ...problems,
      ...namedProblems({ postings, pays, postedOn }, debts, chart),
      ...(await this.waiting.namedProblems(db, collectiveId, { debtIds, day: postedOn })),
    ];
  }

  /** Those of these vouchers that a payment may name: what is open of each, and whether only as a whole. */
  async listNameable(collectiveId: string, entryIds: readonly string[]): Promise<NameableDebt[]> {
    if (entryIds.length === 0) return [];
    const { reader } = this.database;
    const debts = await this.debts.read(reader, collectiveId, { entryIds, pools: POOLS });
    return [...debts.values()].flatMap(({ entryId, open, people, voucher }) => {
      if (people === undefined) return [];
      return [{ entryId, open, isWholeOnly: people.length > 0, voucher }];
    });
  }

  /** Keeps with a voucher just booked what its lines pay, person by person where a list says whose it is. */
  async keepNamed(
    tx: EntityManager,
    collectiveId: string,
    { entryId, written }: { readonly entryId: string; readonly written: WrittenLines },
  ): Promise<void> {
    const { pays = [], postings } = written;
    if (pays.length === 0) return;
    const debts = await this.debtsOf(tx, collectiveId, written);
    const parts = namedParts({ postings, pays }, debts);
    await this.names.keep(tx, collectiveId, { entryId, parts });
  }

  /** @throws FormProblems as {@link PayListHoldsService.requireStands} */
  requireStands(tx: EntityManager, collectiveId: string, booked: BookedFrom): Promise<void> {
    return this.holds.requireStands(tx, collectiveId, booked);
  }

  private debtsOf(db: EntityManager, collectiveId: string, { pays = [], postings }: WrittenLines) {
    const entryIds = pays.map(({ debtId }) => debtId);
    const pools = [...new Set(postings.map(({ pool }) => pool))];
    return this.debts.read(db, collectiveId, { entryIds, pools });
  }
}
