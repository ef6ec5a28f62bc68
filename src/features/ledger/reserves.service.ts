import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import { releaseProblems, settingProblems } from '../../domain/ledger/reserve-room';
import { readRelease, readReserve, type ReleaseForm, type ReserveForm } from '../../domain/ledger/reserves';
import { FormProblems, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerCheckService } from './ledger-check.service';
import { readPool } from './promised-money.store';
import { ReserveEntity, ReserveReleaseEntity } from './reserve.entity';
import { movesOf, readReserves, type ToldReserve } from './reserves.store';

export type { ToldReserve } from './reserves.store';

/** Money of a pool that is set aside for a purpose: no voucher, and nothing pays out of it meanwhile. */
@Injectable()
export class ReservesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerCheckService,
  ) {}

  /**
   * Sets money aside. @throws FormProblems `reserve.aboveFree`, `reserve.settled`, `reserve.ahead`, `form.*`,
   *   `money.*`, `calendar.*`
   */
  setAside(collectiveId: string, form: ReserveForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { reserve, problems } = readReserve(form, this.clock.today());
        refuseProblems(problems);
        const { settledTo, chainLength } = await this.ledger.requireRow(tx, collectiveId);
        refuseProblems(settingProblems(reserve, await readPool(tx, collectiveId, reserve.pool), settledTo));
        const id = newId();
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, ReserveEntity, { collectiveId, id, ...reserve, chainLength, ...entered });
        return { id };
      },
      onceOf(command, 'reserves.setAside', form),
    );
  }

  /**
   * Releases money that was set aside, with the reason why. @throws FormProblems `reserve.*`, `form.*`,
   *   `money.*`, `calendar.*`, `reserve.unknown` where none is chosen
   */
  release(collectiveId: string, form: ReleaseForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { release, problems } = readRelease(form, this.clock.today());
        refuseProblems(problems);
        const reserve = (await readReserves(tx, collectiveId)).find(({ id }) => id === form.reserveId);
        if (reserve === undefined) {
          throw new FormProblems([{ code: 'reserve.unknown', field: 'reserveId' }]);
        }
        const { settledTo } = await this.ledger.requireRow(tx, collectiveId);
        const standing = { pool: reserve.pool, setOn: reserve.setOn, moves: movesOf([reserve]) };
        refuseProblems(releaseProblems(release, standing, settledTo));
        const id = newId();
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const row = { collectiveId, id, reserveId: reserve.id, ...release, ...entered };
        await insertRecorded(tx, ReserveReleaseEntity, row);
        return { id };
      },
      onceOf(command, 'reserves.release', form),
    );
  }

  /** Every reserve in the order of entry, with what was released of it. */
  listTold(
    collectiveId: string,
    pool?: Pool,
    db: EntityManager = this.database.reader,
  ): Promise<ToldReserve[]> {
    return readReserves(db, collectiveId, pool);
  }
}
