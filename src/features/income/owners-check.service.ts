import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { checkOwners, type SentPart, type TakenSlip } from '../../domain/income/check-owners';
import { StationLinksService } from '../assets/station-links.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { JointDeliveryEntity } from './joint-delivery.entity';
import { JointPartEntity } from './joint-part.entity';
import { keepersSlipOf } from './keepers-mark';
import { SettlementEntity } from './settlement.entity';

/** The pass between books: what the keeper of a joint station says of an owner is what stands there. */
@Injectable()
export class OwnersCheckService extends StepCheck {
  override readonly pass = 'owners';

  constructor(
    private readonly links: StationLinksService,
    private readonly reading: LedgerReadService,
  ) {
    super();
  }

  override async checkEntries(): Promise<void> {
    // Both sides' entries are held against their own rows by the passes of receivables and of joint stations.
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    const sent = await this.sentBy(db, collectiveId);
    const owners = new Set(sent.map((part) => part.ownerId));
    const taken: TakenSlip[] = [];
    for (const ownerId of owners) taken.push(...(await this.takenBy(db, ownerId, collectiveId)));
    checkOwners(sent, taken, findings);
    for (const keeperId of await this.links.listKeeperIds(collectiveId, db)) {
      const own = (await this.sentBy(db, keeperId)).filter((part) => part.ownerId === collectiveId);
      checkOwners(own, await this.takenBy(db, collectiveId, keeperId), findings);
    }
  }

  /** The parts of a keeper's slips for owners whose books are kept here. */
  private async sentBy(db: EntityManager, collectiveId: string): Promise<SentPart[]> {
    const parts = await db.findBy(JointPartEntity, { collectiveId });
    const acts = await db.findBy(JointDeliveryEntity, { collectiveId });
    const slips = await db.findBy(SettlementEntity, {
      collectiveId,
      id: In([...new Set(parts.map((part) => part.settlementId))]),
    });
    const months = new Map(slips.map((slip) => [slip.id, slip.generationMonth]));
    const keyOf = (part: { settlementId: string; owner: string }): string =>
      `${part.settlementId} ${part.owner}`;
    const back = new Set(acts.filter(({ act }) => act === 'taken_back').map(keyOf));
    const noted = new Map(acts.filter(({ act }) => act === 'taken').map((act) => [keyOf(act), act]));
    return parts.flatMap((part) => {
      if (part.ownerId === null || back.has(keyOf(part))) return [];
      const act = noted.get(keyOf(part));
      const { settlementId: slipId, ownerId, owner, kwh, energyFee, subsidy } = part;
      return {
        ...{ slipId, ownerId, owner, month: months.get(slipId) ?? '' },
        line: { energyKwh: BigInt(kwh), energyFee, subsidy },
        ownerEntryId: act?.ownerEntryId ?? null,
        isNoted: act !== undefined,
      };
    });
  }

  /** What of a keeper's slips stands in an owner's books. */
  private async takenBy(db: EntityManager, ownerId: string, keeperId: string): Promise<TakenSlip[]> {
    const assetId = In([...(await this.links.listLinkedIds(ownerId, db, keeperId))]);
    const slips = await db.findBy(SettlementEntity, { collectiveId: ownerId, assetId });
    const reversed = await this.reading.listReversedIds(ownerId, db);
    return slips.flatMap((slip) => {
      const slipId = keepersSlipOf(slip);
      if (slipId === undefined || (slip.entryId !== null && reversed.has(slip.entryId))) return [];
      const { generationMonth: month, entryId } = slip;
      const line = {
        energyKwh: BigInt(slip.ownKwh),
        energyFee: slip.ownEnergyFee,
        subsidy: slip.ownSubsidy,
      };
      return { slipId, ownerId, month, line, entryId };
    });
  }
}
