import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LeaseChangeForm, TurnoverForm } from '../../domain/assets/read-lease-change';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { requireBookable } from '../../domain/income/rent-states';
import { readWaiver, readWaiverWithdrawal } from '../../domain/income/rent-waiver';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedOf, LeasesService } from '../assets/leases.service';
import { readWentBack } from './lease-money.store';
import { type LeaseStanding, RentReadService, standingWaivers } from './rent-read.service';
import { RentWaiverEntity, RentWaiverWithdrawalEntity } from './rent-waiver.entity';

/** What happens to a contract after it was signed, held against what is booked of it. */
@Injectable()
export class RentContractsService {
  constructor(
    private readonly database: Database,
    private readonly leases: LeasesService,
    private readonly rents: RentReadService,
    private readonly clock: Clock,
  ) {}

  /** Changes, ends or renews a contract, on days that are not booked. @throws FormProblems `lease.*` */
  changeLease(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly form: LeaseChangeForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await this.rents.requireStanding(collectiveId, asked, tx);
        const { bookedTo } = standing;
        const onEnd = await builtOnEnd(tx, collectiveId, standing);
        await this.leases.keepChange(tx, collectiveId, { ...asked, bookedTo, onEnd, by: command.by });
        return { id: asked.leaseId };
      },
      onceOf(command, 'leases.change', asked),
    );
  }

  /**
   * Keeps why a due that could be booked by today is not, so that no month waits for it. It may still be.
   * @throws FormProblems `rent.*`, `form.*`; DomainError `lease.unknown`, `rent.noSuchDue`
   */
  waiveDue(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly from: CalendarDay; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { leaseId } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { dues } = await this.rents.requireStanding(collectiveId, asked, tx);
        const due = requireBookable(dues, asked.from);
        const { reason, problems } = readWaiver(asked.reason, due, this.clock.today());
        refuseProblems(problems);
        const id = newId();
        const { from: coversFrom, to: coversTo, amount } = due;
        await insertRecorded(tx, RentWaiverEntity, {
          ...{ collectiveId, id, leaseId, coversFrom, coversTo, amount, reason },
          ...{ waivedBy: command.by, waivedAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'rent.waive', asked),
    );
  }

  /**
   * Keeps why a due that was said not to be booked is owed after all: it keeps its month open again, and what
   * is kept ahead pays it.
   * @throws FormProblems `rent.*`, `form.*`; DomainError `lease.unknown`, `rent.noSuchDue`
   */
  withdrawWaiver(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly from: CalendarDay; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { leaseId } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { lease, dues } = await this.rents.requireStanding(collectiveId, asked, tx);
        const due = requireBookable(dues, asked.from);
        const standing = standingWaivers(await this.rents.listWaivers(collectiveId, tx));
        const waiver = standing.find(
          (each) =>
            each.leaseId === leaseId &&
            each.coversFrom === due.from &&
            each.coversTo === due.to &&
            each.amount === due.amount,
        );
        const since = waiver?.waivedAt ?? this.clock.now();
        const wentBack = await readWentBack(tx, collectiveId, { leaseId, since });
        const rests = { wentBack, leftOn: lease.asset.leftOn };
        const { reason, problems } = readWaiverWithdrawal(asked.reason, due, rests);
        refuseProblems(problems);
        const waiverId = waiver?.id ?? '';
        await insertRecorded(tx, RentWaiverWithdrawalEntity, {
          ...{ collectiveId, waiverId, reason },
          ...{ withdrawnBy: command.by, withdrawnAt: this.clock.now() },
        });
        return { id: waiverId };
      },
      onceOf(command, 'rent.withdrawWaiver', asked),
    );
  }

  /** Keeps the tenant's turnover of a payment that is not booked. @throws FormProblems `lease.*` */
  reportTurnover(
    collectiveId: string,
    asked: { readonly leaseId: string; readonly form: TurnoverForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { dues } = await this.rents.requireStanding(collectiveId, asked, tx);
        const booked = dues.filter(({ state }) => state === 'booked').map(({ from }) => from);
        await this.leases.keepTurnover(tx, collectiveId, { ...asked, booked, by: command.by });
        return { id: asked.leaseId };
      },
      onceOf(command, 'leases.turnover', asked),
    );
  }
}

/** What was built on the early end of a contract that was said last. */
async function builtOnEnd(
  tx: EntityManager,
  collectiveId: string,
  { lease: { id: leaseId, changes }, dues }: LeaseStanding,
): Promise<BookedOf['onEnd']> {
  const end = changes.findLast(({ kind }) => kind === 'end');
  const lastDays = (some: typeof dues) => some.map(({ to }) => to);
  return {
    bookedTo: lastDays(dues.filter(({ state }) => state === 'booked')),
    waivedTo: lastDays(dues.filter(({ waived }) => waived !== undefined)),
    wentBack:
      end === undefined ? [] : await readWentBack(tx, collectiveId, { leaseId, since: end.changedAt }),
  };
}
