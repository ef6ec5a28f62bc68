import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { type Deduction, eventOf, lacksWordsOnly, readDeduction } from '../../domain/deductions/deduction';
import type { OpenCost } from '../../domain/deductions/cost-dues';
import { costPostings, readCreditor } from '../../domain/deductions/cost-debt';
import type { Pool } from '../../domain/ledger/journal-entry';
import { grantableOn } from '../../domain/ledger/pool-movements';
import type { Fen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { costReason } from '../../glossary/cost-words';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { chargeOf, reckoningOf } from './charged-contract';
import { ChargesService } from './charges.service';
import { CostDebtEntity } from './cost-debt.entity';
import { CostGroundService } from './cost-ground.service';
import type { KeptBill, LandRentDue, ReadCost, RecordDeductionForm } from './read-cost';
import { DeductionEntity, type DeductionReckoning } from './deduction.entity';
import type { CostRefundEntity } from './cost-refund.entity';
import type { StandingCost } from './standing-costs.service';

export type DeductionRow = StandingCost;

/** Necessary costs, deducted before anything is distributed, each with its voucher. */
/** With no reversal in the books yet every cost that there ever was stands. */
const BEFORE_ANY_REVERSAL = 0;

@Injectable()
export class DeductionsService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly charges: ChargesService,
    private readonly grounds: CostGroundService,
  ) {}

  /**
   * Books a necessary cost, by contract or by bill: paid from the bank, or owed.
   * @throws FormProblems `deductions.*`, `form.*`, `money.*`; DomainError `deductions.contractUnknown`,
   *   `deductions.abovePool`, `period.*`
   */
  recordDeduction(
    collectiveId: string,
    form: RecordDeductionForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { charged, place, facts } = await this.grounds.groundOf(tx, collectiveId, form);
        const { deduction, problems } = readDeduction(form, charged && chargeOf(charged, form), facts);
        const { note, paysPromised = '' } = form;
        const typed = privateNumberProblems({ note, ...reasonsOf(form) });
        const owing: Problem[] = [];
        const creditor = readCreditor(form, owing);
        const told = [...problems, ...typed, ...owing];
        if (!lacksWordsOnly(told)) refuseProblems(told);
        const booked = await this.bookCost(tx, collectiveId, {
          deduction: withReasons(deduction, form),
          ...place,
          contractId: charged?.contract.id ?? null,
          reckoning: { ...reckoningOf(form, charged), ...servedDays(deduction) },
          by: command.by,
          creditor,
        });
        const pays = { pool: place.pool, creditor, paysPromised: paysPromised.trim() !== '' };
        const spent = { ...deduction, ...pays };
        // Every reason that is wanted is asked for at once; what was booked for it goes with the refusal.
        refuseProblems([...told, ...(await this.moneyProblems(tx, collectiveId, spent))]);
        return booked;
      },
      onceOf(command, 'deductions.record', form),
    );
  }

  /**
   * The costs that stand, in the order of their days.
   * @param upTo how many entries the books had: what was taken back later still stood then
   */
  listDeductions(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<DeductionRow[]> {
    return this.charges.listCosts(collectiveId, db, upTo);
  }

  /** What came back of costs and stands, or stood, in the order of its days. */
  listRefunds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<CostRefundEntity[]> {
    return this.charges.listRefunds(collectiveId, db, upTo);
  }

  /** What contracts had charged too much by a day and have today. */
  listOver(collectiveId: string, upTo: CalendarDay, today: CalendarDay): Promise<OpenCost[]> {
    return this.charges.listOver(collectiveId, upTo, today);
  }

  /** The name of every cost by its id, of those taken back, too: what was judged of them stays to be read. */
  async listNames(collectiveId: string): Promise<ReadonlyMap<string, string>> {
    const ever = await this.charges.listCosts(collectiveId, this.database.reader, BEFORE_ANY_REVERSAL);
    return new Map(ever.map(({ id, name }) => [id, name]));
  }

  /** The kind of every cost and of what came back by its id, of those taken back, too. */
  listKinds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, DeductionRow['kind']>> {
    return this.charges.listKinds(collectiveId, db);
  }

  /**
   * A cost just booked was paid from the pool's money of that day, not from another colour, and leaves what
   * was spent since and what is promised; or it is not booked. Promised money pays it only with a reason,
   * which stands on the sheet: without the repair the station earns nothing, and nothing would be granted.
   * What is owed takes no money yet, and may leave the pool below zero: it is carried on.
   */
  private async moneyProblems(
    tx: EntityManager,
    collectiveId: string,
    cost: {
      readonly amount: Fen;
      readonly postedOn: CalendarDay;
      readonly pool: Pool;
      readonly paysPromised: boolean;
      readonly creditor: string | undefined;
    },
  ): Promise<readonly Problem[]> {
    const { amount, postedOn: day, paysPromised, creditor } = cost;
    const movements = await this.books.listPoolMovements(collectiveId, cost.pool, tx);
    const left = grantableOn(movements, day);
    if (left < 0n && creditor === undefined) {
      const facts = { amount, day, undistributed: left + amount, excess: -left };
      throw new DomainError('deductions.abovePool', facts);
    }
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const postings = costPostings(cost, roles);
    return this.ledger.moneyProblems(tx, collectiveId, { postedOn: day, postings, paysPromised });
  }

  /** The contract that charges an asset's land rent on a day, with what it still asks for. */
  findLandRentDue(
    tx: EntityManager,
    collectiveId: string,
    at: { readonly assetId: string; readonly day: CalendarDay; readonly postedOn: CalendarDay },
  ): Promise<LandRentDue | undefined> {
    return this.charges.findLandRentDue(tx, collectiveId, at);
  }

  /** What is asked of an owner's part of a keeper's cost. @see CostGroundService.twiceOfKept */
  twiceOfKept(tx: EntityManager, collectiveId: string, kept: KeptBill): Promise<Problem[]> {
    return this.grounds.twiceOfKept(tx, collectiveId, kept);
  }

  /** Books a cost that was read, in the transaction of who has read it. @throws DomainError `period.*` */
  async bookCost(
    tx: EntityManager,
    collectiveId: string,
    cost: ReadCost,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { deduction, pool, assetId } = cost;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const { amount } = deduction;
    const creditor = await this.creditorOf(tx, collectiveId, cost);
    const debt = { pool, amount, creditor, ...(assetId === null ? {} : { assetId }) };
    const id = newId();
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: eventOf(deduction.kind),
      postedOn: deduction.postedOn,
      aboutPeriod: aboutPeriodOf(cost),
      statementOn: deduction.postedOn,
      summary: (creditor === undefined ? voucherSummaries.deduction : voucherSummaries.costOwed)(
        deduction.name,
      ),
      source: { kind: 'deduction', id },
      attachments: deduction.attachments,
      postings: cost.postingsBy?.(roles) ?? costPostings(debt, roles),
      preparedBy: cost.by,
      replaces: cost.replaces,
    });
    await insertRecorded(tx, DeductionEntity, {
      collectiveId,
      id,
      kind: deduction.kind,
      name: deduction.name,
      amount,
      reason: deduction.reason === '' ? null : deduction.reason,
      postedOn: deduction.postedOn,
      contractId: cost.contractId,
      assetId,
      pool,
      reckoning: cost.reckoning,
      entryId: voucher.entryId,
    });
    if (creditor !== undefined) {
      await insertRecorded(tx, CostDebtEntity, { collectiveId, deductionId: id, creditor });
    }
    return { id, voucher };
  }

  /** The id of whom a cost is owed to, registered where nobody bears the name yet. */
  private async creditorOf(
    tx: EntityManager,
    collectiveId: string,
    { creditor }: ReadCost,
  ): Promise<string | undefined> {
    if (creditor === undefined) return undefined;
    return (await this.ledger.registerCounterparties(tx, collectiveId, [creditor])).idOf(creditor);
  }
}

/** The deduction with everything that was written for it. */
function withReasons(deduction: Deduction, form: RecordDeductionForm): Deduction {
  const { reason, byYear } = deduction;
  return { ...deduction, reason: costReason({ ...reasonsOf(form), reason, byYear }) };
}

/** What is written where it is asked, each question by itself. */
function reasonsOf(form: RecordDeductionForm): Omit<Parameters<typeof costReason>[0], 'reason' | 'byYear'> {
  const { paysPromised, aboveCap, otherYear, outsideAsset, twiceReason } = form;
  return { paysPromised, aboveCap, otherYear, outsideAsset, twiceReason };
}

function servedDays({ served }: Deduction): Pick<DeductionReckoning, 'coversFrom' | 'coversTo'> {
  return served === undefined ? {} : { coversFrom: served.from, coversTo: served.to };
}

/** The month a cost is about: the last of its days, but none that has not come when it is paid. */
function aboutPeriodOf({ reckoning: { coversTo }, deduction: { postedOn } }: ReadCost): Month {
  return monthOf(coversTo === undefined || coversTo > postedOn ? postedOn : coversTo);
}
