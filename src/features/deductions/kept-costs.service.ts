import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { tableInForce } from '../../domain/collectives/share-table';
import type { ServedDays } from '../../domain/deductions/cost-years';
import type { PaidCost, SpannedBill } from '../../domain/deductions/cost-twice';
import type { Deduction } from '../../domain/deductions/deduction';
import { type KeptCostForm, owedProblems, readKeptCost } from '../../domain/deductions/kept-cost';
import {
  bearersOf,
  type BorneShare,
  costByTable,
  type CostOfTable,
  partsOfBearers,
  sharesByTable,
} from '../../domain/deductions/kept-cost-tables';
import type { OwedOwner } from '../../domain/income/passing-on';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { costReason, keptCostReckoning } from '../../glossary/cost-words';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { JointPaymentsService } from '../income/joint-payments.service';
import { JointReadService } from '../income/joint-read.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import {
  JointCostEntity,
  JointCostPartEntity,
  type JointCostShareEntity,
  JointCostTakingEntity,
} from './joint-cost.entity';
import { insertDays, insertShares, readDays, readShares, readTableCosts } from './kept-cost-shares.store';

/** What of a cost one owner bears, and whether his books have it. */
export interface BornePart {
  readonly owner: string;
  /** Null where his books are kept elsewhere. */
  readonly ownerId: string | null;
  readonly amount: Fen;
  readonly taken: boolean;
}

/** A cost of a kept station with what each owner bears, and whose books have it. */
export interface KeptCost {
  readonly cost: JointCostEntity;
  readonly parts: readonly BornePart[];
  /** The days that its bill says it is for. */
  readonly served: ServedDays | undefined;
  /** The first days of the share tables by which it was split. */
  readonly tables: readonly CalendarDay[];
}

