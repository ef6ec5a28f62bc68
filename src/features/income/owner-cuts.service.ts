import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { lowersSubsidy, SUBSIDY_CUT, subsidyCutPostings } from '../../domain/income/subsidy-cut';
import { DomainError } from '../../domain/shared/domain-error';
import { subsidyWords } from '../../glossary/subsidy-words';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import type { KeptCut } from './joint-cuts.store';
import type { JointCutPartEntity } from './joint-cut-part.entity';
import { isPartOf, openedMoneyOf } from './keepers-mark';
import { OwnerPartsService } from './owner-parts.service';
import type { SettlementEntity } from './settlement.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';

/** A part of a keeper's cut on its way into an owner's books. */
export interface CutOnTheWay extends Pick<KeptCut, 'cut' | 'slip'> {
  readonly part: JointCutPartEntity;
  readonly ownerId: string;
  /** Who entered the cut. */
  readonly by: string;
}

/** An owner's books as a cut of his station's keeper comes into them. */
@Injectable()
export class OwnerCutsService {
  constructor(
    private readonly database: Database,
    private readonly reading: IncomeReadService,
    private readonly parts: OwnerPartsService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Writes an owner's part of a cut off in his books, once however often it is sent: on the cut's day, or in
   * his open month where that day's is closed. This year's income bears it, or 322 where an earlier year had
   * counted it.
   * @throws DomainError `joint.noOpenMonth`, `joint.cutBeforeSlip` where his books have not taken the slip,
   *   `joint.cutAboveOwed` where he has booked more as received than is left with the cut
   */
  takeCut({ cut, slip, part, ownerId, by }: CutOnTheWay): Promise<{ entryId: string }> {
    const { owner, amount } = part;
    return this.database.inTransaction(
      ownerId,
      async (tx) => {
        const owed = await this.findOwed(tx, ownerId, slip);
        const month = slip.generationMonth;
        if (owed === undefined) throw new DomainError('joint.cutBeforeSlip', { owner, month });
        const { outstanding } = owed;
        if (amount > outstanding) throw new DomainError('joint.cutAboveOwed', { owner, amount, outstanding });
        const day = await this.parts.dayFor(ownerId, cut.cutOn, tx);
        const cutOn = day < owed.bookedOn ? owed.bookedOn : day;
        const { entryId } = await this.book(tx, ownerId, { owed, amount, cutOn, by });
        await insertRecorded(tx, SubsidyCutEntity, {
          ...{ collectiveId: ownerId, id: newId(), receivableId: owed.id, kind: 'writtenOff', cutOn, amount },
          ...{ paper: cut.paper, reason: cut.reason, entryId, keepersCut: cut.id },
          ...{ notedBy: by, notedAt: cut.notedAt },
        });
        return { entryId };
      },
      { key: cutKey(cut.id), asked: ['joint.cutTaken', cut.id, owner] },
    );
  }

  /** Whether an owner's books have taken their part of a cut, noted with the keeper or not. */
  async hasTaken(ownerId: string, cutId: string): Promise<boolean> {
    const rows = await run<{ command_key: string }>(
      this.database.reader,
      'SELECT command_key FROM idempotency_keys WHERE collective_id = ? AND command_key = ?',
      [ownerId, cutKey(cutId)],
    );
    return rows.length > 0;
  }

  /** What the owner is owed of the subsidy of a keeper's slip: by his own slip, or by his opening. */
  private async findOwed(
    tx: EntityManager,
    ownerId: string,
    { id: slipId, generationMonth: month }: SettlementEntity,
  ): Promise<ReceivableState | undefined> {
    const slips = await this.reading.listSettlements(ownerId, tx);
    const own = slips.find((each) => isPartOf(each, slipId));
    if (own === undefined) return undefined;
    const isOpened = openedMoneyOf(own).subsidy > 0n;
    const owed = await this.reading.listReceivables(ownerId, tx);
    return owed.find(
      ({ stream, entryId, atOpening, assetId, aboutPeriod }) =>
        stream === 'subsidy' &&
        (isOpened ? atOpening && assetId === own.assetId && aboutPeriod === month : entryId === own.entryId),
    );
  }

  private async book(
    tx: EntityManager,
    ownerId: string,
    of: {
      readonly owed: ReceivableState;
      readonly amount: bigint;
      readonly cutOn: CalendarDay;
      readonly by: string;
    },
  ): Promise<{ entryId: string }> {
    const { owed, amount, cutOn, by } = of;
    const { pool, assetId, stream, aboutPeriod: month, counterparty, entryId } = owed;
    const bookedOn = await this.ledger.resultDayOf(tx, ownerId, entryId);
    const part = {
      ...{ amount, pool, assetId, stream, month, counterparty, bookedOn },
      takenOver: owed.atOpening ?? false,
    };
    const use = lowersSubsidy([part], cutOn) ? 'subsidyIncome' : undefined;
    const chart = await this.ledger.requireChartFor(tx, ownerId, { on: cutOn, use });
    return this.ledger.post(tx, ownerId, {
      event: 'income.subsidyCut',
      postedOn: cutOn,
      aboutPeriod: month,
      statementOn: cutOn,
      summary: subsidyWords.cutSummary(['subsidy']),
      source: { kind: SUBSIDY_CUT, id: newId() },
      attachments: 1,
      postings: subsidyCutPostings([part], cutOn, chart),
      preparedBy: by,
    });
  }
}

/** An owner takes his part of a cut under this key, once. */
function cutKey(cutId: string): string {
  return `joint-cut:${cutId}:taken`;
}
