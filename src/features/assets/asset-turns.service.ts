import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  readTurn,
  type TurnFacts,
  type TurnForm,
  turnWithdrawalProblems,
} from '../../domain/assets/asset-turn';
import { addMonths, monthOf } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { readSettledUntil } from './asset-events.store';
import { AssetLifeFactsService } from './asset-life-facts.service';
import { AssetTurnEntity, AssetTurnWithdrawalEntity } from './asset-turn.entity';
import { findKeptStation, readStandingTurns, readToldTurns, type ToldTurn } from './asset-turns.store';
import { readCustodies } from './custodies.store';
import { DepreciationService } from './depreciation.service';
import { LeasesService } from './leases.service';

/** A turn as an address names it. */
export interface TurnAt {
  readonly collectiveId: string;
  readonly assetId: string;
  readonly turnId: string;
}

/** What is decided about assets that stay: another use, a standstill and its end. No voucher goes with it. */
@Injectable()
export class AssetTurnsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly life: AssetLifeFactsService,
    private readonly leases: LeasesService,
    private readonly depreciation: DepreciationService,
  ) {}

  /**
   * Keeps a turn; where it changes which expense bears its depreciation, the terms go on so from the next
   * month.
   * @throws FormProblems `turn.*`, `assetLife.*`, `depreciation.*`, `form.*`, `calendar.notADay`; DomainError
   *   `assets.unknown`, `turn.byKeeper` of what somebody keeps for the collective
   */
  record(
    collectiveId: string,
    { assetId, form }: { readonly assetId: string; readonly form: TurnForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        if ((await findKeptStation(tx, collectiveId, assetId)) !== undefined)
          throw new DomainError('turn.byKeeper');
        const { turn, problems } = readTurn(form, await this.factsOf(tx, collectiveId, assetId));
        refuseProblems(problems);
        const { use, happenedOn, paper } = turn;
        const from = addMonths(monthOf(happenedOn), 1);
        const change = { assetId, from, paper, by: command.by };
        const number =
          use === null ? undefined : await this.depreciation.changeUse(tx, collectiveId, { ...change, use });
        const id = newId();
        await insertRecorded(tx, AssetTurnEntity, {
          ...{ collectiveId, id, assetId, ...turn, termsNumber: number ?? null },
          ...{ use: number === undefined ? null : use },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'assets.turn', { assetId, form }),
    );
  }

  /**
   * Keeps that a turn was entered wrongly: the asset is as it was before, with the terms it had.
   * @throws FormProblems `form.*`; DomainError `turn.unknown`, `assetLife.laterFirst`,
   *   `assetLife.bookedSince`, `depreciation.termsNotLast`
   */
  withdraw(at: TurnAt, typed: string, command: Command): Promise<{ id: string }> {
    const { collectiveId, assetId, turnId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await readStandingTurns(tx, collectiveId);
        const turn = standing.find((each) => each.id === turnId && each.assetId === assetId);
        if (turn === undefined) throw new DomainError('turn.unknown');
        refuseProblems(turnWithdrawalProblems(typed));
        const last = (await this.life.listEvents(tx, collectiveId, assetId)).at(-1);
        if (last !== undefined && last.id !== turnId)
          throw new DomainError('assetLife.laterFirst', { day: last.happenedOn });
        const [reason, by] = [typed.trim(), command.by];
        const number = turn.termsNumber;
        const entered = { enteredBy: by, enteredAt: this.clock.now() };
        await insertRecorded(tx, AssetTurnWithdrawalEntity, { collectiveId, turnId, reason, ...entered });
        if (number !== null)
          await this.depreciation.takeBackUse(tx, collectiveId, { assetId, number, reason, by });
        return { id: turnId };
      },
      onceOf(command, 'assets.withdrawTurn', { assetId, turnId, typed }),
    );
  }

  /** Its turns in the order of entry, withdrawn or not. @throws DomainError `assets.unknown` */
  async listTold(collectiveId: string, assetId: string): Promise<ToldTurn[]> {
    await this.life.requireAsset(this.database.reader, collectiveId, assetId);
    return readToldTurns(this.database.reader, collectiveId, assetId);
  }

  private async factsOf(tx: EntityManager, collectiveId: string, assetId: string): Promise<TurnFacts> {
    const stay = await this.life.stayOf(tx, collectiveId, assetId);
    const leases = (await this.leases.listLeases(collectiveId, tx)).filter(
      (each) => each.assetId === assetId,
    );
    return {
      ...stay,
      today: this.clock.today(),
      leases: leases.map(({ number, tenant, terms: { firstOn, lastOn } }) => {
        return { number, tenant, firstOn, lastOn };
      }),
      custodies: await readCustodies(tx, collectiveId, assetId),
      settledUntil: await readSettledUntil(tx, collectiveId, assetId),
    };
  }
}
