import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type GridContractForm,
  gridWithdrawalProblems,
  publicGridContract,
  type PublicGridContract,
  readGridContract,
} from '../../domain/assets/grid-contract';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from './assets.service';
import { GridContractEntity, GridContractWithdrawalEntity } from './grid-contract.entity';

/** A contract, and why it was entered wrongly where somebody said so. */
export interface ToldGridContract {
  readonly contract: GridContractEntity;
  readonly withdrawn: string | undefined;
}

/** Which contract of which station. */
export interface GridContractAt {
  readonly collectiveId: string;
  readonly assetId: string;
  readonly contractId: string;
}

/** Under which contracts the grid takes a station's electricity: dated facts, none ever taken away. */
@Injectable()
export class GridContractsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
  ) {}

  /** @throws FormProblems `gridContract.*`, `form.*`, `calendar.*`; DomainError `assets.unknown` */
  record(
    collectiveId: string,
    { assetId, form }: { readonly assetId: string; readonly form: GridContractForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { asset } = await this.assets.requireAsset(collectiveId, assetId, tx);
        const others = standing(await this.listTold(collectiveId, assetId, tx));
        const facts = { asset, today: this.clock.today(), others };
        const { contract, problems } = readGridContract(form, facts);
        refuseProblems(problems);
        const id = newId();
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, GridContractEntity, { collectiveId, id, assetId, ...contract, ...entered });
        return { id };
      },
      onceOf(command, 'assets.gridContract', { assetId, form }),
    );
  }

  /**
   * Keeps that a contract was entered wrongly.
   * @throws FormProblems `form.*`; DomainError `gridContract.unknown`
   */
  withdraw(at: GridContractAt, typed: string, command: Command): Promise<{ id: string }> {
    const { collectiveId, assetId, contractId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const stands = standing(await this.listTold(collectiveId, assetId, tx));
        if (!stands.some(({ id }) => id === contractId)) throw new DomainError('gridContract.unknown');
        refuseProblems(gridWithdrawalProblems(typed));
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const reason = typed.trim();
        await insertRecorded(tx, GridContractWithdrawalEntity, {
          collectiveId,
          contractId,
          reason,
          ...entered,
        });
        return { id: contractId };
      },
      onceOf(command, 'assets.withdrawGridContract', { assetId, contractId, typed }),
    );
  }

  /** Every contract of a station, by its first day, the latest first. */
  async listTold(
    collectiveId: string,
    assetId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ToldGridContract[]> {
    const order = { firstOn: 'DESC', id: 'DESC' } as const;
    const rows = await db.find(GridContractEntity, { where: { collectiveId, assetId }, order });
    const withdrawals = await db.findBy(GridContractWithdrawalEntity, { collectiveId });
    return rows.map((contract) => ({
      contract,
      withdrawn: withdrawals.find(({ contractId }) => contractId === contract.id)?.reason,
    }));
  }

  /** Every contract of a village's stations that was not withdrawn. */
  async listStanding(collectiveId: string): Promise<GridContractEntity[]> {
    const db = this.database.reader;
    const rows = await db.find(GridContractEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) return [];
    const gone = (await db.findBy(GridContractWithdrawalEntity, { collectiveId })).map(
      (each) => each.contractId,
    );
    return rows.filter(({ id }) => !gone.includes(id));
  }

  /** What everyone may know of the contract in force today. @throws DomainError `assets.unknown` */
  async findPublic(collectiveId: string, assetId: string): Promise<PublicGridContract | undefined> {
    const { asset } = await this.assets.requireAsset(collectiveId, assetId);
    const contracts = standing(await this.listTold(collectiveId, assetId));
    return publicGridContract(asset, contracts, this.clock.today());
  }
}

function standing(told: readonly ToldGridContract[]): GridContractEntity[] {
  return told.flatMap(({ contract, withdrawn }) => (withdrawn === undefined ? [contract] : []));
}
