import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { keptBackFrom } from '../../domain/deductions/kept-cost';
import { keptCostPostings } from '../../domain/deductions/kept-cost-postings';
import { yuanText } from '../../domain/money/fen';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { costReason } from '../../glossary/cost-words';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { newId } from '../../platform/ids/new-id';
import { partOf, ReceiptsService } from '../income/receipts.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { type Replaced, ReentriesService } from '../ledger/reentries.service';
import { DeductionsService } from './deductions.service';
import { JointCostEntity, JointCostTakingEntity } from './joint-cost.entity';
import type { LandRentDue } from './read-cost';
import type { TakenBill, WaitingCost } from './taken-bill';

/** An owner's part of a keeper's cost, held against his books and booked in them. */
@Injectable()
export class TakenBillsService {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly deductions: DeductionsService,
    private readonly reentries: ReentriesService,
  ) {}

  /**
   * The own contract whose charge the keeper's land rent is: by the days of his bill, where they lie in one
   * period of it; where it says none, by the day on which he paid it.
   */
  async rentOf(
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

  /** What is asked of it because the books may have it already. */
  twiceProblems(
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

  /** Books a part as it was read, in the place of what was booked of the same before. @throws FormProblems */
  async book(
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
      replaces: await this.replacedBy(tx, collectiveId, waiting),
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

  /**
   * What the books had of the same cost before, and of those in whose place the keeper entered it: its place
   * is taken, or an earlier year's cost would be this year's. The form for earlier years books no such cost.
   */
  private async replacedBy(
    tx: EntityManager,
    collectiveId: string,
    { keeperId, cost }: WaitingCost,
  ): Promise<Replaced | undefined> {
    const entryId = In(await this.reentries.listFormer(keeperId, cost.entryId, tx));
    const former = await tx.findBy(JointCostEntity, { collectiveId: keeperId, entryId });
    const costId = In([cost.id, ...former.map(({ id }) => id)]);
    const takings = await tx.findBy(JointCostTakingEntity, { collectiveId, keeperId, costId });
    if (takings.length === 0) return undefined;
    const entryIds = takings.map((taking) => taking.entryId);
    const waiting = await this.reentries.listWaiting(collectiveId, entryIds, tx);
    return { entryIds, before: waiting.at(-1)?.entryId };
  }
}
