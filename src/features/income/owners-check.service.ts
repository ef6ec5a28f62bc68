import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { checkOwners, type SentPart, type TakenSlip } from '../../domain/income/check-owners';
import { type KeptTax, keptTaxOf } from '../../domain/income/kept-tax';
import { openedIn } from '../../domain/income/opened-months';
import { sumFen } from '../../domain/money/fen';
import { StationLinksService } from '../assets/station-links.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { readKeptCuts } from './joint-cuts.store';
import { JointDeliveryEntity } from './joint-delivery.entity';
import { JointPartEntity } from './joint-part.entity';
import { readTaxes } from './joint-taxes.store';
import { JointReleaseEntity } from './joint-unsplit.entity';
import { earlierMoneyOf, keepersSlipOf, openedMoneyOf, splitsOf } from './keepers-mark';
import { ReceivableEntity } from './receivable.entity';
import { readWithdrawn } from './settlement-withdrawals.store';
import { SettlementEntity } from './settlement.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';

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
    const sent = await this.allSentBy(db, collectiveId);
    const owners = new Set(sent.map((part) => part.ownerId));
    const taken: TakenSlip[] = [];
    for (const ownerId of owners) taken.push(...(await this.allTakenBy(db, ownerId, collectiveId)));
    checkOwners(sent, taken, findings);
    for (const keeperId of await this.links.listKeeperIds(collectiveId, db)) {
      const own = (await this.allSentBy(db, keeperId)).filter((part) => part.ownerId === collectiveId);
      checkOwners(own, await this.allTakenBy(db, collectiveId, keeperId), findings);
    }
  }

  /** Parts of a keeper's slips, and of what was cut of them: a cut is known by its own id. */
  private async allSentBy(db: EntityManager, collectiveId: string): Promise<SentPart[]> {
    const slips = await this.sentBy(db, collectiveId);
    const cuts = (await readKeptCuts(db, collectiveId)).flatMap(({ cut, slip, parts, acts }) =>
      parts.flatMap((part): SentPart[] => {
        const { ownerId, owner, amount } = part;
        const own = acts.filter((act) => act.owner === owner);
        if (ownerId === null || own.some(({ act }) => act === 'taken_back')) return [];
        const noted = own.find(({ act }) => act === 'taken');
        return [
          {
            ...{ slipId: cut.id, ownerId, owner, month: slip.generationMonth, line: cutLine(amount) },
            ...{ ownerEntryId: noted?.ownerEntryId ?? null, isNoted: noted !== undefined },
          },
        ];
      }),
    );
    return [...slips, ...cuts];
  }

  private async allTakenBy(db: EntityManager, ownerId: string, keeperId: string): Promise<TakenSlip[]> {
    const slips = await this.takenBy(db, ownerId, keeperId);
    const rows = await db.findBy(SubsidyCutEntity, { collectiveId: ownerId, keepersCut: Not(IsNull()) });
    if (rows.length === 0) return slips;
    const assetIds = await this.links.listLinkedIds(ownerId, db, keeperId);
    const id = In(rows.map((row) => row.receivableId));
    const owed = await db.findBy(ReceivableEntity, { collectiveId: ownerId, id });
    const reversed = await this.reading.listReversedIds(ownerId, db);
    const cuts = rows.flatMap(({ receivableId, keepersCut, amount, entryId }): TakenSlip[] => {
      const of = owed.find((each) => each.id === receivableId);
      if (of === undefined || !assetIds.has(of.assetId) || reversed.has(entryId ?? '')) return [];
      const slipId = keepersCut ?? '';
      return [{ slipId, ownerId, month: of.aboutPeriod, line: cutLine(amount), entryId }];
    });
    return [...slips, ...cuts];
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
    const releases = await db.findBy(JointReleaseEntity, { collectiveId });
    const alone = new Set(slips.filter((slip) => splitsOf(slip) !== undefined).map(({ id }) => id));
    const earlierOf = (part: JointPartEntity): bigint =>
      alone.has(part.settlementId)
        ? 0n
        : sumFen(
            releases
              .filter((row) => row.releasedBy === part.settlementId && row.holder === part.owner)
              .map((row) => row.amount),
          );
    const taxOf = await readTaxes(db, collectiveId);
    return parts.flatMap((part) => {
      const act = noted.get(keyOf(part));
      const isGivenBack = back.has(keyOf(part));
      if (part.ownerId === null || (isGivenBack && act?.ownerEntryId !== null)) return [];
      const { settlementId: slipId, ownerId, owner, kwh, energyFee, subsidy } = part;
      return {
        ...{ slipId, ownerId, owner, month: months.get(slipId) ?? '' },
        line: { energyKwh: BigInt(kwh), energyFee, subsidy },
        earlier: earlierOf(part),
        tax: taxOf(slipId, owner),
        ownerEntryId: act?.ownerEntryId ?? null,
        ...{ isNoted: act !== undefined && !isGivenBack, isGivenBack },
      };
    });
  }

  /** What of a keeper's slips stands in an owner's books. */
  private async takenBy(db: EntityManager, ownerId: string, keeperId: string): Promise<TakenSlip[]> {
    const assetId = In([...(await this.links.listLinkedIds(ownerId, db, keeperId))]);
    const slips = await db.findBy(SettlementEntity, { collectiveId: ownerId, assetId });
    const reversed = await this.reading.listReversedIds(ownerId, db);
    const withdrawn = await readWithdrawn(db, ownerId);
    const opened = await db.findBy(ReceivableEntity, {
      collectiveId: ownerId,
      assetId,
      sourceKind: 'opening',
    });
    const owed = { collectiveId: ownerId, assetId, sourceKind: 'settlement', stream: 'energy' as const };
    const fees = await db.findBy(ReceivableEntity, owed);
    return slips.flatMap((slip) => {
      const slipId = keepersSlipOf(slip);
      if (slipId === undefined || reversed.has(slip.entryId ?? '') || withdrawn.has(slip.id)) return [];
      const { generationMonth: month, entryId } = slip;
      const fee = fees.find((each) => each.entryId === entryId);
      // What was left out counts only where the opening does carry it.
      const left = openedMoneyOf(slip);
      const carried = openedIn(
        month,
        opened
          .filter((each) => each.assetId === slip.assetId && !reversed.has(each.entryId))
          .map(({ stream, amount, aboutPeriod }) => ({ stream, amount, month: aboutPeriod })),
      );
      const line = {
        energyKwh: BigInt(slip.ownKwh),
        energyFee:
          slip.ownEnergyFee - (fee?.taxKept ?? 0n) + (carried.energy === undefined ? 0n : left.energyFee),
        subsidy: slip.ownSubsidy + (carried.subsidy === undefined ? 0n : left.subsidy),
      };
      const { energyFee, subsidy } = earlierMoneyOf(slip);
      const tax = left.energyFee > 0n ? ('opened' as const) : ownTaxOf(fee);
      return { slipId, ownerId, month, line, earlier: energyFee + subsidy, tax, entryId };
    });
  }
}

/** What an owner's books say of the tax of his fee. */
function ownTaxOf(fee: ReceivableEntity | undefined): KeptTax | undefined {
  return keptTaxOf({ charged: fee?.tax ?? undefined, keptBack: fee?.taxKept ?? undefined, owed: 0n });
}

/** A cut takes no energy and no fee. */
function cutLine(subsidy: bigint): SentPart['line'] {
  return { energyKwh: 0n, energyFee: 0n, subsidy };
}
