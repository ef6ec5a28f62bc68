import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { groupedBy } from '../../domain/shared/grouped';
import { type PaidTakenBack, paidTakenBack, requirePaidWhy } from '../../domain/uses/paid-taken-back';
import { paymentEvents } from '../../domain/uses/payment-events';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { Voucher } from '../ledger/ledger-read.service';
import { TracingService } from '../ledger/tracing.service';
import { ManyUsesService } from './many-uses.service';
import { PaidReversalEntity } from './paid-reversal.entity';

/** A reversal of a voucher as it is asked for. */
export interface AskedReversal {
  readonly voucher: Voucher;
  readonly postedOn: CalendarDay;
  /** What becomes of what was paid, where that is asked. */
  readonly paidWhy: string;
}

/** Why something that was paid was taken back. */
export type PaidReversal = Pick<PaidReversalEntity, 'paid' | 'unsure' | 'why'>;

/** A reversal that was just booked, and by whom. */
export interface BookedReversal {
  readonly reversalId: string;
  readonly paidBack: PaidReversal | undefined;
  readonly by: string;
}

/** The reversal of grants that were paid, or may have been: what it leaves, and why it is done. */
@Injectable()
export class PaidReversalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tracing: TracingService,
    private readonly uses: ManyUsesService,
  ) {}

  /** What the reversal of a voucher would leave; undefined where nothing of it is paid, or it is no grant. */
  async leftBy(
    collectiveId: string,
    { voucher, postedOn }: Pick<AskedReversal, 'voucher' | 'postedOn'>,
  ): Promise<PaidTakenBack | undefined> {
    const { entryId, source, postings } = voucher;
    const [line] = postings;
    if (source.kind !== 'grant' || line === undefined) return undefined;
    const lines = await this.tracing.listLines(collectiveId, line.pool);
    const peopleOf = groupedBy(await this.uses.listAccepted([collectiveId]), (each) => each.entryId);
    const left = [...paymentEvents(lines).values()].map((events) =>
      paidTakenBack(events, { entryId, postedOn }, (id) => peopleOf.get(id) ?? []),
    );
    return left.find((each) => each !== undefined);
  }

  /**
   * What of it was paid, and why it is taken back all the same; undefined where nothing was.
   * @throws FormProblems `reversal.ofPaid`, `reversal.ofPaidPerhaps`, `policy.reasonTooShort`, `form.*`
   */
  async requireWhy(
    tx: EntityManager,
    collectiveId: string,
    asked: AskedReversal,
  ): Promise<PaidReversal | undefined> {
    const left = await this.database.readWithin(tx, () => this.leftBy(collectiveId, asked));
    const why = requirePaidWhy(asked.paidWhy, left);
    return left === undefined ? undefined : { paid: left.paid, unsure: left.unsure, why };
  }

  /** Keeps it with the reversal, once that is booked. */
  async keepWhy(tx: EntityManager, collectiveId: string, booked: BookedReversal): Promise<void> {
    const { paidBack, reversalId: entryId, by: enteredBy } = booked;
    if (paidBack === undefined) return;
    const row = { collectiveId, entryId, ...paidBack, enteredBy, enteredAt: this.clock.now() };
    await insertRecorded(tx, PaidReversalEntity, row);
  }

  /** Why a reversal took back what was paid; undefined of one that was not asked. */
  async findWhy(collectiveId: string, reversalId: string): Promise<PaidReversal | undefined> {
    const where = { collectiveId, entryId: reversalId };
    return (await this.database.reader.findOneBy(PaidReversalEntity, where)) ?? undefined;
  }
}
