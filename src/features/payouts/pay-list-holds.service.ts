import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { heldProblems, type ListedPart, placesPaid } from '../../domain/payouts/listed-parts';
import { partKey } from '../../domain/payouts/payable-parts';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { listText } from '../../glossary/payout-words';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { DebtPaymentsService } from '../ledger/debt-payments.service';
import { LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import type { WrittenLines } from '../ledger/voucher-desk.service';
import { PAY_LIST } from './pay-list-books.service';
import { PayListDebtsService } from './pay-list-debts.service';
import { readLiving } from './pay-lists.store';
import { type BookedFrom, WaitingPaymentsService } from './waiting-payments.service';

/**
 * What stands on lists that are under way is theirs: nothing pays it beside them or takes it from them. What
 * waits for its plan is paid beside them no sooner than by them.
 */
@Injectable()
export class PayListHoldsService {
  constructor(
    private readonly debts: PayListDebtsService,
    private readonly balances: PoolBalancesService,
    private readonly books: LedgerReadService,
    private readonly names: DebtPaymentsService,
    private readonly waiting: WaitingPaymentsService,
  ) {}

  /** Why lines of no list may not pay what they pay: `payouts.inFlight`, `payouts.plan*`. */
  async problemsOf(
    db: EntityManager,
    collectiveId: string,
    { postings, chart, postedOn: day }: WrittenLines,
  ): Promise<Problem[]> {
    const touched = placesPaid(postings, chart);
    if (touched.length === 0) return [];
    const living = [...(await readLiving(db, collectiveId)).values()];
    const listed = living.map(({ line }) => line);
    const accounts = [...new Set(touched.map(({ account }) => account))];
    const found = await Promise.all(
      accounts.map((account) => this.balances.listOwed(db, collectiveId, account)),
    );
    const owed = found.flat();
    const paid = placesPaid(postings, chart, owed);
    if (paid.length === 0) return [];
    const waits = await this.waiting.besideProblems(db, collectiveId, { paid, day, listed, owed });
    if (living.length === 0) return waits;
    const parts = await this.debts.partsOf(db, collectiveId, listed);
    const held = parts.flatMap(({ pool, ledgerAccount, amount }, place): ListedPart[] => {
      const list = living[place]?.list;
      return list === undefined ? [] : [{ pool, ledgerAccount, amount, list: listText(list) }];
    });
    return [...heldProblems(paid, { held, owed }), ...waits];
  }

  /**
   * Asked once a command is booked: refuses it where what waits for its plan, or stands on lists, is owed
   * less by it. @throws FormProblems `payouts.plan*`, `payouts.inFlight`
   */
  async requireStands(tx: EntityManager, collectiveId: string, booked: BookedFrom): Promise<void> {
    const living = [...(await readLiving(tx, collectiveId)).values()];
    const listed = living.map(({ line: { debtId, amount }, list }) => {
      return { debtId, amount, list: listText(list) };
    });
    refuseProblems(await this.waiting.standProblems(tx, collectiveId, { ...booked, listed }));
  }

  /**
   * Refuses to take back what a list pays while it stands on it, a payment of which something came back, and
   * what came back once it is on its way again or paid.
   * @throws DomainError `payouts.debtOnList`, `payouts.cameBack`, `payouts.onListAgain`, `payouts.paidAgain`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const living = await readLiving(tx, collectiveId);
    const on = [...living.values()].find(({ line }) => line.debtId === entryId);
    if (on !== undefined)
      throw new DomainError('payouts.debtOnList', { list: listText(on.list), state: on.list.state });
    const voucher = await this.books.requireEntry(collectiveId, entryId, tx);
    if (voucher.source.kind === PAY_LIST) await this.requirePaymentReversible(tx, collectiveId, voucher);
  }

  private async requirePaymentReversible(
    tx: EntityManager,
    collectiveId: string,
    { entryId }: Voucher,
  ): Promise<void> {
    const all = await this.names.listAll(tx, collectiveId);
    const reversed = new Set(await this.books.listReversedIds(collectiveId, tx));
    const stands = all.filter((part) => !reversed.has(part.entryId));
    const back = stands.find(({ paidEntryId }) => paidEntryId === entryId);
    if (back !== undefined) throw new DomainError('payouts.cameBack', await this.named(tx, back));
    const keyOf = ({ debtEntryId: debtId, partyId: memberId }: (typeof all)[number]): string =>
      partKey({ debtId, memberId });
    const cameBack = new Map(
      all.flatMap((part) =>
        part.entryId === entryId && part.paidEntryId !== null ? [[keyOf(part), part.paidEntryId]] : [],
      ),
    );
    const again = [...(await readLiving(tx, collectiveId))].find(([key]) => cameBack.has(key));
    if (again !== undefined) throw new DomainError('payouts.onListAgain', { list: listText(again[1].list) });
    const paid = stands.find((part) => {
      const before = cameBack.get(keyOf(part));
      return before !== undefined && part.paidEntryId === null && part.entryId !== before;
    });
    if (paid !== undefined) throw new DomainError('payouts.paidAgain', await this.named(tx, paid));
  }

  private async named(
    tx: EntityManager,
    { collectiveId, entryId }: { readonly collectiveId: string; readonly entryId: string },
  ): Promise<{ voucher: string }> {
    const voucher = await this.books.requireEntry(collectiveId, entryId, tx);
    return { voucher: voucherNamedIn(0, voucher) };
  }
}
