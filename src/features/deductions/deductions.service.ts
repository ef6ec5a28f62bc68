import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { type CalendarDay, isCalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { halfYearOf } from '../../domain/calendar/half-year';
import {
  type ChargeBasis,
  chargeDue,
  chargePeriod,
  type ContractTerm,
  type DeductionKind,
  termProblems,
} from '../../domain/deductions/contract-term';
import { type DeductionForm, eventOf, readDeduction } from '../../domain/deductions/deduction';
import { deductionPostings } from '../../domain/deductions/postings';
import type { Pool } from '../../domain/ledger/journal-entry';
import { grantableOn } from '../../domain/ledger/pool-movements';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from '../assets/assets.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { type ChargedContract, chargeOf, reckoningOf } from './charged-contract';
import { paidFromBank, type ReadCost } from './read-cost';
import { DeductionContractEntity } from './deduction-contract.entity';
import { findLandRent } from './land-rent';
import { DeductionEntity } from './deduction.entity';

export type DeductionContract = DeductionContractEntity;
export type DeductionRow = DeductionEntity;

/** A contract as it is entered. */
export interface ContractForm {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly assetId: string | undefined;
  readonly pool: Pool;
  readonly term: ContractTerm;
  readonly clause: string;
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | undefined;
}

/** A cost as typed: by the contract that `contractId` names, or for an asset, or for a pool. */
export type RecordDeductionForm = DeductionForm & {
  readonly contractId?: string;
  readonly assetId?: string;
  readonly pool?: Pool;
  /** What the bill says: printed beside the amount. */
  readonly note?: string;
};

/** Necessary costs, deducted before anything is distributed, each with its voucher. */
@Injectable()
export class DeductionsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
  ) {}

  /** Enters a contract. @throws FormProblems `form.*`, `calendar.*` */
  addContract(collectiveId: string, form: ContractForm, command: Command): Promise<{ id: string }> {
    const { name, clause } = form;
    const problems = [...termProblems(form.term), ...privateNumberProblems({ name, clause })];
    if (!isCalendarDay(form.validFrom)) {
      problems.push({ code: 'calendar.notADay', field: 'validFrom', value: form.validFrom });
    }
    refuseProblems(problems);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        if (form.assetId !== undefined) await this.assets.requireEarning(collectiveId, form.assetId, tx);
        const id = newId();
        const columns = { ...form, assetId: form.assetId ?? null, validTo: form.validTo ?? null };
        await tx.insert(DeductionContractEntity, { collectiveId, id, ...columns });
        return { id };
      },
      onceOf(command, 'deductions.contract', form),
    );
  }

  /** The contracts in force on a day. */
  listContracts(collectiveId: string, day: CalendarDay): Promise<DeductionContract[]> {
    const inForce = { collectiveId, validFrom: LessThanOrEqual(day) };
    return this.database.reader.find(DeductionContractEntity, {
      where: [
        { ...inForce, validTo: IsNull() },
        { ...inForce, validTo: MoreThanOrEqual(day) },
      ],
      order: { id: 'ASC' },
    });
  }

  /** Every contract, in the order in which they were entered. */
  listAllContracts(collectiveId: string): Promise<DeductionContract[]> {
    return this.database.reader.find(DeductionContractEntity, {
      where: { collectiveId },
      order: { id: 'ASC' },
    });
  }

  /**
   * What a contract asks for on a day, with the receipts it is reckoned on; undefined where only a bill can
   * tell.
   */
  async suggestCharge(
    collectiveId: string,
    contract: DeductionContract,
    day: CalendarDay,
  ): Promise<{ amount: Fen | undefined; basis: ChargeBasis }> {
    const basis = await this.basisOf(this.database.reader, collectiveId, { contract, day });
    return { amount: chargeDue(contract.term, basis), basis };
  }

  /**
   * Books a necessary cost paid from the bank, by contract or by bill.
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
        const charged = await this.contractOf(tx, collectiveId, form);
        const { assetId = '', postedOn: day } = form;
        const landRentBy = await findLandRent(tx, collectiveId, { assetId, day });
        const { deduction, problems } = readDeduction(form, charged && chargeOf(charged), landRentBy?.name);
        refuseProblems([...problems, ...privateNumberProblems({ note: form.note })]);
        const place = await this.placeOf(tx, collectiveId, { form, contract: charged?.contract });
        const booked = await this.bookCost(tx, collectiveId, {
          deduction,
          ...place,
          contractId: charged?.contract.id ?? null,
          reckoning: reckoningOf(form, charged),
          by: command.by,
        });
        await this.requireMoney(tx, collectiveId, { ...deduction, pool: place.pool });
        return booked;
      },
      onceOf(command, 'deductions.record', form),
    );
  }

  /** The costs that stand, in the order of their days. */
  async listDeductions(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DeductionRow[]> {
    const reversed = await this.books.listReversedIds(collectiveId, db);
    const rows = await db.find(DeductionEntity, {
      where: { collectiveId },
      order: { postedOn: 'ASC', id: 'ASC' },
    });
    return rows.filter((row) => !reversed.has(row.entryId));
  }

  /**
   * A cost just booked was paid from the pool's money of that day, not from another colour, and leaves what
   * was spent since; or it is not booked.
   */
  private async requireMoney(
    tx: EntityManager,
    collectiveId: string,
    cost: { readonly amount: Fen; readonly postedOn: CalendarDay; readonly pool: Pool },
  ): Promise<void> {
    const movements = await this.books.listPoolMovements(collectiveId, cost.pool, tx);
    const left = grantableOn(movements, cost.postedOn);
    const { amount, postedOn: day } = cost;
    if (left < 0n) {
      const facts = { amount, day, undistributed: left + amount, excess: -left };
      throw new DomainError('deductions.abovePool', facts);
    }
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const postings = deductionPostings(cost, roles);
    await this.ledger.requireMoney(tx, collectiveId, { postedOn: day, postings });
  }

  /** The contract that charges an asset's land rent on a day, with what it still asks for. */
  async findLandRentDue(
    tx: EntityManager,
    collectiveId: string,
    at: { readonly assetId: string; readonly day: CalendarDay },
  ): Promise<{ contractId: string; due: Fen } | undefined> {
    const contract = await findLandRent(tx, collectiveId, at);
    if (contract === undefined) return undefined;
    const basis = await this.basisOf(tx, collectiveId, { contract, day: at.day });
    return { contractId: contract.id, due: chargeDue(contract.term, basis) ?? 0n };
  }

  /** Books a cost that was read, in the transaction of who has read it. @throws DomainError `period.*` */
  async bookCost(
    tx: EntityManager,
    collectiveId: string,
    cost: ReadCost,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { deduction, pool, assetId } = cost;
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const id = newId();
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: eventOf(deduction.kind),
      postedOn: deduction.postedOn,
      aboutPeriod: monthOf(deduction.postedOn),
      statementOn: deduction.postedOn,
      summary: voucherSummaries.deduction(deduction.name),
      source: { kind: 'deduction', id },
      attachments: deduction.attachments,
      postings: (cost.postingsBy ?? paidFromBank(cost))(roles),
      preparedBy: cost.by,
    });
    await tx.insert(DeductionEntity, {
      collectiveId,
      id,
      kind: deduction.kind,
      name: deduction.name,
      amount: deduction.amount,
      reason: deduction.reason === '' ? null : deduction.reason,
      postedOn: deduction.postedOn,
      contractId: cost.contractId,
      assetId,
      pool,
      reckoning: cost.reckoning,
      entryId: voucher.entryId,
    });
    return { id, voucher };
  }

  private async contractOf(
    tx: EntityManager,
    collectiveId: string,
    form: RecordDeductionForm,
  ): Promise<ChargedContract | undefined> {
    if (form.contractId === undefined || form.contractId === '') return undefined;
    const contract = await tx.findOneBy(DeductionContractEntity, { collectiveId, id: form.contractId });
    if (contract === null)
      throw new DomainError('deductions.contractUnknown', { contractId: form.contractId });
    const day = isCalendarDay(form.postedOn) ? form.postedOn : contract.validFrom;
    return { contract, basis: await this.basisOf(tx, collectiveId, { contract, day }) };
  }

  private async placeOf(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly form: RecordDeductionForm; readonly contract: DeductionContract | undefined },
  ): Promise<{ pool: Pool; assetId: string | null }> {
    const { form, contract } = given;
    if (contract !== undefined) return { pool: contract.pool, assetId: contract.assetId };
    if (form.assetId === undefined || form.assetId === '') return { pool: form.pool ?? 'pv', assetId: null };
    const { pool, id } = await this.assets.requireEarning(collectiveId, form.assetId, tx);
    return { pool, assetId: id };
  }

  private async basisOf(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly contract: DeductionContract; readonly day: CalendarDay },
  ): Promise<ChargeBasis> {
    const { from } = halfYearOf(asked.day);
    const { pool } = asked.contract;
    const movements = await this.books.listMovementsFrom(collectiveId, { pool, from }, db);
    const received = movements.filter((each) => each.flow === 'received' && each.statementOn <= asked.day);
    const charged = (await this.listDeductions(collectiveId, db)).filter(
      (row) => row.contractId === asked.contract.id,
    );
    const period = chargePeriod(asked.contract.term, asked.day);
    const inPeriod = charged.filter((row) => row.postedOn >= period.from && row.postedOn <= period.to);
    const inYear = charged.filter((row) => yearOf(row.postedOn) === yearOf(asked.day));
    return {
      receivedInPeriod: sumFen(received.map((each) => each.amount)),
      chargedInPeriod: sumFen(inPeriod.map((row) => row.amount)),
      chargedInYear: sumFen(inYear.map((row) => row.amount)),
    };
  }
}
