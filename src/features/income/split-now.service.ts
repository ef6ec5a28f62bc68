import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keptSlipPostings } from '../../domain/income/joint-postings';
import type { SplitSlip } from '../../domain/income/kept-slip';
import { stillHeld } from '../../domain/income/slip-windows';
import { readSplitNow, splitNow, type SplitNowForm } from '../../domain/income/split-now';
import type { Posting } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { LedgerService } from '../ledger/ledger.service';
import type { RecordedIncome } from './income.service';
import { IncomeReadService, type SettlementRow } from './income-read.service';
import { insertUnsplit, readKeptFacts } from './joint-unsplit.store';
import { insertParts, KeptOwnersService, type SharedPart } from './kept-owners.service';
import { SettlementEntity } from './settlement.entity';

/** What waits of a slip, as it is split by itself. */
interface SplitAlone {
  readonly slip: SettlementRow;
  readonly registered: RegisteredAsset;
  readonly split: SplitSlip;
  readonly parts: readonly SharedPart[];
}

/**
 * Splits what of a kept station's slip is too little and waits, without the next slip. It is kept as a row of
 * slips of no energy and no money of its own, so that it is sent, taken back and checked as every slip is.
 */
@Injectable()
export class SplitNowService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly reading: IncomeReadService,
    private readonly owners: KeptOwnersService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Books who gets what of it. Owners' books take their parts afterwards.
   * @throws FormProblems `form.missing`, `calendar.*`, `joint.splitBefore`; DomainError `joint.slipUnknown`,
   *   `joint.nothingWaits`, `joint.ownerLost`, `joint.ownerTwice`, `period.*`
   */
  split(
    keeperId: string,
    of: { readonly slipId: string; readonly form: SplitNowForm },
    command: Command,
  ): Promise<RecordedIncome> {
    return this.database.inTransaction(
      keeperId,
      async (tx) => {
        const slips = await this.reading.listSettlements(keeperId, tx);
        const slip = slips.find(({ id }) => id === of.slipId);
        if (slip === undefined) throw new DomainError('joint.slipUnknown');
        const registered = await this.assets.requireAsset(keeperId, slip.assetId, tx);
        const own = slips.filter(({ assetId }) => assetId === slip.assetId);
        const alone = await this.reading.listSplitNow(keeperId, slip.assetId, tx);
        const facts = await readKeptFacts(tx, keeperId, [...own, ...alone]);
        if (stillHeld(facts).every(({ slipId }) => slipId !== slip.id))
          throw new DomainError('joint.nothingWaits');
        const read = readSplitNow(of.form, slip);
        const heldBy = own.at(-1)?.shareTableFrom ?? '';
        const split = splitNow(facts, registered.shareTables, { slipId: slip.id, heldBy });
        const window = own.filter(({ shareTableFrom }) => shareTableFrom === slip.shareTableFrom);
        const given = facts.parts.filter((part) => window.some(({ id }) => id === part.settlementId));
        const parts = await this.owners.withIds({ keeperId, postedOn: read.splitOn, given }, split.parts);
        return this.book(tx, { slip, registered, split, parts }, { ...read, heldBy, by: command.by });
      },
      onceOf(command, 'income.splitNow', of),
    );
  }

  private async book(
    tx: EntityManager,
    alone: SplitAlone,
    how: {
      readonly splitOn: string;
      readonly reason: string;
      readonly heldBy: string;
      readonly by: string;
    },
  ): Promise<RecordedIncome> {
    const { slip, registered, split, parts } = alone;
    const { collectiveId, generationMonth } = slip;
    const { splitOn: postedOn, reason } = how;
    const id = newId();
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'income.splitNow',
      postedOn,
      aboutPeriod: generationMonth,
      statementOn: postedOn,
      summary: voucherSummaries.splitNow(registered.asset.name, generationMonth),
      source: { kind: 'settlement', id },
      attachments: 0,
      postings: await this.postingsOf(tx, alone),
      preparedBy: how.by,
    });
    await insertRecorded(tx, SettlementEntity, {
      ...{ collectiveId, id, assetId: slip.assetId, generationMonth, postedOn, entryId: voucher.entryId },
      ...{ readingFrom: slip.readingTo, readingTo: slip.readingTo, multiplier: slip.multiplier },
      ...{ energyKwh: '0', energyPrice: slip.energyPrice, subsidyPrice: slip.subsidyPrice },
      ...{ energyFee: 0n, subsidy: 0n, ownKwh: '0', ownEnergyFee: 0n, ownSubsidy: 0n },
      shareTableFrom: how.heldBy,
      entered: { generationMonth, postedOn, reason, splitsNow: slip.id },
    });
    await insertParts(tx, collectiveId, { id, parts });
    await insertUnsplit(tx, collectiveId, { id, split });
    return { id, voucher };
  }

  private async postingsOf(
    tx: EntityManager,
    { slip, registered: { asset }, split, parts }: SplitAlone,
  ): Promise<Posting[]> {
    const { roles } = await this.ledger.requireChartOf(tx, slip.collectiveId);
    const month = slip.generationMonth;
    const here = parts.filter(({ ownerId }) => ownerId !== undefined);
    const elsewhere = parts.filter(({ ownerId }) => ownerId === undefined);
    return (['energyFee', 'subsidy'] as const).flatMap((field) => {
      const stream = field === 'subsidy' ? field : ('energy' as const);
      const own = split.released.filter((part) => part.stream === field);
      return keptSlipPostings(
        { pool: asset.pool, assetId: asset.id, month, stream, amount: 0n },
        {
          onTheWay: sumFen(here.map(({ line }) => line[field])),
          elsewhere: elsewhere.map(({ owner, line }) => ({ owner, amount: line[field] })),
          released: [{ month, amount: sumFen(own.map(({ amount }) => amount)) }],
        },
        roles,
      );
    });
  }
}
