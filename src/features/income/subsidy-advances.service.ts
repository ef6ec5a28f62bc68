import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import {
  type AdvanceMovement,
  type AdvanceRoom,
  advanceRoom,
  advanceRoomProblems,
} from '../../domain/income/advance-room';
import {
  type AdvanceLine,
  type AdvanceStanding,
  readSubsidyAdvance,
  readSubsidyRepayment,
  repaidOnReceipt,
  repayable,
  SUBSIDY_ADVANCE,
  subsidyAdvancedPostings,
  type SubsidyAdvanceForm,
  subsidyRepaidPostings,
  type SubsidyRepaymentForm,
} from '../../domain/income/subsidy-advance';
import type { Posting } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { subsidyWords } from '../../glossary/subsidy-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { SubsidyAdvanceEntity } from './subsidy-advance.entity';

/** Money somebody advanced, as it stands. */
export interface SubsidyAdvanceState extends AdvanceStanding {
  readonly lender: string;
  readonly counterparty: string;
  readonly paper: string;
  /** Why parts of it went back ahead of the subsidy. */
  readonly reasons: readonly string[];
  readonly entryId: string;
  /** What of it is to go back now: the subsidy has come. */
  readonly due: Fen;
}

/** Money that others advanced until the state's subsidy comes: owed, and paid back when it does. */
@Injectable()
export class SubsidyAdvancesService {
  constructor(
    private readonly database: Database,
    private readonly reading: IncomeReadService,
    private readonly books: LedgerReadService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Every advance that stands, oldest first.
   * @param day by which the subsidy that came is counted towards paying back
   */
  async listAdvances(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<SubsidyAdvanceState[]> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const all = await db.find(SubsidyAdvanceEntity, {
      where: { collectiveId },
      order: { movedOn: 'ASC', id: 'ASC' },
    });
    const rows = all.filter(({ entryId }) => !reversed.has(entryId));
    if (rows.length === 0) return [];
    const names = await this.books.listCounterparties(collectiveId, db);
    const standing = rows.filter(({ id, advanceId }) => id === advanceId).map((row) => standingOf(row, rows));
    const due = repayable(standing, await this.listCame(collectiveId, db), day);
    return standing.map((advance) => ({
      ...advance,
      lender: names.nameOf(advance.counterparty),
      due: due.get(advance.id) ?? 0n,
    }));
  }

  /** How much may be advanced on a day. */
  async roomOn(collectiveId: string, day: CalendarDay): Promise<AdvanceRoom> {
    const { subsidy, moved } = await this.readRoom(this.database.reader, collectiveId);
    return advanceRoom(subsidy, moved, day);
  }

  /** What a keeper waits for is his owners': whoever borrows on it is the owner, and only once. */
  private async readRoom(
    db: EntityManager,
    collectiveId: string,
  ): Promise<{ subsidy: ReceivableState[]; moved: AdvanceMovement[] }> {
    const owed = await this.reading.listReceivables(collectiveId, db);
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const rows = await db.findBy(SubsidyAdvanceEntity, { collectiveId });
    return {
      subsidy: owed.filter((each) => each.stream === 'subsidy' && each.pool === 'pv' && !each.forOwners),
      moved: rows
        .filter(({ entryId }) => !reversed.has(entryId))
        .map(({ movedOn: on, amount }) => ({ on, amount })),
    };
  }

  /**
   * Books money that came ahead of the subsidy.
   * @throws FormProblems `subsidy.advanceAboveOwed`, `money.*`; DomainError `period.*`
   */
  recordAdvance(
    collectiveId: string,
    form: SubsidyAdvanceForm,
    command: Command,
  ): Promise<{ readonly id: string; readonly voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { advance, problems } = readSubsidyAdvance(form);
        refuseProblems(problems);
        const { subsidy, moved } = await this.readRoom(tx, collectiveId);
        refuseProblems(advanceRoomProblems(advance, subsidy, moved));
        const payers = await this.ledger.registerCounterparties(tx, collectiveId, [advance.lender]);
        const line: AdvanceLine = {
          ...{ amount: advance.amount, pool: 'pv', counterparty: payers.idOf(advance.lender) },
        };
        const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
        const id = newId();
        const voucher = await this.book(tx, collectiveId, {
          ...{ id, on: advance.on, attachments: advance.attachments, by: command.by },
          summary: subsidyWords.advancedSummary,
          postings: subsidyAdvancedPostings(line, roles),
        });
        await insertRecorded(tx, SubsidyAdvanceEntity, {
          ...{ ...line, collectiveId, id, advanceId: id, movedOn: advance.on, paper: advance.paper },
          entryId: voucher.entryId,
        });
        return { id, voucher };
      },
      onceOf(command, 'income.subsidyAdvance', form),
    );
  }

  /**
   * Pays back a part of an advance, or what is left of it.
   * @throws FormProblems `subsidy.*`, `money.*`; DomainError `subsidy.advanceUnknown`, `period.*`
   */
  repay(
    collectiveId: string,
    asked: { readonly advanceId: string; readonly form: SubsidyRepaymentForm },
    command: Command,
  ): Promise<{ readonly voucher: BookedEntry }> {
    const { advanceId, form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await this.listAdvances(collectiveId, form.repaidOn, tx);
        const advance = all.find(({ id }) => id === advanceId);
        if (advance === undefined) throw new DomainError('subsidy.advanceUnknown');
        const { repayment, problems } = readSubsidyRepayment(form, advance);
        refuseProblems(problems);
        const { pool, counterparty } = advance;
        const line: AdvanceLine = { amount: repayment.amount, pool, counterparty };
        const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
        const postings = subsidyRepaidPostings(line, roles);
        const voucher = await this.book(tx, collectiveId, {
          ...{
            id: advanceId,
            on: repayment.on,
            attachments: repayment.attachments,
            by: command.by,
            postings,
          },
          summary: subsidyWords.repaidSummary,
        });
        await this.ledger.requireMoney(tx, collectiveId, { postedOn: repayment.on, postings });
        await insertRecorded(tx, SubsidyAdvanceEntity, {
          ...{ ...line, amount: -line.amount, collectiveId, id: newId(), advanceId, movedOn: repayment.on },
          ...{ paper: repayment.reason, entryId: voucher.entryId },
        });
        return { voucher };
      },
      onceOf(command, 'income.subsidyRepayment', asked),
    );
  }

  /** @throws DomainError `subsidy.advanceUnknown` */
  async requireAdvance(
    collectiveId: string,
    advanceId: string,
    db: EntityManager = this.database.reader,
  ): Promise<SubsidyAdvanceState> {
    const all = await this.listAdvances(collectiveId, LAST_DAY, db);
    const advance = all.find(({ id }) => id === advanceId);
    if (advance === undefined) throw new DomainError('subsidy.advanceUnknown');
    return advance;
  }

  /**
   * An advance of which a part went back stays, and so does subsidy that went on to a lender: what he got is
   * taken back first.
   * @throws DomainError `subsidy.advanceRepaid`, `subsidy.receiptRepaid`
   */
  async requireReversible(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const row = await tx.findOneBy(SubsidyAdvanceEntity, { collectiveId, entryId });
    if (row === null) return this.requireNotPassedOn(tx, collectiveId, entryId);
    if (row.id !== row.advanceId) return;
    const reversed = await this.books.listReversedIds(collectiveId, tx);
    const rows = await tx.findBy(SubsidyAdvanceEntity, { collectiveId, advanceId: row.id });
    const repaid = rows.some((each) => each.id !== row.id && !reversed.has(each.entryId));
    if (repaid) throw new DomainError('subsidy.advanceRepaid');
  }

  private async requireNotPassedOn(tx: EntityManager, collectiveId: string, entryId: string): Promise<void> {
    const advances = await this.listAdvances(collectiveId, LAST_DAY, tx);
    if (advances.every(({ repaid }) => repaid === 0n)) return;
    const all = await this.listCame(collectiveId, tx);
    const without = all.filter((each) => each.entryId !== entryId);
    const amount = without.length === all.length ? 0n : repaidOnReceipt(advances, { all, without });
    if (amount > 0n) throw new DomainError('subsidy.receiptRepaid', { amount });
  }

  private book(
    tx: EntityManager,
    collectiveId: string,
    booked: {
      readonly id: string;
      readonly on: CalendarDay;
      readonly attachments: number;
      readonly by: string;
      readonly summary: string;
      readonly postings: readonly Posting[];
    },
  ): Promise<BookedEntry> {
    const { id, on, attachments, by, summary, postings } = booked;
    return this.ledger.post(tx, collectiveId, {
      event: 'income.subsidyAdvance',
      ...{ postedOn: on, statementOn: on, aboutPeriod: monthOf(on), attachments, summary, postings },
      source: { kind: SUBSIDY_ADVANCE, id },
      preparedBy: by,
    });
  }

  private async listCame(collectiveId: string, db: EntityManager) {
    const owed = await this.reading.listReceivables(collectiveId, db);
    return owed
      .filter(({ stream }) => stream === 'subsidy')
      .flatMap(({ pool, receipts }) =>
        receipts.map(({ receivedOn: on, amount, entryId }) => ({ pool, on, amount, entryId })),
      );
  }
}

const LAST_DAY = '9999-12-31';

function standingOf(
  row: SubsidyAdvanceEntity,
  rows: readonly SubsidyAdvanceEntity[],
): Omit<SubsidyAdvanceState, 'lender' | 'due'> {
  const { id, movedOn: on, pool, amount, counterparty, paper, entryId } = row;
  const back = rows.filter((each) => each.advanceId === id && each.id !== id);
  return {
    ...{ id, on, pool, amount, counterparty, paper, entryId },
    repaid: -sumFen(back.map((each) => each.amount)),
    reasons: back.map((each) => each.paper).filter((reason) => reason !== ''),
  };
}
