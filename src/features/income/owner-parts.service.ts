import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type KeptTax, ownersTax } from '../../domain/income/kept-tax';
import { openedIn } from '../../domain/income/opened-months';
import type { Settlement, SettlementForm } from '../../domain/income/settlement';
import { DomainError } from '../../domain/shared/domain-error';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';
import { type KeptStation, StationLinksService } from '../assets/station-links.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { IncomeService } from './income.service';
import { type EarlierMoney, isPartOf, markKeepers, type OpenedMoney, splitsOf } from './keepers-mark';
import type { JointPartEntity } from './joint-part.entity';
import { OwnerMonthsService } from './owner-months.service';
import { readOpened } from './receivables.store';
import { withdrawParts } from './settlement-withdrawals.store';
import type { SettlementEntity } from './settlement.entity';

/** A part of a keeper's slip on its way into an owner's books. */
export interface PartOnTheWay extends Omit<KeptStation, 'day' | 'owner'> {
  readonly slip: SettlementEntity;
  readonly part: JointPartEntity;
  readonly ownerId: string;
  /** What of the part is of earlier slips. */
  readonly earlier: EarlierMoney;
  /** What of the slip's tax is his. */
  readonly tax: KeptTax | undefined;
  /** Who entered the slip. */
  readonly by: string;
}

/** A slip without a voucher names nobody. */
const BY_PROGRAM = 'system';

/** An owner's books as a keeper's slip comes into them: filled in, for the village to read. */
@Injectable()
export class OwnerPartsService {
  constructor(
    private readonly database: Database,
    private readonly links: StationLinksService,
    private readonly income: IncomeService,
    private readonly books: LedgerReadService,
    private readonly months: OwnerMonthsService,
  ) {}

  /**
   * Books an owner's part of a slip in the owner's books, once however often it is sent: on the slip's day,
   * or in his open month where that day's is closed. What his opening carries of the month is left out: it
   * is owed there already. Where his part of the month was reversed before, it takes that one's place.
   * @returns the voucher; null where nothing was generated
   * @throws DomainError `joint.noOpenMonth`, `joint.slipThere` where he entered that month himself
   */
  takePart({
    slip,
    part,
    ownerId,
    earlier: before,
    tax: ofSlip,
    by,
    ...kept
  }: PartOnTheWay): Promise<{ entryId: string | null }> {
    const { owner } = part;
    return this.database.inTransaction(
      ownerId,
      async (tx) => {
        const station = { ...kept, owner, day: `${slip.generationMonth}-01` };
        const { asset } = await this.links.requireOwn(tx, ownerId, station);
        const earlier = await this.income.slipsOf(tx, ownerId, asset.id);
        const month = slip.generationMonth;
        const isThere = earlier.some(
          (each) =>
            each.generationMonth === month && each.entryId !== null && !isPartOf(each, splitsOf(slip) ?? ''),
        );
        if (isThere) throw new DomainError('joint.slipThere', { owner, month });
        const postedOn = await this.dayFor(ownerId, slip.postedOn, tx);
        const at = { collectiveId: ownerId, assetId: asset.id };
        const opened = inOpening(part, before, openedIn(month, await readOpened(tx, at)));
        // Of a month whose fee the opening carries, the tax is settled with it.
        const fee = part.energyFee - opened.energyFee;
        const { printed, tax } = ownersTax(fee, opened.energyFee === 0n ? ofSlip : undefined);
        const line = {
          energyKwh: BigInt(part.kwh),
          energyFee: printed,
          subsidy: part.subsidy - opened.subsidy,
        };
        const { voucher } = await this.income.bookSettlement(tx, ownerId, {
          form: markKeepers(formOf(slip), { slipId: slip.id, earlier: before, opened }),
          settlement: { ...settlementOf(slip), tax, postedOn },
          own: { line: { ...line, oddFen: part.oddFen === 1 }, tableFrom: slip.shareTableFrom },
          asset,
          by,
          payer: kept.keeper,
          corrects: await this.replacedBy(tx, slip, at),
          summary: splitsOf(slip) && voucherSummaries.splitNow(asset.name, month),
        });
        return { entryId: voucher?.entryId ?? null };
      },
      { key: takenKey(slip), asked: ['joint.taken', slip.id, owner] },
    );
  }

