import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { addMonths, type CalendarDay, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { type OwedOnce, owedOnce, type OwedOwner } from '../../domain/income/passing-on';
import { ownersElsewhere } from '../../domain/collectives/share-owners';
import type { ShareRow, ShareTable } from '../../domain/collectives/share-table';
import type { KeptTax, SlipsTax } from '../../domain/income/kept-tax';
import { type CutMonth, cutMonth } from '../../domain/income/cut-month';
import { tellSplit, type ToldSplit } from '../../domain/income/split-told';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { StationLinksService } from '../assets/station-links.service';
import { CollectivesService } from '../collectives/collectives.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { JointDeliveryEntity } from './joint-delivery.entity';
import { JointPartEntity } from './joint-part.entity';
import { JointPaymentEntity } from './joint-payment.entity';
import { readSlipsTax, readTaxWindow } from './joint-taxes.store';
import { readOwed } from './joint-parts.store';
import {
  readKeptFacts,
  readSlipNotes,
  readWaiting,
  type SlipNote,
  type WaitingStream,
} from './joint-unsplit.store';
import { isPartOf, openedMoneyOf } from './keepers-mark';
import { ShareChangeEntity, ShareChangePartEntity } from './share-change.entity';
import { SettlementEntity } from './settlement.entity';

/** What a slip of a kept station gave to an owner, and whether his books have it. */
export interface KeptPart {
  readonly owner: string;
  /** Null where his books are kept elsewhere. */
  readonly ownerId: string | null;
  readonly kwh: string;
  readonly energyFee: Fen;
  readonly subsidy: Fen;
  /** What of the slip's tax is his, or is owed to him by the keeper who bears it; asked for of one slip. */
  readonly tax?: KeptTax | undefined;
  readonly oddFen: boolean;
  readonly taken: boolean;
  /** His books gave it back since, by a voucher or, where it brought no money, without one. */
  readonly returned?: boolean;
  readonly ownerEntryId: string | null;
  /** The number of the voucher in his books, where it was asked for. */
  readonly ownerVoucher?: number;
  /** What of it his opening had already, so that his books left it out. */
  readonly opened?: Fen;
  /** The first day of his books here, where the slip is older: what it gave him is his opening's. */
  readonly booksFrom?: CalendarDay | undefined;
}

/** A slip of a kept station with its parts, by owner. */
export interface KeptSlip {
  readonly slip: SettlementEntity;
  readonly reversed: boolean;
  readonly parts: readonly KeptPart[];
  readonly voucherNumber?: number;
  /** Its tax, and who bears it. */
  readonly tax?: SlipsTax;
  /** What of it waited, and what it took along. */
  readonly notes?: readonly SlipNote[];
}

/** A change of shares, and whose part became what. */
export interface ToldShareChange {
  readonly change: ShareChangeEntity;
  readonly parts: readonly ShareChangePartEntity[];
  /** The month that its table cuts. */
  readonly cut: CutMonth | undefined;
}

/** What has come for the owners of kept stations, and what their slips gave them. */
@Injectable()
export class JointReadService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerReadService,
    private readonly links: StationLinksService,
    private readonly collectives: CollectivesService,
  ) {}

  /** What came for each owner and is not yet paid to him, in the order of their names. */
  async listOwed(collectiveId: string, db: EntityManager = this.database.reader): Promise<OwedOwner[]> {
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    const owed = await readOwed(db, { collectiveId, reversed });
    return [...owed].sort().map(([owner, amount]) => ({ owner, owed: amount }));
  }

  /** The same, each owner whose books are kept here once, whatever stations call him. */
  async listOwedOnce(collectiveId: string, db: EntityManager = this.database.reader): Promise<OwedOnce[]> {
    return owedOnce(await this.listOwed(collectiveId, db), await this.listOwnerIds(collectiveId, db));
  }

  /** What came for owners until a day and is still not passed on: one's rest makes up no other's. */
  async sumToPassOn(collectiveId: string, until: CalendarDay): Promise<Fen> {
    const db = this.database.reader;
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    const owed = await readOwed(db, { collectiveId, reversed, until });
    return sumFen([...owed.values()].filter((amount) => amount > 0n));
  }

  /** What left for each owner by these payments: amount by id and owner. */
  async listPaid(
    collectiveId: string,
    ids: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, Fen>> {
    const rows = await db.findBy(JointPaymentEntity, { collectiveId, id: In([...ids]) });
    return new Map(rows.map(({ id, owner, amount }) => [`${id} ${owner}`, amount]));
  }

  /** Whose books are kept here, of the owners who ever had a part: id by name. */
  async listOwnerIds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, string>> {
    const parts = await db.findBy(JointPartEntity, { collectiveId });
    return new Map(parts.flatMap(({ owner, ownerId }) => (ownerId === null ? [] : [[owner, ownerId]])));
  }

  /** The slips of kept stations that stand, the newest month first. */
  async listSlips(collectiveId: string): Promise<KeptSlip[]> {
    const db = this.database.reader;
    const reversed = await this.ledger.listReversedIds(collectiveId, db);
    const parts = await db.findBy(JointPartEntity, { collectiveId });
    const acts = await db.findBy(JointDeliveryEntity, { collectiveId, act: 'taken' });
    const id = In([...new Set(parts.map((part) => part.settlementId))]);
    const slips = await db.find(SettlementEntity, {
      where: { collectiveId, id },
      order: { generationMonth: 'DESC', id: 'DESC' },
    });
    return slips
      .filter((slip) => slip.entryId === null || !reversed.has(slip.entryId))
      .map((slip) => ({ slip, reversed: false, parts: partsOf(slip, parts, acts) }));
  }

  /** One slip, with the vouchers of both sides. @throws DomainError `joint.slipUnknown` */
  async requireSlip(collectiveId: string, slipId: string): Promise<KeptSlip> {
    const db = this.database.reader;
    const slip = await db.findOneBy(SettlementEntity, { collectiveId, id: slipId });
    const of = { collectiveId, settlementId: slipId };
    const parts = await db.findBy(JointPartEntity, of);
    if (slip === null || parts.length === 0) throw new DomainError('joint.slipUnknown');
    const acts = await db.findBy(JointDeliveryEntity, of);
    const own =
      slip.entryId === null ? undefined : await this.ledger.requireEntry(collectiveId, slip.entryId);
    const told: KeptPart[] = [];
    const taxed = await readSlipsTax(db, of);
    const begun = await this.booksBegunAfter(collectiveId, slip.postedOn);
    for (const part of partsOf(slip, parts, acts)) {
      const own = taxed?.parts.find(({ owner }) => owner === part.owner);
      const tax = taxed && own && { way: taxed.tax.way, tax: own.tax };
      const booksFrom = part.ownerId === null ? begun.get(part.owner) : undefined;
      told.push({ ...(await this.withVoucher(part, slip)), tax, booksFrom });
    }
    return {
      slip,
      reversed: own?.reversedById !== undefined,
      parts: told,
      notes: await readSlipNotes(db, { collectiveId, reversed: await this.reversedIn(collectiveId) }, slip),
      ...(own === undefined ? {} : { voucherNumber: own.voucherNumber }),
      ...(taxed && { tax: taxed.tax }),
    };
  }

  /**
   * The villages below a keeper whose books began after a day, by the names they may have in a share table. A
   * slip of before is none of their books': what it gave them, their opening has as a receivable, and the
   * keeper owes it to them at once. Source: product decision "Joint stations".
   */
  private async booksBegunAfter(
    keeperId: string,
    day: CalendarDay,
  ): Promise<ReadonlyMap<string, CalendarDay>> {
    const begun = new Map<string, CalendarDay>();
    for (const { id, name, organisationName } of await this.collectives.listVillagesBelow(keeperId)) {
      const { openedOn } = await this.ledger.requireChain(id);
      if (openedOn > day) for (const each of [name, organisationName]) begun.set(each, openedOn);
    }
    return begun;
  }

  /** How a slip that stands was split: of the running total each owner's exact share, and what he has got. */
  async tellSplit(
    collectiveId: string,
    slip: SettlementEntity,
    tables: readonly ShareTable[],
  ): Promise<readonly ToldSplit[]> {
    const reversed = await this.reversedIn(collectiveId);
    if (reversed.has(slip.entryId ?? '')) return [];
    const db = this.database.reader;
    const all = await db.findBy(SettlementEntity, { collectiveId, assetId: slip.assetId });
    const standing = all.filter(({ entryId }) => entryId === null || !reversed.has(entryId));
    const facts = await readKeptFacts(db, collectiveId, standing);
    const tableFrom = slip.shareTableFrom ?? '';
    const until = standing.filter(({ id }) => id <= slip.id);
    const taxes = await readTaxWindow(db, collectiveId, { slips: until, tableFrom });
    return tellSplit(facts, { id: slip.id, month: slip.generationMonth, taxes }, tables);
  }

  /** Owners among the rows of a kept station whose books are not kept here. */
  async listElsewhere(keeperId: string, rows: readonly ShareRow[]): Promise<string[]> {
    return ownersElsewhere(rows, await this.collectives.listVillagesBelow(keeperId));
  }

  /** What of slips was too little and waits for a later slip, oldest month first. */
  async listWaiting(collectiveId: string): Promise<WaitingStream[]> {
    const reversed = await this.reversedIn(collectiveId);
    return readWaiting(this.database.reader, { collectiveId, reversed });
  }

  /** The share tables of a kept station as they were changed, the last one first. */
  listShareChanges(keeperId: string, assetId: string): Promise<ToldShareChange[]> {
    return this.readChanges({ collectiveId: keeperId, assetId });
  }

  /**
   * What an owner is told of new shares in a month: in the one from which they count and the next, when the
   * first slip by them comes, and in the one in which they were entered.
   */
  async listShareNews(collectiveId: string, month: Month): Promise<ToldShareChange[]> {
    const told: ToldShareChange[] = [];
    for (const keeperId of await this.links.listKeeperIds(collectiveId))
      told.push(...(await this.readChanges({ collectiveId: keeperId })));
    return told
      .filter(({ change: { validFrom, enteredOn } }) => {
        const from = monthOf(validFrom);
        return [from, addMonths(from, 1), monthOf(enteredOn)].includes(month);
      })
      .map(({ parts, ...told }) => ({
        ...told,
        parts: parts.filter((part) => part.ownerId === collectiveId),
      }))
      .filter(({ parts }) => parts.length > 0);
  }

  private async readChanges(where: { collectiveId: string; assetId?: string }): Promise<ToldShareChange[]> {
    const db = this.database.reader;
    const changes = await db.find(ShareChangeEntity, { where, order: { validFrom: 'DESC', id: 'DESC' } });
    const { collectiveId } = where;
    const changeId = In(changes.map((change) => change.id));
    const parts = await db.findBy(ShareChangePartEntity, { collectiveId, changeId });
    const tables = await this.links.listKeptTables(collectiveId, db);
    return changes.map((change) => {
      const days = (tables.get(change.assetId) ?? []).map(({ validFrom }) => validFrom);
      const own = parts.filter((part) => part.changeId === change.id);
      return { change, parts: own, cut: cutMonth(change.validFrom, days) };
    });
  }

  private reversedIn(collectiveId: string): Promise<ReadonlySet<string>> {
    return this.ledger.listReversedIds(collectiveId, this.database.reader);
  }

  private async withVoucher(part: KeptPart, slip: SettlementEntity): Promise<KeptPart> {
    const { ownerId, ownerEntryId } = part;
    if (ownerId === null || !part.taken) return part;
    const { generationMonth } = slip;
    const own = await this.database.reader.findBy(SettlementEntity, {
      collectiveId: ownerId,
      generationMonth,
    });
    const taken = own.filter((each) => isPartOf(each, slip.id)).map(openedMoneyOf);
    const opened = sumFen(taken.map(({ energyFee, subsidy }) => energyFee + subsidy));
    if (ownerEntryId === null) return { ...part, opened };
    const { voucherNumber } = await this.ledger.requireEntry(ownerId, ownerEntryId);
    return { ...part, opened, ownerVoucher: voucherNumber };
  }
}

function partsOf(
  slip: SettlementEntity,
  parts: readonly JointPartEntity[],
  acts: readonly JointDeliveryEntity[],
): KeptPart[] {
  return parts
    .filter((part) => part.settlementId === slip.id)
    .map(({ owner, ownerId, kwh, energyFee, subsidy, oddFen }) => {
      const done = acts.filter((each) => each.settlementId === slip.id && each.owner === owner);
      const act = done.find((each) => each.act === 'taken');
      const taken = act !== undefined;
      const returned = done.some((each) => each.act === 'taken_back');
      const given = { owner, ownerId, kwh, energyFee, subsidy, oddFen: oddFen === 1 };
      return { ...given, taken, returned, ownerEntryId: act?.ownerEntryId ?? null };
    });
}
