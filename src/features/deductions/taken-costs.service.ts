import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ServedDays } from '../../domain/deductions/cost-years';
import {
  isBesideRent,
  keptBackFrom,
  takingProblems,
  tellsRentFirst,
} from '../../domain/deductions/kept-cost';
import { keptCostPostings } from '../../domain/deductions/kept-cost-postings';
import { type Fen, yuanText } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { readDay } from '../../domain/shared/typed-fields';
import { costReason } from '../../glossary/cost-words';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { StationLinksService } from '../assets/station-links.service';
import type { RegisteredAsset } from '../assets/assets.service';
import { partOf, ReceiptsService } from '../income/receipts.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { DeductionsService } from './deductions.service';
import { type JointCostEntity, JointCostTakingEntity } from './joint-cost.entity';
import { KeptCostsService } from './kept-costs.service';
import type { LandRentDue } from './read-cost';

/** An owner's part of a keeper's cost that his books do not have yet. */
export interface WaitingCost {
  readonly keeperId: string;
  readonly cost: JointCostEntity;
  /** The days that its bill says it is for. */
  readonly served: ServedDays | undefined;
  /** The first days of the share tables by which it was split. */
  readonly tables: readonly string[];
  readonly own: RegisteredAsset;
  /** Below zero: what comes back to him. */
  readonly amount: Fen;
}

/** By which day, and why it is no second time what the books have; only where that is asked. */
export interface TakingForm {
  readonly costId: string;
  readonly postedOn: string;
  readonly twiceReason?: string;
}

/** A part as it is booked, and the own contract whose charge it is. */
interface TakenBill {
  readonly waiting: WaitingCost;
  readonly form: TakingForm;
  readonly rent: LandRentDue | undefined;
}

