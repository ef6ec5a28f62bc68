import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssetKind } from '../../domain/assets/asset-classes';
import type { Command } from '../../platform/audit/command';
import { StationLinksService } from '../assets/station-links.service';
import { CollectivesService } from '../collectives/collectives.service';
import { IncomeService, type RecordedSettlement, type SlipForm } from './income.service';
import type { StuckCut } from './cut-deliveries.service';
import type { StuckPart } from './joint-deliveries.service';
import { JointOutboxService } from './joint-outbox.service';
import { KeptSlipsService } from './kept-slips.service';

/** A slip that was entered; of a kept station's, the parts that still wait for their owners' books. */
export interface EnteredSlip extends RecordedSettlement {
  readonly waiting?: readonly StuckPart[];
}

const KEPT: AssetKind = 'keptPvStation';

/** Settlement slips as a person enters them, of stations of one's own and of those kept for others. */
@Injectable()
export class SlipsService {
  constructor(
    private readonly links: StationLinksService,
    private readonly collectives: CollectivesService,
    private readonly income: IncomeService,
    private readonly kept: KeptSlipsService,
    private readonly outbox: JointOutboxService,
  ) {}

  /**
   * Enters a slip; a kept station's is sent to its owners at once.
   * @throws as {@link StationLinksService.requireSettledHere}, {@link IncomeService.recordSettlement},
   *   {@link KeptSlipsService.recordSlip}
   */
  async recordSettlement(collectiveId: string, form: SlipForm, command: Command): Promise<EnteredSlip> {
    const { kind } = await this.links.requireSettledHere(collectiveId, form);
    if (kind !== KEPT) {
      return this.income.recordSettlement(collectiveId, form, command);
    }
    return this.withSent(collectiveId, await this.kept.recordSlip(collectiveId, form, command));
  }

  /** Sends what a slip settled within a transaction left for the owners of its station. */
  async sendParts(
    collectiveId: string,
    slip: { readonly assetId: string; readonly recorded: RecordedSettlement },
  ): Promise<EnteredSlip> {
    const { kind } = await this.links.requireEnteredHere(collectiveId, slip.assetId);
    return kind === KEPT ? this.withSent(collectiveId, slip.recorded) : slip.recorded;
  }

  private async withSent(collectiveId: string, recorded: RecordedSettlement): Promise<EnteredSlip> {
    const waiting = (await this.send(collectiveId)).filter(({ slip }) => slip.id === recorded.id);
    return { ...recorded, waiting };
  }

  /** The same within a transaction that enters several; what is kept for others is sent after it. */
  async settle(
    tx: EntityManager,
    collectiveId: string,
    slip: { readonly form: SlipForm; readonly by: string },
  ): Promise<RecordedSettlement> {
    const { kind } = await this.links.requireSettledHere(collectiveId, slip.form, tx);
    return kind === KEPT
      ? this.kept.settle(tx, collectiveId, slip)
      : this.income.settle(tx, collectiveId, slip);
  }

  /** Sends whatever waits for its owners' books. @returns the parts of slips that still wait, with why */
  async send(keeperId: string): Promise<StuckPart[]> {
    return (await this.sendAll(keeperId)).parts;
  }

  /** The same. @returns what of slips and of cuts still waits, with why */
  async sendAll(keeperId: string): Promise<{ parts: StuckPart[]; cuts: StuckCut[] }> {
    const { organisationName: name } = await this.collectives.requireCollective(keeperId);
    return this.outbox.deliver({ id: keeperId, name });
  }

  /** The offices: whoever may keep a station for villages. */
  async listKeepers(): Promise<string[]> {
    const all = await this.collectives.listCollectives();
    return all.filter(({ kind }) => kind !== 'village').map(({ id }) => id);
  }
}
