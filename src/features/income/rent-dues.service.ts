import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { paymentsBetween, readRentPayment, type RentPaymentForm } from '../../domain/income/read-rent';
import type { NatureForm } from '../../domain/income/income-nature';
import { readIncomeDue } from '../../domain/income/rent';
import type { StatedTaxForm } from '../../domain/shared/stated-tax';
import {
  aheadTaxProblems,
  type BookableDue,
  isWanted,
  leftProblems,
  rentStream,
  requireBookable,
  waivedProblems,
} from '../../domain/income/rent-states';
import { owedSince } from '../../domain/income/unbooked-rent';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { toPutRight } from '../../platform/database/put-right';
import { newId } from '../../platform/ids/new-id';
import { IncomeGroundService } from './income-ground.service';
import { IncomeService, type RecordedIncome } from './income.service';
import { RECEIVED, ReceiptsService } from './receipts.service';
import { RentAdvanceEntity } from './rent-advance.entity';
import { RentBookingEntity } from './rent-booking.entity';
import { type LeaseStanding, RentReadService } from './rent-read.service';

/** When a due of a contract is booked, with how many papers, and what its paper says of tax. */
export interface BookDueForm extends StatedTaxForm {
  readonly postedOn: string;
  readonly attachments: string;
  /** Ticked where it is not blank: it is paid from rent that was received ahead. */
  readonly fromAdvance: string;
  /** Why the same sum under another kind of income is another one; blank where none is. */
  readonly twiceReason?: string;
  /** `yes` where tax comes on top of rent that was received ahead with its tax in it. */
  readonly taxOnTop?: string;
  /** What the document in force calls it, and why a line of it is not followed; blank where nothing is. */
  readonly incomeKind?: string;
  readonly incomeReason?: string;
}

/** Rent as contracts make it due: booked once, received for one year or several. */
@Injectable()
export class RentDuesService {
  constructor(
    private readonly database: Database,
    private readonly rents: RentReadService,
    private readonly income: IncomeService,
    private readonly receipts: ReceiptsService,
    private readonly ground: IncomeGroundService,
  ) {}

