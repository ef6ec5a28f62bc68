import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isCalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import {
  type CapTogether,
  type CostSubject,
  cappedPart,
  capTogether,
  concernSame,
  fillOneCap,
} from '../../domain/deductions/caps-together';
import { type ChargedDays, daysInForce } from '../../domain/deductions/cost-contract';
import {
  elsewhereProblems,
  findTwice,
  fundOfCharge,
  mayBeSame,
} from '../../domain/deductions/cost-elsewhere';
import { DEDUCTION_KINDS, type DeductionKind } from '../../domain/deductions/contract-term';
import {
  type ChargedBefore,
  type PaidCost,
  sameBillDays,
  type SpannedBill,
  twiceProblems,
} from '../../domain/deductions/cost-twice';
import type { BillFacts } from '../../domain/deductions/deduction';
import type { Pool } from '../../domain/ledger/journal-entry';
import { sumFen } from '../../domain/money/fen';
import { timesRatio } from '../../domain/money/ratio';
import { isNamed } from '../../domain/shared/plain-name';
import type { Problem } from '../../domain/shared/problem';
import { AssetsService } from '../assets/assets.service';
import { billsOf, daysOf, isAmong, spannedBillsOf, yearAround } from './billed-days';
import { type ContractCharge, ChargesService } from './charges.service';
import { earlierYearOf } from './cost-years';
import { CostsElsewhereService } from './costs-elsewhere.service';
import { JointCostTakingEntity } from './joint-cost.entity';
import { NamedCostsService } from './named-costs.service';
import { type DeductionContract, DeductionContractsService } from './deduction-contracts.service';
import type { AskedBill, KeptBill, RecordDeductionForm } from './read-cost';

/** What contracts, register and policy say of a cost before it is read. */
export interface CostGround {
  /** The contract it is charged by, with what that asks for. */
  readonly charged: ContractCharge | undefined;
  readonly place: AskedBill['place'];
  readonly facts: BillFacts;
}

/** Loads what a cost as typed is held against. */
@Injectable()
export class CostGroundService {
  constructor(
    private readonly assets: AssetsService,
    private readonly contracts: DeductionContractsService,
    private readonly charges: ChargesService,
    private readonly elsewhere: CostsElsewhereService,
    private readonly named: NamedCostsService,
  ) {}

  /**
   * @throws DomainError `deductions.contractUnknown`, `costContract.noSuchPeriod`, `reentry.*`, `assets.*`
   */
  async groundOf(tx: EntityManager, collectiveId: string, form: RecordDeductionForm): Promise<CostGround> {
    const charged = await this.contractOf(tx, collectiveId, form);
    const former = await this.charges.placeFor(tx, collectiveId, charged);
    const { life, ...place } = await this.placeOf(tx, collectiveId, { form, contract: charged?.contract });
    const facts = await this.billFacts(tx, collectiveId, { form, ...place });
    const kind = charged?.contract.kind ?? DEDUCTION_KINDS.find((each) => each === form.kind);
    const day = [charged?.period.from, form.servedFrom, form.postedOn].find(isTypedDay);
    const byContract = charged !== undefined;
    const days = charged === undefined ? servedOf(form) : daysInForce(charged.contract, charged.period);
    const asked =
      kind === undefined || day === undefined
        ? undefined
        : { kind, ...place, byContract, year: yearOf(day), days: days ?? { from: day, to: day } };
    const together = asked && (await this.capOf(tx, collectiveId, asked));
    const beside = kind && (await this.besideFunds(tx, collectiveId, { form, kind, charged, ...place }));
    const billed = charged && (await this.billedFor(tx, collectiveId, charged));
    const daysCharged = byContract
      ? undefined
      : await this.chargedFor(tx, collectiveId, { form, kind, place });
    const spanned = byContract ? [] : await this.spannedBy(tx, collectiveId, { form, place });
    const countsIn = former && earlierYearOf(form, days, former);
    const known = { billed, daysCharged, spanned, life, countsIn };
    return { charged, place, facts: { ...facts, ...beside, together, ...known } };
  }

