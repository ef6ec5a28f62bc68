import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type { ChargeBasis, ChargePart } from '../../domain/deductions/contract-charge';
import type { ShareBehind } from '../../domain/deductions/contract-share';
import {
  type ChargedDays,
  isPaidOnce,
  periodOf,
  periodParts,
  periodsBetween,
} from '../../domain/deductions/cost-contract';
import {
  type CostDue,
  costDue,
  type CostWaiver,
  type OpenCost,
  openCosts,
  stillOver,
  type WantedCost,
} from '../../domain/deductions/cost-dues';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { CostRefundEntity } from './cost-refund.entity';
import { DeductionWaiverEntity } from './deduction-contract.entity';
import { type DeductionContract, DeductionContractsService } from './deduction-contracts.service';
import { DeductionEntity } from './deduction.entity';
import type { LandRentDue } from './read-cost';
import { coveredBy, servedDays } from './covered-days';
import { type StandingCost, StandingCostsService } from './standing-costs.service';

/** A contract with what it asks for in the period around a day. */
export interface ContractCharge {
  readonly contract: DeductionContract;
  readonly period: ChargedDays;
  /** Undefined where only a bill can tell. */
  readonly amount: Fen | undefined;
  readonly basis: ChargeBasis;
  /** Why the period goes without it, where somebody said so. */
  readonly waived: string | undefined;
  /** Where its land rent still goes by a share that the station's table has changed. */
  readonly behind: ShareBehind | undefined;
}

/** A contract and a day of the period it is charged for. */
export interface AskedCharge {
  readonly contract: DeductionContract;
  /** The day on which it is charged. */
  readonly day: CalendarDay;
  /** The first day of the period it is for, where that is not the one of the day. */
  readonly coversFrom?: string | undefined;
  /** The costs that stand, where they are read already; and what is not to be booked. */
  readonly costs?: readonly StandingCost[];
  readonly waivers?: readonly DeductionWaiverEntity[];
}

/** What contracts of costs ask for, held against what is booked of them. */
@Injectable()
export class ChargesService {
  constructor(
    private readonly database: Database,
    private readonly contracts: DeductionContractsService,
    private readonly books: LedgerReadService,
    private readonly standing: StandingCostsService,
  ) {}

  /** The costs that stand for an asset, or for none, paid between two days: by bill or by contract. */
  listPaid(
    db: EntityManager,
    collectiveId: string,
    of: { readonly assetId: string | null; readonly from: CalendarDay; readonly to: CalendarDay },
  ): Promise<DeductionEntity[]> {
    return this.standing.listPaid(db, collectiveId, of);
  }

  /** The costs that stand, or stood, in the order of their days, each with what has come back of it. */
  listCosts(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<StandingCost[]> {
    return this.standing.listCosts(collectiveId, db, upTo);
  }

  /** What came back of costs and stands, or stood, in the order of its days. */
  listRefunds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    upTo?: number,
  ): Promise<CostRefundEntity[]> {
    return this.standing.listRefunds(collectiveId, db, { upTo });
  }

  /** The kind of every cost and of what came back by its id, of those taken back, too. */
  listKinds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, DeductionEntity['kind']>> {
    return this.standing.listKinds(collectiveId, db);
  }

  /** See {@link StandingCostsService.placeFor}. */
  placeFor(db: EntityManager, id: string, of?: ContractCharge): ReturnType<StandingCostsService['placeFor']> {
    return this.standing.placeFor(db, id, of);
  }