/** The keeper's costs in an owner's books: kept back from what the keeper owes, and deducted. */
@Injectable()
export class TakenCostsService {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptCostsService,
    private readonly links: StationLinksService,
    private readonly receipts: ReceiptsService,
    private readonly deductions: DeductionsService,
  ) {}

  /** What keepers paid for this collective and its books do not have yet, the first paid first. */
  async listWaiting(collectiveId: string, db: EntityManager = this.database.reader): Promise<WaitingCost[]> {
    const waiting: WaitingCost[] = [];
    for (const keeperId of await this.links.listKeeperIds(collectiveId, db)) {
      for (const { cost, parts, tables, served } of await this.kept.listCosts(keeperId, db, collectiveId)) {
        const part = parts.find(({ taken }) => !taken);
        if (part === undefined) continue;
        const of = { keeperId, stationId: cost.assetId };
        const own = await this.links.findOwn(collectiveId, of, db);
        if (own !== undefined) waiting.push({ keeperId, cost, served, tables, own, amount: part.amount });
      }
    }
    return waiting.sort((one, other) => (one.cost.paidOn < other.cost.paidOn ? -1 : 1));
  }

  /** @throws DomainError `joint.costUnknown` where there is none, or the books have it already */
  async requireWaiting(
    collectiveId: string,
    costId: string,
    db: EntityManager = this.database.reader,
  ): Promise<WaitingCost> {
    const waiting = await this.listWaiting(collectiveId, db);
    const found = waiting.find(({ cost }) => cost.id === costId);
    if (found === undefined) throw new DomainError('joint.costUnknown');
    return found;
  }

  /**
   * Books the own part of a keeper's cost: what he kept back clears what he owes, and is deducted. Land rent
   * that an own contract charges for the days of the bill counts as its charge; anything else is asked what
   * an own bill of those days is.
   * @throws FormProblems `calendar.*`, `joint.*`, `deductions.*`; DomainError `joint.costUnknown`,
   *   `period.*`
   */
  takeCost(
    collectiveId: string,
    form: TakingForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const waiting = await this.requireWaiting(collectiveId, form.costId, tx);
        if (waiting.amount < 0n) throw new DomainError('joint.costUnknown');
        const { postedOn } = form;
        const problems: Problem[] = [];
        readDay({ field: 'postedOn', value: postedOn }, problems);
        refuseProblems(problems);
        const period = await this.rentOf(tx, collectiveId, { waiting, postedOn });
        const { amount } = waiting;
        const left = period && { contract: period.contract.name, due: period.due };
        const own = takingProblems(form, { paidOn: waiting.cost.paidOn, amount }, left);
        // What the contract does not ask for and is said to be no second time is a cost beside it.
        const isBeside = period !== undefined && isBesideRent(amount, period);
        const rent = isBeside ? undefined : period;
        const twice = await this.twiceProblems(tx, collectiveId, { waiting, form, rent });
        const asked = isBeside ? twice.filter(({ code }) => code !== 'deductions.notSeenTwice') : twice;
        refuseProblems([...own, ...(own.length === 0 ? tellsRentFirst(asked, left) : [])]);
        return this.book(tx, collectiveId, { waiting, form, rent, by: command.by });
      },
      onceOf(command, 'deductions.takeCost', form),
    );
  }

  /**
   * The own contract whose charge the keeper's land rent is: by the days of his bill, where they lie in one
   * period of it; where it says none, by the day on which he paid it.
   */
  private async rentOf(
    tx: EntityManager,
    collectiveId: string,
    { waiting, postedOn }: { readonly waiting: WaitingCost; readonly postedOn: string },
  ): Promise<LandRentDue | undefined> {
    const { cost, served, own } = waiting;
    if (cost.kind !== 'land_rent') return undefined;
    const at = { assetId: own.asset.id, day: served?.from ?? cost.paidOn, postedOn };
    const rent = await this.deductions.findLandRentDue(tx, collectiveId, at);
    return rent !== undefined && (served?.to ?? '') > rent.period.to ? undefined : rent;
  }

  private twiceProblems(
    tx: EntityManager,
    collectiveId: string,
    { waiting, form, rent }: TakenBill,
  ): Promise<Problem[]> {
    const { cost, served, own, amount } = waiting;
    const { kind, name } = cost;
    const { postedOn, twiceReason = '' } = form;
    const bill = {
      ...{ kind, name, postedOn, twiceReason, amount: yuanText(amount), reason: '' },
      ...(served && { servedFrom: served.from, servedTo: served.to }),
    };
    const { pool, id: assetId } = own.asset;
    return this.deductions.twiceOfKept(tx, collectiveId, { bill, amount, pool, assetId, rent });
  }

  private async book(
    tx: EntityManager,
    collectiveId: string,
    taking: TakenBill & {
      readonly by: string;
    },
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { waiting, form, rent, by } = taking;
    const { postedOn, twiceReason } = form;
    const { keeperId, cost, amount, own } = waiting;
    const covers = rent === undefined ? waiting.served : rent.covers;
    const { id: assetId, pool } = own.asset;
    const owed = await this.receipts.listOwedByOthers(tx, collectiveId, assetId);
    const lines = keptBackFrom(amount, owed);
    if (lines.length === 0) refuseProblems([{ code: 'joint.costNotOwed', field: '', facts: { amount } }]);
    const cleared = lines.map((line) => partOf(line, owed));
    const { kind, name } = cost;
    const reason = costReason({ reason: cost.reason, twiceReason });
    const booked = await this.deductions.bookCost(tx, collectiveId, {
      deduction: { kind, name, postedOn, amount, reason, attachments: 1, byYear: [] },
      ...{ pool, assetId, contractId: rent?.contractId ?? null, by },
      reckoning: {
        note: voucherSummaries.keptCostNote(cost.note, cost.amount),
        ...(covers && { coversFrom: covers.from, coversTo: covers.to }),
      },
      postingsBy: (roles) => keptCostPostings({ pool, assetId, amount }, cleared, roles),
    });
    const { entryId } = booked.voucher;
    await this.receipts.note(tx, collectiveId, { id: newId(), receivedOn: postedOn, lines, entryId });
    await insertRecorded(tx, JointCostTakingEntity, { collectiveId, keeperId, costId: cost.id, entryId });
    return booked;
  }
}
