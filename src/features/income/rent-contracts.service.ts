import { Injectable } from '@nestjs/common';
import type { LeaseChangeForm, TurnoverForm } from '../../domain/assets/read-lease-change';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { LeasesService } from '../assets/leases.service';
import { RentReadService } from './rent-read.service';

/** What happens to a contract after it was signed, held against what is booked of it. */
@Injectable()
export class RentContractsService {
  constructor(
    private readonly database: Database,
    private readonly leases: LeasesService,
    private readonly rents: RentReadService,
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
        const { bookedTo } = await this.rents.requireStanding(collectiveId, asked, tx);
        await this.leases.keepChange(tx, collectiveId, {
          ...{ ...asked, bookedTo, by: command.by },
        });
        return { id: asked.leaseId };
      },
      onceOf(command, 'leases.change', asked),
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