  /**
   * What is asked of a part of a keeper's cost because it may be deducted already. That two bills of his own
   * are not the same the keeper was asked.
   */
  async twiceOfKept(tx: EntityManager, collectiveId: string, kept: KeptBill): Promise<Problem[]> {
    const { bill: form, amount, rent, ...place } = kept;
    const { kind, name, postedOn } = form;
    const cost = { kind, name, postedOn, amount, served: servedOf(form) };
    if (rent !== undefined) {
      const billed = await this.billedFor(tx, collectiveId, rent);
      return twiceProblems(form, { ...cost, byContract: true }, { billed });
    }
    const { contracts } = await this.billFacts(tx, collectiveId, { form, ...place });
    const daysCharged = await this.chargedFor(tx, collectiveId, { form, kind, place });
    const { elsewhere } = await this.besideFunds(tx, collectiveId, {
      ...{ form, kind, charged: undefined, ...place },
    });
    const keepers = await tx.findBy(JointCostTakingEntity, { collectiveId });
    const byKeeper = new Set(keepers.map(({ entryId }) => entryId));
    const spanned = await this.spannedBy(tx, collectiveId, { form, place, but: byKeeper });
    const facts = { contracts: contracts ?? [], daysCharged, spanned, elsewhere };
    return twiceProblems(form, { ...cost, byContract: false }, facts);
  }

  private async contractOf(
    tx: EntityManager,
    collectiveId: string,
    form: RecordDeductionForm,
  ): Promise<ContractCharge | undefined> {
    const { contractId = '', postedOn, coversFrom } = form;
    if (contractId === '') return undefined;
    const contract = await this.contracts.requireContract(collectiveId, contractId, tx);
    const day = isCalendarDay(postedOn) ? postedOn : contract.validFrom;
    return this.charges.chargeOf(tx, collectiveId, { contract, day, coversFrom });
  }

  /** What a bill is held against; of a charge the contract knows all but the bills beside it. */
  private async billFacts(
    tx: EntityManager,
    collectiveId: string,
    of: { readonly form: RecordDeductionForm; readonly pool: Pool; readonly assetId: string | null },
  ): Promise<BillFacts> {
    const { pool, assetId } = of;
    const { contractId = '', postedOn: day } = of.form;
    if (!isCalendarDay(day)) return {};
    const near = await this.charges.listPaid(tx, collectiveId, { ...sameBillDays(day), assetId });
    const paid = near.filter((each) => each.pool === pool);
    if (contractId !== '') return { paid: paid.filter((each) => each.contractId === null) };
    const landRent = await this.contracts.findLandRent(tx, collectiveId, { assetId: assetId ?? '', day });
    const inForce = await this.contracts.listContracts(collectiveId, day, tx);
    const isBeside = (each: DeductionContract): boolean =>
      assetId === null || each.assetId === null || each.assetId === assetId;
    return {
      contracts: inForce.filter((each) => each.pool === pool && isBeside(each)),
      landRentBy: landRent?.name,
      named: await this.contracts.namedOn(collectiveId, pool, day),
      paid,
    };
  }

  /**
   * A cost that another fund paid is not deducted once more, unless somebody says why: what is still asked,
   * or undefined where no fund seems to have paid it; of a charge, what a fund paid of it.
   */
  private async besideFunds(
    tx: EntityManager,
    collectiveId: string,
    of: {
      readonly form: RecordDeductionForm;
      readonly kind: DeductionKind;
      readonly charged: ContractCharge | undefined;
      readonly pool: Pool;
      readonly assetId: string | null;
    },
  ): Promise<Pick<BillFacts, 'elsewhere' | 'fund'>> {
    const { form, charged, pool, kind } = of;
    const standing = await this.elsewhere.listStanding(collectiveId, tx);
    const paid = standing.filter((each) => mayBeSame({ ...each, pool }, of));
    if (paid.length === 0) return {};
    const costs = await this.charges.listCostDays(collectiveId, tx);
    const name = charged?.contract.name ?? form.name;
    const typed = { ...form, name, days: charged?.period ?? servedOf(form) };
    // The bill of a land rent that a contract charges is refused: what a fund left of it is no bill's.
    const byContract = charged !== undefined && kind !== 'land_rent';
    const fund = byContract ? fundOfCharge(typed, paid, costs) : undefined;
    const twice = findTwice(typed, paid, costs);
    // Who typed what is left, with a reason, is told the way alone.
    if (twice === undefined) return fund === undefined ? {} : { fund, elsewhere: [] };
    const { twiceReason = '', postedOn: day } = form;
    const at = { pool, day, kind, twiceReason };
    const asked = await this.named.elsewhereProblems(collectiveId, at, twice);
    const way = elsewhereProblems(twice, { twiceReason, byContract });
    return { fund, elsewhere: asked.length === 0 || byContract ? [...asked, ...way] : asked };
  }

  /** @see billsOf */
  private async billedFor(
    tx: EntityManager,
    collectiveId: string,
    charge: Pick<ContractCharge, 'contract' | 'period'>,
  ): Promise<PaidCost[]> {
    return billsOf(charge, await this.charges.listCostDays(collectiveId, tx));
  }

