import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import {
  type AdvanceMove,
  type AdvanceReturn,
  type AdvanceReturnForm,
  freeAdvance,
  LEASE_SOURCE,
  readAdvanceReturn,
} from '../../domain/income/rent-advance';
import { advanceMovedPostings, advanceReturnedPostings } from '../../domain/income/rent-postings';
import type { Fen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import type { ReceivableState } from './income-read.service';
import { ReceiptsService } from './receipts.service';
import { RentAdvanceEntity } from './rent-advance.entity';
import { type LeaseStanding, RentReadService } from './rent-read.service';

/** What of a contract's advance no due takes any more, and what else the tenant owes. */
export interface FreeAdvance {
  readonly standing: LeaseStanding;
  readonly free: Fen;
  readonly owed: readonly ReceivableState[];
}

/** Rent kept ahead that no due takes any more: paid back, or kept against something else the tenant owes. */
@Injectable()
export class RentAdvancesService {
  constructor(
    private readonly database: Database,
    private readonly rents: RentReadService,
    private readonly receipts: ReceiptsService,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
  ) {}

  /** @throws DomainError `lease.unknown` */
  async requireFree(
    collectiveId: string,
    leaseId: string,
    db: EntityManager = this.database.reader,
  ): Promise<FreeAdvance> {
    const standing = await this.rents.requireStanding(collectiveId, { leaseId }, db);
    const owed = (await this.rents.listOwed(db, collectiveId)).filter(
      (each) => each.counterparty === standing.lease.tenantId && each.outstanding > 0n,
    );
    return { standing, free: freeAdvance(standing.advance, standing.dues), owed };
  }

  /**
   * Gives rent back that was kept ahead and that no due takes any more.
   * @throws FormProblems `rent.*`, `money.*`, `form.*`; DomainError `lease.unknown`, `period.*`
   */
  giveBack(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly form: AdvanceReturnForm },
    command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    const { leaseId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { standing, free, owed } = await this.requireFree(collectiveId, leaseId, tx);
        const { pool } = standing.lease.asset;
        const moves = await this.listMoves(tx, collectiveId, standing);
        const { given, problems } = readAdvanceReturn(form, { free, moves, pool, owed });
        refuseProblems(problems);
        const due = owed.find(({ id }) => id === given.against);
        const back = { standing, given, by: command.by };
        const voucher = await (due === undefined
          ? this.payBack(tx, collectiveId, back)
          : this.keepAgainst(tx, collectiveId, { ...back, due }));
        await insertRecorded(tx, RentAdvanceEntity, {
          ...{ collectiveId, id: newId(), leaseId, amount: -given.amount, entryId: voucher.entryId },
        });
        return { voucher };
      },
      onceOf(command, 'rent.giveBack', asked),
    );
  }

  private async payBack(tx: EntityManager, collectiveId: string, back: GivenBack): Promise<BookedEntry> {
    const { standing, given } = back;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const postings = advanceReturnedPostings(advanceOf(back), roles);
    const { returnedOn: postedOn, attachments } = given;
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'rent.advanceReturned',
      ...{ postedOn, statementOn: postedOn, aboutPeriod: monthOf(postedOn), postings, attachments },
      summary: voucherSummaries.advanceReturned(standing.lease.asset.name),
      source: { kind: LEASE_SOURCE, id: standing.lease.id },
      preparedBy: back.by,
    });
    await this.ledger.requireMoney(tx, collectiveId, { postedOn, postings });
    return voucher;
  }

  private async keepAgainst(
    tx: EntityManager,
    collectiveId: string,
    back: GivenBack & { readonly due: ReceivableState },
  ): Promise<BookedEntry> {
    const { due, given, by } = back;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const { voucher } = await this.receipts.bookReceipt(tx, collectiveId, {
      ...{ receivedOn: given.returnedOn, owed: [due], attachments: given.attachments, fromAdvance: true, by },
      lines: [{ receivableId: due.id, amount: given.amount }],
      moved: advanceMovedPostings(advanceOf(back), due.assetId, roles),
    });
    return voucher;
  }

  /** What was kept at the opening, and the contract's rows that stand, each on the day of its voucher. */
  private async listMoves(
    tx: EntityManager,
    collectiveId: string,
    { lease: { id: leaseId }, opened }: LeaseStanding,
  ): Promise<AdvanceMove[]> {
    const reversed = await this.books.listReversedIds(collectiveId, tx);
    const rows = await tx.findBy(RentAdvanceEntity, { collectiveId, leaseId });
    const standing = rows.filter(({ entryId }) => !reversed.has(entryId));
    const days = await this.books.listPostedDays(
      collectiveId,
      standing.map(({ entryId }) => entryId),
      tx,
    );
    const moved = standing.map(({ entryId, amount }) => ({ on: days.get(entryId) ?? '', amount }));
    return [{ on: opened.openedOn, amount: opened.advance }, ...moved];
  }
}

/** Rent on its way back. */
interface GivenBack {
  readonly standing: LeaseStanding;
  readonly given: AdvanceReturn;
  readonly by: string;
}

function advanceOf({ standing: { lease }, given: { amount } }: GivenBack) {
  const { pool, id: assetId } = lease.asset;
  return { amount, pool, assetId, counterparty: lease.tenantId };
}