  /**
   * Books a due as income, as its contract reckons it; from rent received ahead where that is asked.
   * @throws FormProblems `rent.*`, `income.*`, `form.*`; DomainError `lease.unknown`, `rent.noSuchDue`
   */
  bookDue(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly from: CalendarDay; readonly form: BookDueForm },
    command: Command,
  ): Promise<RecordedIncome> {
    const { form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await this.rents.requireStanding(collectiveId, asked, tx);
        const due = requireBookable(standing.dues, asked.from);
        refuseProblems([...leftProblems([due], standing.lease.asset, 'postedOn'), ...waivedProblems(due)]);
        const isEarly = form.postedOn < due.bookableFrom;
        const facts = { from: due.bookableFrom };
        if (isEarly) {
          refuseProblems([{ code: 'rent.notYetDue', field: 'postedOn', value: form.postedOn, facts }]);
        }
        const { postedOn, attachments } = form;
        const booking = { standing, due, postedOn, attachments, typed: form, by: command.by };
        const booked = await this.book(tx, collectiveId, booking);
        const isAhead = form.fromAdvance.trim() !== '';
        const amount = standing.advance < due.amount ? standing.advance : due.amount;
        const { entryId } = booked.voucher;
        if (isAhead) await this.payFromAdvance(tx, collectiveId, { ...booking, entryId, amount });
        return booked;
      },
      onceOf(command, 'rent.book', asked),
    );
  }

  /**
   * Books what a tenant pays for one payment of the contract or several: what is of this year falls due with
   * it and is received, what is of later years is kept until their time has come.
   * @throws FormProblems `rent.*`, `form.*`, `money.*`; DomainError `lease.unknown`
   */
  receivePayment(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly form: RentPaymentForm },
    command: Command,
  ): Promise<RecordedIncome> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await this.rents.requireStanding(collectiveId, asked, tx);
        const outstanding = await this.rents.outstandingByEntry(collectiveId, tx);
        refuseProblems(paidAfterAsset(standing, asked.form));
        const { payment, problems } = readRentPayment(asked.form, { dues: standing.dues, outstanding });
        refuseProblems(problems);
        const { receivedOn: postedOn, attachments } = payment;
        const lines: EntryPart[] = [];
        for (const line of payment.lines) {
          const { twiceReason = '', taxBasis, taxPercent } = asked.form;
          const typed = { twiceReason, taxBasis, taxPercent };
          const booking = { standing, postedOn, attachments: '', typed, by: command.by };
          const entryId =
            'due' in line
              ? await this.fallDue(tx, collectiveId, { ...booking, due: line.due })
              : line.entryId;
          lines.push({ entryId, amount: line.amount });
        }
        const ahead = payment.ahead + payment.left;
        const paid = {
          receivedOn: postedOn,
          attachments,
          lines,
          ahead,
          reason: payment.reason,
          by: command.by,
        };
        return this.receive(tx, collectiveId, { standing, ...paid });
      },
      onceOf(command, 'rent.receive', asked),
    );
  }

  /** Books a due with the money that came for it; what was kept for it pays its part. */
  private async fallDue(tx: EntityManager, collectiveId: string, booking: Booking): Promise<string> {
    const { entryId } = (await this.book(tx, collectiveId, booking)).voucher;
    const used = { ...booking, entryId, amount: booking.due.paidAhead };
    if (used.amount > 0n) await this.payFromAdvance(tx, collectiveId, used);
    return entryId;
  }

  private async book(tx: EntityManager, collectiveId: string, booking: Booking): Promise<RecordedIncome> {
    const { standing, due, postedOn, attachments, typed, by } = booking;
    const { lease, byHand, otherNames } = standing;
    const { asset } = lease;
    const stream = rentStream(lease);
    const covered = [...byHand.map((each) => ({ ...each, stream, payer: lease.tenant })), ...otherNames];
    const booked = await this.rents.listOwedDues(collectiveId, standing.dues, tx);
    refuseProblems(aheadTaxProblems(due, typed, booked));
    const read = readIncomeDue(
      {
        ...{ stream, payer: lease.tenant, coversFrom: due.from, coversTo: due.to },
        ...{ amount: plainYuan(due.amount), dueOn: owedSince(due, standing.dues), postedOn, attachments },
        ...taxSaid(typed),
        twiceReason: typed.twiceReason ?? '',
      },
      { kind: asset.kind, acquiredOn: asset.acquiredOn, covered },
    );
    refuseProblems(read.problems.map(askedBeside));
    const nature = await this.natureOf(tx, collectiveId, booking);
    // Booked again by its contract, it is the same fact: it counts where it did before.
    const own = { collectiveId, leaseId: lease.id, coversFrom: due.from };
    const isSaid = toPutRight(tx) !== undefined;
    const corrects = isSaid ? undefined : await this.rents.findReplaced(tx, own);
    const income = { due: read.due, asset, nature, by, corrects };
    const recorded = await this.income.bookDue(tx, collectiveId, income);
    await insertRecorded(tx, RentBookingEntity, {
      ...{ collectiveId, id: recorded.id, leaseId: lease.id, coversFrom: due.from, coversTo: due.to },
      ...{ amount: due.amount, entryId: recorded.voucher.entryId },
    });
    return recorded;
  }

  /** What the document calls it: as typed, else as the last rent of the contract was called. */
  private async natureOf(tx: EntityManager, collectiveId: string, booking: Booking) {
    const { standing, due, postedOn: day, typed } = booking;
    const { id: leaseId, asset } = standing.lease;
    const rows = await tx.findBy(RentBookingEntity, { collectiveId, leaseId });
    const earlier = rows.map(({ id }) => id);
    const income = { asset, day, amount: due.amount, typed, earlier };
    const { nature, problems } = await this.ground.natureOf(tx, collectiveId, income);
    refuseProblems(problems);
    return nature;
  }

  /** What was received ahead pays so much of the due. */
  private async payFromAdvance(
    tx: EntityManager,
    collectiveId: string,
    paid: Booking & { readonly entryId: string; readonly amount: Fen },
  ): Promise<void> {
    const { standing, postedOn, amount, by } = paid;
    if (amount <= 0n) refuseProblems([{ code: 'rent.noAdvance', field: 'fromAdvance' }]);
    const owed = await this.rents.listOwed(tx, collectiveId);
    const lines = owed
      .filter((each) => each.entryId === paid.entryId)
      .map(({ id }) => ({ receivableId: id, amount }));
    const receipt = { receivedOn: postedOn, lines, owed, attachments: 1, fromAdvance: true, by };
    const { voucher } = await this.receipts.bookReceipt(tx, collectiveId, receipt);
    await keepAdvance(tx, collectiveId, {
      ...{ leaseId: standing.lease.id, amount: -amount, entryId: voucher.entryId },
    });
  }

  private async receive(tx: EntityManager, collectiveId: string, paid: Paid): Promise<RecordedIncome> {
    const { standing, receivedOn, attachments, ahead, reason, by } = paid;
    const { asset, tenantId: counterparty, id: leaseId } = standing.lease;
    const owed = await this.rents.listOwed(tx, collectiveId);
    const lines = paid.lines.flatMap(({ entryId, amount }) =>
      owed.filter((each) => each.entryId === entryId).map(({ id }) => ({ receivableId: id, amount })),
    );
    const kept =
      ahead > 0n ? { amount: ahead, pool: asset.pool, assetId: asset.id, counterparty } : undefined;
    const told =
      reason === ''
        ? {}
        : { told: { event: RECEIVED, summary: voucherSummaries.receipt([asset.name], reason) } };
    const receipt = { receivedOn, lines, owed, attachments, kept, by, ...told };
    const booked = await this.receipts.bookReceipt(tx, collectiveId, receipt);
    if (kept === undefined) return booked;
    await keepAdvance(tx, collectiveId, { leaseId, amount: ahead, entryId: booked.voucher.entryId });
    return booked;
  }
}