  /** The reversed voucher of the month whose place a part takes; a part of what is split now takes none. */
  private replacedBy(
    tx: EntityManager,
    slip: SettlementEntity,
    at: { readonly collectiveId: string; readonly assetId: string },
  ): Promise<string | undefined> {
    const { generationMonth } = slip;
    const isAlone = splitsOf(slip) !== undefined;
    return isAlone ? Promise.resolve(undefined) : this.months.findReplaced(tx, { ...at, generationMonth });
  }

  /** Takes a part that brought no money, and so has no voucher, out of what stands in an owner's books. */
  withdraw(
    ownerId: string,
    of: { readonly slipId: string; readonly withdrawnOn: CalendarDay; readonly withdrawnBy: string },
  ): Promise<void> {
    return this.database.inTransaction(ownerId, (tx) => withdrawParts(tx, ownerId, of));
  }

  /** Who entered a keeper's slip: the vouchers of its parts are his, whenever they are sent. */
  async preparerOf(keeperId: string, { entryId }: SettlementEntity): Promise<string> {
    if (entryId === null) return BY_PROGRAM;
    return (await this.books.requireEntry(keeperId, entryId)).preparedBy;
  }

  /** The keeper's entries that a reversal took back, with its day. */
  listReversalDays(keeperId: string, db: EntityManager): Promise<ReadonlyMap<string, CalendarDay>> {
    return this.books.listReversalDays(keeperId, db);
  }

  /** Whether an owner has booked money on what a voucher of his books made owed. */
  isReceived(db: EntityManager, ownerId: string, entryId: string): Promise<boolean> {
    return this.income.isReceived(db, ownerId, entryId);
  }

  /** Whether an owner's books have taken a part, noted with the keeper or not. */
  async hasTaken({ slip, ownerId }: Pick<PartOnTheWay, 'slip' | 'ownerId'>): Promise<boolean> {
    const rows = await run<{ command_key: string }>(
      this.database.reader,
      'SELECT command_key FROM idempotency_keys WHERE collective_id = ? AND command_key = ?',
      [ownerId, takenKey(slip)],
    );
    return rows.length > 0;
  }

  /** On which day an owner's books take what the keeper booked on a day. @see OwnerMonthsService.dayFor */
  dayFor(ownerId: string, day: CalendarDay, db?: EntityManager): Promise<CalendarDay> {
    return this.months.dayFor(ownerId, day, db);
  }
}

/** An owner takes a slip's part under this key, once. */
function takenKey({ id }: SettlementEntity): string {
  return `joint:${id}:taken`;
}

/** What of a part the owner's opening carries: its month's own stream, not what came along of earlier. */
function inOpening(
  part: Pick<JointPartEntity, 'energyFee' | 'subsidy'>,
  earlier: EarlierMoney,
  opened: ReturnType<typeof openedIn>,
): OpenedMoney {
  return {
    energyFee: opened.energy === undefined ? 0n : part.energyFee - earlier.energyFee,
    subsidy: opened.subsidy === undefined ? 0n : part.subsidy - earlier.subsidy,
  };
}

/** What the keeper typed. */
function formOf(slip: SettlementEntity): SettlementForm {
  const typed = (field: string): string => slip.entered[field] ?? '';
  const splitsNow = splitsOf(slip);
  return {
    ...(splitsNow === undefined ? {} : { splitsNow }),
    generationMonth: slip.generationMonth,
    postedOn: slip.postedOn,
    readingFrom: typed('readingFrom'),
    readingTo: typed('readingTo'),
    energy: typed('energy'),
    energyUnit: typed('energyUnit'),
    energyPrice: typed('energyPrice'),
    priceUnit: typed('priceUnit'),
    subsidyPrice: typed('subsidyPrice'),
    energyAmount: typed('energyAmount'),
    subsidyAmount: typed('subsidyAmount'),
  };
}

function settlementOf(slip: SettlementEntity): Settlement {
  return {
    generationMonth: slip.generationMonth,
    postedOn: slip.postedOn,
    readingFrom: slip.readingFrom,
    readingTo: slip.readingTo,
    multiplier: slip.multiplier,
    energyKwh: slip.energyKwh,
    energyPriceYuanPerKwh: slip.energyPrice,
    subsidyPriceYuanPerKwh: slip.subsidyPrice,
    energyFee: slip.energyFee,
    subsidy: slip.subsidy,
    attachments: 1,
    flags: [],
    reason: '',
  };
}