  /** Bills of the same place that say their days, but for those of some vouchers. @see spannedBillsOf */
  private async spannedBy(
    tx: EntityManager,
    collectiveId: string,
    { form, place, but }: Pick<AskedBill, 'form' | 'place'> & { readonly but?: ReadonlySet<string> },
  ): Promise<SpannedBill[]> {
    if (servedOf(form) === undefined) return [];
    const costs = await this.charges.listCostDays(collectiveId, tx);
    const asked = costs.filter(({ entryId }) => but?.has(entryId) !== true);
    return spannedBillsOf(place, asked);
  }

  /**
   * What contracts have charged for the days of a bill, in force now or not: its days are paid already.
   * A bill that says no days is held against those of the year in which it is paid.
   */
  private async chargedFor(
    tx: EntityManager,
    collectiveId: string,
    bill: AskedBill,
  ): Promise<ChargedBefore[]> {
    const { form, kind, place } = bill;
    const said = servedOf(form);
    const served = said ?? (isTypedDay(form.postedOn) ? yearAround(form.postedOn) : undefined);
    if (served === undefined) return [];
    const all = await this.contracts.listAllContracts(collectiveId, tx);
    const contracts = all.filter((each) => {
      const ofKind = kind !== 'other' && kind !== undefined && concernSame(each, { kind, ...place });
      return ofKind || (concernSame(each, { ...place, kind: each.kind }) && isNamed(form.name, [each.name]));
    });
    if (contracts.length === 0) return [];
    const costs = await this.charges.listCostDays(collectiveId, tx);
    return costs.flatMap((cost): ChargedBefore[] => {
      const contract = contracts.find(({ id }) => id === cost.contractId);
      if (contract === undefined || cost.amount <= cost.refunded) return [];
      const charged = daysInForce(contract, cost.days ?? daysOf(cost.postedOn));
      if (!isAmong(charged, served)) return [];
      const { name, postedOn, amount } = cost;
      return [{ kind: cost.kind, name, postedOn, amount, charged, isOfYear: said === undefined }];
    });
  }

  /** What the caps on a kind of cost let a year cost together; undefined where no contract caps it. */
  private async capOf(
    tx: EntityManager,
    collectiveId: string,
    asked: CostSubject & { readonly byContract: boolean; readonly year: number; readonly days: ChargedDays },
  ): Promise<CapTogether | undefined> {
    const { year } = asked;
    const all = await this.contracts.listAllContracts(collectiveId, tx);
    const contracts = all.filter(
      (each) => each.term.type === 'perWattYear' && fillOneCap({ ...each, byContract: true }, asked),
    );
    const cap = capTogether(contracts, year);
    if (cap === undefined) return undefined;
    const part = cappedPart(asked.days, contracts, year);
    if (part.numerator === 0n) return undefined;
    const costs = await this.charges.listCostDays(collectiveId, tx);
    const charged = costs.filter((cost) => {
      const { kind, pool, assetId } = cost;
      const { coversFrom = cost.postedOn } = cost.reckoning;
      const byContract = cost.contractId !== null;
      return yearOf(coversFrom) === year && fillOneCap({ kind, pool, assetId, byContract }, asked);
    });
    const amounts = charged.map(({ amount, refunded, postedOn, days, contractId }) => {
      const own = all.find(({ id }) => id === contractId);
      const period = days ?? { from: postedOn, to: postedOn };
      const covered = own === undefined ? period : daysInForce(own, period);
      return timesRatio(amount - refunded, cappedPart(covered, contracts, year));
    });
    return { year, cap, contracts: contracts.map(({ name }) => name), charged: sumFen(amounts), part };
  }

  private async placeOf(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly form: RecordDeductionForm; readonly contract: DeductionContract | undefined },
  ): Promise<CostGround['place'] & Pick<BillFacts, 'life'>> {
    const { form, contract } = given;
    if (contract !== undefined) {
      const { pool, assetId } = contract;
      const its = assetId === null ? undefined : await this.assets.findAsset(collectiveId, assetId, tx);
      return { pool, assetId, life: its?.asset };
    }
    if (form.assetId === undefined || form.assetId === '') return { pool: form.pool ?? 'pv', assetId: null };
    const days = servedOf(form) ?? { from: form.postedOn, to: form.postedOn };
    const its = await this.assets.requireSpending(collectiveId, { id: form.assetId, days }, tx);
    return { pool: its.pool, assetId: its.id, life: its };
  }
}

/** The days a bill says it is for, where both can be read. */
function servedOf({ servedFrom: from, servedTo: to }: RecordDeductionForm): ChargedDays | undefined {
  return isTypedDay(from) && isTypedDay(to) ? { from, to } : undefined;
}

function isTypedDay(text: string | undefined): text is string {
  return text !== undefined && isCalendarDay(text);
}