/** Costs that the keeper of a joint station pays out of what came for its owners. */
@Injectable()
export class KeptCostsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly joint: JointReadService,
    private readonly payments: JointPaymentsService,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * Books a cost paid for the owners of a kept station: each bears his part by the share tables of the
   * days it is for, out of what came for him. Owners' books take their parts afterwards.
   * @throws FormProblems `deductions.*`, `form.*`, `money.*`, `joint.costAboveOwed`, `joint.costOwnerGone`;
   *   DomainError `joint.notKept`, `shares.*`, `period.*`, `assets.unknown`
   */
  recordCost(
    keeperId: string,
    form: KeptCostForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      keeperId,
      async (tx) => {
        const cost = await this.readCost(tx, keeperId, form);
        const { kind, name, amount, attachments, served } = cost;
        const reason = costReason({ ...form, reason: cost.reason, byYear: cost.byYear });
        const paidOn = cost.postedOn;
        const station = await this.requireKept(tx, keeperId, form.assetId);
        const ofTables = costByTable(amount, { paidOn, served }, station.shareTables);
        const ids = await this.joint.listOwnerIds(keeperId, tx);
        const owed = await this.joint.listOwed(keeperId, tx);
        const shares = await this.sharesOf(tx, keeperId, { cost, station, ofTables, owed, ids });
        const parts = partsOfBearers(shares);
        const { rows = [] } = tableInForce(station.shareTables, paidOn) ?? ofTables.at(-1)?.table ?? {};
        refuseProblems(owedProblems(parts, owed, rows));
        const summary = voucherSummaries.deduction(name);
        const paid = { paidOn, parts, attachments, summary, by: command.by };
        const { id, voucher } = await this.payments.bookPayment(tx, keeperId, paid);
        const told = station.shareTables.length > 1 ? ofTables : [];
        const note = keptCostReckoning(form.note.trim(), served, told);
        const collectiveId = keeperId;
        const row = { collectiveId, id, assetId: form.assetId, kind, name, note, reason, amount, paidOn };
        const { entryId } = voucher;
        const shareTableFrom = ofTables.at(-1)?.table.validFrom ?? '';
        await insertRecorded(tx, JointCostEntity, { ...row, shareTableFrom, entryId });
        await insertShares(tx, { collectiveId, costId: id }, shares);
        await insertDays(tx, { collectiveId, costId: id }, served);
        const owned = parts.map((part) => ({ ...part, ownerId: ids.get(part.owner) ?? null }));
        await insertRecorded(
          tx,
          JointCostPartEntity,
          owned.map((part) => ({ collectiveId, costId: id, ...part })),
        );
        return { id, voucher };
      },
      onceOf(command, 'deductions.keptCost', form),
    );
  }

  /** A cost as typed, held against the station's days and what was paid for it. @throws FormProblems */
  private async readCost(tx: EntityManager, keeperId: string, form: KeptCostForm): Promise<Deduction> {
    const { asset } = await this.assets.requireAsset(keeperId, form.assetId, tx);
    const standing = await this.listStanding(tx, keeperId);
    const own = standing.filter(({ assetId }) => assetId === form.assetId);
    const paid = own.map(paidCostOf);
    const spanned = await this.listSpanned(tx, keeperId, own);
    const { cost, problems } = readKeptCost(form, { life: asset, paid, spanned });
    refuseProblems(problems);
    return cost;
  }

  /** Bills of a station that say their days and have not come back whole. */
  private async listSpanned(
    tx: EntityManager,
    keeperId: string,
    own: readonly JointCostEntity[],
  ): Promise<SpannedBill[]> {
    const ids = own.map(({ id }) => id);
    const served = await readDays(tx, keeperId, ids);
    const refunded = await this.listRefunded(tx, keeperId);
    return own.flatMap((each): SpannedBill[] => {
      const days = served.get(each.id);
      const back = own.filter(({ entryId }) => refunded.get(entryId) === each.id);
      const left = sumFen([each, ...back].map(({ amount }) => amount));
      return days === undefined || left <= 0n ? [] : [{ ...paidCostOf(each), days }];
    });
  }

  /**
   * The costs that stand, the last one paid first.
   * @param ownerId with the parts of this owner alone: his page asks no other owner's books
   */
  async listCosts(
    keeperId: string,
    db: EntityManager = this.database.reader,
    ownerId?: string,
  ): Promise<KeptCost[]> {
    const costs = await this.listStanding(db, keeperId);
    const costId = In(costs.map((cost) => cost.id));
    const of = ownerId === undefined ? {} : { ownerId };
    const parts = await db.findBy(JointCostPartEntity, { collectiveId: keeperId, costId, ...of });
    const takers = new Set(parts.flatMap((part) => part.ownerId ?? []));
    const taken = new Set<string>();
    for (const ownerId of takers) {
      for (const id of (await this.listTaken(db, ownerId, keeperId)).keys()) taken.add(`${ownerId} ${id}`);
    }
    const ids = costs.map(({ id }) => id);
    const shares = await readShares(db, keeperId, ids);
    const days = await readDays(db, keeperId, ids);
    return costs.reverse().map((cost) => ({
      cost,
      served: days.get(cost.id),
      tables: tablesOf(cost, shares.get(cost.id)),
      parts: parts
        .filter((part) => part.costId === cost.id)
        .map(({ owner, ownerId, amount }) => {
          const isTaken = taken.has(`${ownerId ?? ''} ${cost.id}`);
          return { owner, ownerId, amount, taken: isTaken };
        }),
    }));
  }

  /** Which of a keeper's costs an owner's books have, by vouchers that stand. */
  async listTaken(
    db: EntityManager,
    ownerId: string,
    keeperId: string,
  ): Promise<ReadonlyMap<string, JointCostTakingEntity>> {
    const takings = await db.findBy(JointCostTakingEntity, { collectiveId: ownerId, keeperId });
    const reversed = await this.books.listReversedIds(ownerId, db);
    const standing = takings.filter((taking) => !reversed.has(taking.entryId));
    return new Map(standing.map((taking) => [taking.costId, taking]));
  }

  /** Of which cost a voucher of the keeper's brought something back, by the voucher; only what stands. */
  async listRefunded(db: EntityManager, keeperId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await db.findBy(JointCostTakingEntity, { collectiveId: keeperId, keeperId });
    const reversed = await this.books.listReversedIds(keeperId, db);
    const standing = rows.filter(({ entryId }) => !reversed.has(entryId));
    return new Map(standing.map(({ entryId, costId }) => [entryId, costId]));
  }

  /** Whose books take parts of what a voucher paid or brought back: fixed since it was booked. */
  async listBearerIds(keeperId: string, entryId: string): Promise<string[]> {
    const { reader } = this.database;
    const cost = await reader.findOneBy(JointCostEntity, { collectiveId: keeperId, entryId });
    if (cost === null) return [];
    const parts = await reader.findBy(JointCostPartEntity, { collectiveId: keeperId, costId: cost.id });
    return parts.flatMap(({ ownerId }) => ownerId ?? []);
  }

  /**
   * Refuses to take back a cost that an owner's books have, or of which something came back.
   * @throws DomainError `joint.costTaken`, `joint.costRefunded`
   */
  async requireReturnable(tx: EntityManager, keeperId: string, entryId: string): Promise<void> {
    const costs = (await this.listCosts(keeperId, tx)).filter(({ cost }) => cost.entryId === entryId);
    const taken = costs.flatMap(({ parts }) => parts).find((part) => part.taken);
    if (taken !== undefined) throw new DomainError('joint.costTaken', { owner: taken.owner });
    const refunded = new Set((await this.listRefunded(tx, keeperId)).values());
    if (costs.some(({ cost }) => refunded.has(cost.id))) throw new DomainError('joint.costRefunded');
  }

  private async listStanding(db: EntityManager, keeperId: string): Promise<JointCostEntity[]> {
    const reversed = await this.books.listReversedIds(keeperId, db);
    const where = { collectiveId: keeperId };
    const costs = await db.find(JointCostEntity, { where, order: { paidOn: 'ASC', id: 'ASC' } });
    return costs.filter((cost) => !reversed.has(cost.entryId));
  }

  private async requireKept(tx: EntityManager, keeperId: string, assetId: string): Promise<RegisteredAsset> {
    const station = await this.assets.requireAsset(keeperId, assetId, tx);
    const { asset } = station;
    if (asset.kind !== 'keptPvStation') throw new DomainError('joint.notKept', { asset: asset.name });
    return station;
  }

  /** What of a cost is whose by the tables of its days, and who bears it. */
  private async sharesOf(
    tx: EntityManager,
    keeperId: string,
    laid: {
      readonly cost: Deduction;
      readonly station: RegisteredAsset;
      readonly ofTables: readonly CostOfTable[];
      readonly owed: readonly OwedOwner[];
      readonly ids: ReadonlyMap<string, string>;
    },
  ): Promise<BorneShare[]> {
    const { station, ofTables, ids } = laid;
    const { shareTables: tables } = station;
    const day = laid.cost.postedOn;
    const last = ofTables.at(-1);
    if (last === undefined) throw new DomainError('shares.noneInForce', { month: day.slice(0, 7) });
    const standing = await this.listStanding(tx, keeperId);
    const own = standing.filter(({ assetId }) => assetId === station.asset.id);
    const shares = sharesByTable(ofTables, await readTableCosts(tx, keeperId, own));
    const { rows } = tableInForce(tables, day) ?? last.table;
    const owed = new Map(laid.owed.map((each) => [each.owner, each.owed]));
    return bearersOf(shares, { tables, rows, owed, ids });
  }
}

function tablesOf(
  { shareTableFrom }: JointCostEntity,
  shares: readonly JointCostShareEntity[] | undefined,
): CalendarDay[] {
  return [...new Set(shares?.map(({ tableFrom }) => tableFrom) ?? [shareTableFrom])];
}

function paidCostOf({ kind, name, amount, paidOn: postedOn }: JointCostEntity): PaidCost {
  return { kind, name, amount, postedOn };
}