/** Why the same sum under another kind of income is no second booking; blank where none looks like it. */
interface TwiceForm {
  readonly twiceReason?: string;
}

/** What a paper says of tax; absent or blank where it says nothing. */
type TaxSaidForm = { readonly [Field in keyof StatedTaxForm | 'taxOnTop']?: string | undefined };

function taxSaid({ taxBasis = '', taxPercent = '', taxAmount = '' }: TaxSaidForm): StatedTaxForm {
  return { taxBasis, taxPercent, taxAmount };
}

/** A due of a contract on its way into the books. */
interface Booking {
  readonly standing: LeaseStanding;
  readonly due: BookableDue;
  readonly postedOn: string;
  readonly attachments: string;
  readonly typed: NatureForm & TwiceForm & TaxSaidForm;
  readonly by: string;
}

/** What of an entry that made something owed is paid. */
interface EntryPart {
  readonly entryId: string;
  readonly amount: Fen;
}

/** Money of a tenant on its way into the books. */
interface Paid {
  readonly standing: LeaseStanding;
  readonly receivedOn: CalendarDay;
  readonly attachments: number;
  readonly lines: readonly EntryPart[];
  readonly ahead: Fen;
  /** Why it is not what the payments come to; blank where it is. */
  readonly reason: string;
  readonly by: string;
}

async function keepAdvance(
  tx: EntityManager,
  collectiveId: string,
  advance: { readonly leaseId: string; readonly amount: Fen; readonly entryId: string },
): Promise<void> {
  await insertRecorded(tx, RentAdvanceEntity, { collectiveId, id: newId(), ...advance });
}

/** What a payment would book, or keep for later, though the asset has left. */
function paidAfterAsset({ dues, lease }: LeaseStanding, form: RentPaymentForm): Problem[] {
  const paid = paymentsBetween(dues, { from: form.paymentFrom, upTo: form.paymentUpTo });
  const fresh = dues.filter((due) => isWanted(due) && paid.includes(due.payment.from));
  return leftProblems(fresh, lease.asset, 'paymentUpTo');
}

/** The kind of income is the contract's: what is to be said of it is asked for in a field of its own. */
function askedBeside(problem: Problem): Problem {
  const { code, facts } = problem;
  return problem.field === 'stream' ? { code, field: 'twiceReason', ...(facts && { facts }) } : problem;
}