  /** The costs that stand, each with the days it is for where its contract or its bill says any. */
  async listCostDays(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<(StandingCost & { readonly days: ChargedDays | undefined })[]> {
    const contracts = await this.contracts.listAllContracts(collectiveId, db);
    return (await this.listCosts(collectiveId, db)).map((row) => {
      const contract = contracts.find(({ id }) => id === row.contractId);
      return Object.assign(row, {
        days: contract === undefined ? servedDays(row) : coveredBy(row, contract),
      });
    });
  }

  /** Every contract in force on a day with what it asks for. */
  async listCharges(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<ContractCharge[]> {
    const charges: ContractCharge[] = [];
    const contracts = await this.contracts.listContracts(collectiveId, day, db);
    const costs = contracts.length === 0 ? [] : await this.listCosts(collectiveId, db);
    const waivers = contracts.length === 0 ? [] : await db.findBy(DeductionWaiverEntity, { collectiveId });
    for (const contract of contracts) {
      charges.push(await this.chargeOf(db, collectiveId, { contract, day, costs, waivers }));
    }
    return charges;
  }

  /** What a contract asks for. @throws DomainError `costContract.noSuchPeriod` */
  async chargeOf(db: EntityManager, collectiveId: string, asked: AskedCharge): Promise<ContractCharge> {
    const { contract, day, coversFrom = '' } = asked;
    const period = periodOf(contract, coversFrom === '' ? day : coversFrom);
    const isToCome = period.from > day && !isPaidOnce(contract.term);
    if (coversFrom !== '' && (coversFrom !== period.from || isToCome)) {
      throw new DomainError('costContract.noSuchPeriod', { from: coversFrom });
    }
    const costs = asked.costs ?? (await this.listCosts(collectiveId, db));
    const basis = await this.basisOf(db, collectiveId, { contract, day, period, costs });
    const waivers = waiversOf(contract, asked.waivers ?? []);
    const { due: amount, waived } = costDue(contract, period, { basis, waivers });
    const [first = period, last = period] = [basis.parts[0], basis.parts.at(-1)];
    const open = { upTo: last.to, chargedTo: addDays(first.from, -1) };
    const behind = await this.contracts.behindOf(collectiveId, contract, open);
    return { contract, period, amount, basis, waived, behind };
  }

  /** What a contract asks for a period that is named. @throws DomainError `deductions.contractUnknown` */
  async chargeFor(
    collectiveId: string,
    asked: { readonly contractId: string; readonly coversFrom: string; readonly day: CalendarDay },
  ): Promise<ContractCharge> {
    const contract = await this.contracts.requireContract(collectiveId, asked.contractId);
    return this.chargeOf(this.database.reader, collectiveId, { ...asked, contract });
  }

  /**
   * The contract that charges an asset's land rent on a day, with what it still asks for the period of that
   * day; `covers` names the period where what is booked on `postedOn` would be taken for another one.
   */
  async findLandRentDue(
    tx: EntityManager,
    collectiveId: string,
    at: { readonly assetId: string; readonly day: CalendarDay; readonly postedOn: CalendarDay },
  ): Promise<LandRentDue | undefined> {
    const contract = await this.contracts.findLandRent(tx, collectiveId, at);
    if (contract === undefined) return undefined;
    const { amount, period } = await this.chargeOf(tx, collectiveId, { contract, day: at.day });
    const isOfItsDay = periodOf(contract, at.postedOn).from === period.from;
    const covers = isOfItsDay ? undefined : period;
    return { contractId: contract.id, contract, period, due: amount ?? 0n, covers };
  }

  /** Every period of a contract that has begun by a day, since the books did. */
  async listDues(
    collectiveId: string,
    asked: {
      readonly contract: DeductionContract;
      readonly upTo: CalendarDay;
      readonly costs?: readonly StandingCost[];
    },
    db: EntityManager = this.database.reader,
  ): Promise<CostDue[]> {
    const { contract, upTo } = asked;
    const costs = asked.costs ?? (await this.listCosts(collectiveId, db));
    const { openedOn: from } = await this.books.requireChain(collectiveId, db);
    const rows = await db.findBy(DeductionWaiverEntity, { collectiveId, contractId: contract.id });
    const waivers = waiversOf(contract, rows);
    const dues: CostDue[] = [];
    for (const period of periodsBetween(contract, { from, upTo })) {
      const day = period.to < upTo ? period.to : upTo;
      const basis = await this.basisOf(db, collectiveId, { contract, day, period, costs });
      dues.push(costDue(contract, period, { basis, waivers }));
    }
    return dues;
  }

  /** What every contract wants by a day: charged by then, not booked, and nobody has said why. */
  async listWanted(collectiveId: string, upTo: CalendarDay, db?: EntityManager): Promise<WantedCost[]> {
    return (await this.listOpen(collectiveId, { upTo }, db)).filter(({ state }) => state === 'wanted');
  }

  /**
   * What every contract wants by a day, and what it has charged too much.
   * @param bookedTo the last day whose charges count; all of them where none is said
   */
  async listOpen(
    collectiveId: string,
    { upTo, bookedTo }: { readonly upTo: CalendarDay; readonly bookedTo?: CalendarDay },
    db: EntityManager = this.database.reader,
  ): Promise<OpenCost[]> {
    const open: OpenCost[] = [];
    const contracts = await this.contracts.listAllContracts(collectiveId, db);
    const all = contracts.length === 0 ? [] : await this.listCosts(collectiveId, db);
    const costs = all.filter(({ postedOn }) => bookedTo === undefined || postedOn <= bookedTo);
    for (const contract of contracts) {
      const dues = await this.listDues(collectiveId, { contract, upTo, costs }, db);
      open.push(...openCosts(contract, dues, upTo));
    }
    return open;
  }

  /**
   * What contracts had charged too much by a day and have today: a rate, on money that was taken back since.
   */
  async listOver(collectiveId: string, upTo: CalendarDay, today: CalendarDay): Promise<OpenCost[]> {
    const now = (await this.listOpen(collectiveId, { upTo: today })).filter(({ state }) => state === 'over');
    if (now.length === 0 || upTo >= today) return now;
    return stillOver(await this.listOpen(collectiveId, { upTo, bookedTo: upTo }), now);
  }

  private async basisOf(
    db: EntityManager,
    collectiveId: string,
    asked: {
      readonly contract: DeductionContract;
      readonly day: CalendarDay;
      readonly period: ChargedDays;
      readonly costs: readonly StandingCost[];
    },
  ): Promise<ChargeBasis> {
    const { contract, day, period, costs } = asked;
    const parts = periodParts(contract, period);
    const own = costs.filter((row) => row.contractId === contract.id);
    const inPeriod = own.filter((row) => coveredBy(row, contract).from === period.from);
    const inYear = own.filter((row) => yearOf(row.postedOn) === yearOf(day));
    return {
      parts: await this.withReceipts(db, collectiveId, { contract, day, parts }),
      chargedInPeriod: sumFen(inPeriod.map((row) => row.amount - givenBack(row, contract))),
      chargedInYear: sumFen(inYear.map((row) => row.amount - row.refunded)),
    };
  }

  /** What a rate is charged on: what came on the days of each part, by its contract's asset or in all. */
  private async withReceipts(
    db: EntityManager,
    collectiveId: string,
    at: {
      readonly contract: DeductionContract;
      readonly day: CalendarDay;
      readonly parts: readonly Omit<ChargePart, 'received'>[];
    },
  ): Promise<ChargePart[]> {
    const [first] = at.parts;
    if (first?.term.type !== 'percentOfReceipt') return at.parts.map((part) => ({ ...part, received: 0n }));
    const { pool, assetId } = at.contract;
    const asked = { pool, from: first.from, assetId: assetId ?? undefined };
    const movements = await this.books.listMovementsFrom(collectiveId, asked, db);
    const received = movements.filter((each) => each.flow === 'received' && each.statementOn <= at.day);
    return at.parts.map((part) => {
      const own = received.filter(({ statementOn: on }) => part.from <= on && on <= part.to);
      return { ...part, received: sumFen(own.map(({ amount }) => amount)) };
    });
  }
}

function waiversOf({ id }: DeductionContract, rows: readonly DeductionWaiverEntity[]): CostWaiver[] {
  return rows
    .filter(({ contractId }) => contractId === id)
    .map(({ coversFrom, coversTo, amount, reason }) => ({
      ...{ from: coversFrom, to: coversTo, amount, reason },
    }));
}

/**
 * What makes room for another charge of the same period: what came back of a rate or a capped bill. A fixed
 * charge was booked as it was agreed; what comes back of it has its reason, and is not asked for again.
 */
function givenBack({ refunded }: StandingCost, { term: { type } }: DeductionContract): Fen {
  return type === 'percentOfReceipt' || type === 'perWattYear' ? refunded : 0n;
}
