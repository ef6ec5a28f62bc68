import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  depositKeptPostings,
  depositReceivedPostings,
  depositReturnedPostings,
} from '../../domain/income/deposit-postings';
import {
  type Deposit,
  DEPOSIT_SOURCE,
  type DepositForm,
  type DepositKind,
  readDeposit,
} from '../../domain/income/lease-deposit';
import { type Fen, sumFen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { Lease } from '../assets/leases.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import type { ReceivableState } from './income-read.service';
import { LeaseDepositEntity } from './lease-deposit.entity';
import { ReceiptsService } from './receipts.service';
import { RentReadService } from './rent-read.service';

/** What happened to a deposit and stands, on the day of its voucher. */
export interface DepositRow {
  /** `opened`: it was here when the books opened. */
  readonly kind: DepositKind | 'opened';
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
  readonly entryId: string;
}

/** A contract's deposit, and what else its tenant owes. */
export interface DepositStanding {
  readonly lease: Lease;
  readonly rows: readonly DepositRow[];
  readonly held: Fen;
  readonly owed: readonly ReceivableState[];
}

/** What is there of a contract's deposit. */
export interface DepositStillHere {
  readonly lease: Lease;
  readonly held: Fen;
}

/** Deposits of contracts: received, given back, or kept against what the tenant owes. */
@Injectable()
export class LeaseDepositsService {
  constructor(
    private readonly database: Database,
    private readonly rents: RentReadService,
    private readonly receipts: ReceiptsService,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
  ) {}

  /** @throws DomainError `lease.unknown` */
  async requireStanding(
    collectiveId: string,
    leaseId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DepositStanding> {
    const { lease } = await this.rents.requireStanding(collectiveId, { leaseId }, db);
    const rows = (await this.listRows(collectiveId, db)).get(leaseId) ?? [];
    const owed = (await this.rents.listOwed(db, collectiveId)).filter(
      (each) => each.counterparty === lease.tenantId && each.outstanding > 0n,
    );
    return { lease, rows, held: sumFen(rows.map(({ amount }) => amount)), owed };
  }

  /**
   * Books what happens to a deposit.
   * @throws FormProblems `deposit.*`, `rent.*`, `money.*`, `form.*`; DomainError `lease.unknown`, `period.*`
   */
  book(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly form: DepositForm },
    command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    const { leaseId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { lease, rows: moves, owed } = await this.requireStanding(collectiveId, leaseId, tx);
        const { pool } = lease.asset;
        const { deposit, problems } = readDeposit(form, { agreed: lease.deposit, moves, pool, owed });
        refuseProblems(problems);
        const due = owed.find(({ id }) => id === deposit.against);
        const of = { lease, deposit, by: command.by };
        const voucher = await (due === undefined
          ? this.move(tx, collectiveId, of)
          : this.keepAgainst(tx, collectiveId, { ...of, due }));
        const { kind, amount, reason } = deposit;
        await insertRecorded(tx, LeaseDepositEntity, {
          ...{ collectiveId, id: newId(), leaseId, kind, reason, entryId: voucher.entryId },
          amount: kind === 'received' ? amount : -amount,
        });
        return { voucher };
      },
      onceOf(command, 'rent.deposit', asked),
    );
  }

  /** Deposits that are still there though their contracts had ended by a day. */
  async listDueBack(
    collectiveId: string,
    on: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<DepositStillHere[]> {
    const rows = await this.listRows(collectiveId, db);
    if (rows.size === 0) return [];
    const all = await this.listHeld(collectiveId, on, db);
    return all.filter(({ lease, held }) => lease.terms.lastOn <= on && held > 0n);
  }

  /** Every contract with what is there of its deposit at the end of a day. */
  async listHeld(
    collectiveId: string,
    on: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<DepositStillHere[]> {
    const rows = await this.listRows(collectiveId, db);
    const contracts = await this.rents.listStanding(collectiveId, on, db);
    return contracts.map(({ lease }) => {
      const own = (rows.get(lease.id) ?? []).filter((row) => row.on <= on);
      return { lease, held: sumFen(own.map(({ amount }) => amount)) };
    });
  }

  private async move(tx: EntityManager, collectiveId: string, of: BookedDeposit): Promise<BookedEntry> {
    const { lease, deposit, by } = of;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const { kind, on: postedOn, attachments } = deposit;
    const postings =
      kind === 'received'
        ? depositReceivedPostings(heldOf(of), roles)
        : depositReturnedPostings(heldOf(of), roles);
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: `rent.deposit.${kind}`,
      ...{ postedOn, statementOn: postedOn, aboutPeriod: monthOf(postedOn), postings, attachments },
      summary: voucherSummaries.deposit(lease.asset.name, kind),
      source: { kind: DEPOSIT_SOURCE, id: lease.id },
      preparedBy: by,
    });
    await this.ledger.requireMoney(tx, collectiveId, { postedOn, postings });
    return voucher;
  }

  private async keepAgainst(
    tx: EntityManager,
    collectiveId: string,
    of: BookedDeposit & { readonly due: ReceivableState },
  ): Promise<BookedEntry> {
    const { due, deposit, by } = of;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const { voucher } = await this.receipts.bookReceipt(tx, collectiveId, {
      ...{ receivedOn: deposit.on, owed: [due], attachments: deposit.attachments, fromAdvance: true, by },
      lines: [{ receivableId: due.id, amount: deposit.amount }],
      moved: depositKeptPostings(heldOf(of), due.assetId, roles),
      told: { event: 'rent.deposit.kept', summary: voucherSummaries.deposit(of.lease.asset.name, 'kept') },
    });
    return voucher;
  }

  /** By contract, what happened to its deposit and was not taken back, in the order of its days. */
  private async listRows(
    collectiveId: string,
    db: EntityManager,
  ): Promise<ReadonlyMap<string, readonly DepositRow[]>> {
    const found = new Map(await this.listOpened(collectiveId, db));
    const rows = await db.find(LeaseDepositEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) return found;
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const standing = rows.filter(({ entryId }) => !reversed.has(entryId));
    const ids = standing.map(({ entryId }) => entryId);
    const days = await this.books.listPostedDays(collectiveId, ids, db);
    for (const { leaseId, kind, amount, reason, entryId } of standing) {
      const row = { kind, amount, reason, entryId, on: days.get(entryId) ?? '' };
      found.set(leaseId, [...(found.get(leaseId) ?? []), row]);
    }
    return found;
  }

  /** What of deposits was here when the books opened, as what happened first. */
  private async listOpened(
    collectiveId: string,
    db: EntityManager,
  ): Promise<[string, readonly DepositRow[]][]> {
    const opened = await this.rents.listOpenedDeposits(collectiveId, db);
    return [...opened].map(([leaseId, { amount, on, entryId }]) => [
      leaseId,
      [{ kind: 'opened', amount, on, reason: '', entryId }],
    ]);
  }
}

/** What is booked of a contract's deposit, and by whom. */
interface BookedDeposit {
  readonly lease: Lease;
  readonly deposit: Deposit;
  readonly by: string;
}

function heldOf({ lease, deposit: { amount } }: BookedDeposit) {
  return { amount, pool: lease.asset.pool, counterparty: lease.tenantId };
}
