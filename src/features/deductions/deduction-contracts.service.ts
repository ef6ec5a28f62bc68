import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import { shareBehind, type ShareBehind } from '../../domain/deductions/contract-share';
import { contractDays, type CostContractChange } from '../../domain/deductions/cost-contract';
import {
  type EndingInsurance,
  endingInsurances,
  type InsuranceGap,
  insuranceGaps,
  type NeverInsured,
  neverInsured,
} from '../../domain/deductions/insurance';
import { type CostChangeForm, readCostChange } from '../../domain/deductions/read-cost-change';
import {
  COST_POOLS,
  type CostContractForm,
  readCostContract,
} from '../../domain/deductions/read-cost-contract';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from '../assets/assets.service';
import { OwnPartsService } from '../assets/own-parts.service';
import { DeductionContractChangeEntity, DeductionContractEntity } from './deduction-contract.entity';
import { NamedCostsService } from './named-costs.service';

/** A change as it was said: by whom, when, why. */
export type SaidCostChange = CostContractChange & {
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: string;
};

/** A contract as it was signed, with what changed it since. */
export interface DeductionContract extends Omit<DeductionContractEntity, 'validTo'> {
  /** The last day as it was signed; none where none was agreed. */
  readonly validTo: CalendarDay | undefined;
  readonly changes: readonly SaidCostChange[];
  /** The last day after every change. */
  readonly lastOn: CalendarDay | undefined;
}

/** What is to be renewed, and what is not insured. */
export interface InsuranceMatters {
  readonly ending: readonly EndingInsurance[];
  readonly gaps: readonly InsuranceGap[];
}

/** A contract and the last day that is charged by it. */
export interface CostChangeAsked {
  readonly contractId: string;
  readonly form: CostChangeForm;
  readonly chargedTo: CalendarDay | undefined;
  readonly by: string;
}

/** Contracts by which necessary costs are charged. */
@Injectable()
export class DeductionContractsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly named: NamedCostsService,
    private readonly clock: Clock,
    private readonly parts: OwnPartsService,
  ) {}

  /** Keeps a contract as it was signed. @throws FormProblems `costContract.*`, `form.*`, `calendar.*` */
  addContract(collectiveId: string, form: CostContractForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { assetId, validFrom } = form;
        const asset =
          assetId === '' ? undefined : await this.assets.requireLettable(collectiveId, assetId, tx);
        const pool = COST_POOLS.find((each) => each === (form.pool === '' ? asset?.pool : form.pool));
        const day = isCalendarDay(validFrom) ? validFrom : this.clock.today();
        const named = pool === undefined ? undefined : await this.named.namedOn(collectiveId, pool, day);
        const standing = await this.listAllContracts(collectiveId, tx);
        const others = standing.map((each) => ({
          ...{ kind: each.kind, name: each.name, assetId: each.assetId ?? undefined },
          ...{ validFrom: each.validFrom, validTo: each.lastOn },
        }));
        const { contract, problems } = readCostContract(form, { asset, named, others });
        refuseProblems(problems);
        const id = newId();
        await insertRecorded(tx, DeductionContractEntity, {
          ...{ collectiveId, id, ...contract },
          ...{ assetId: contract.assetId ?? null, validTo: contract.validTo ?? null },
          ...{ sumInsured: contract.sumInsured ?? null },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'deductions.contract', form),
    );
  }

  /** Every contract as it is now, in the order in which they were entered. */
  async listAllContracts(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DeductionContract[]> {
    const rows = await db.find(DeductionContractEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    if (rows.length === 0) return [];
    const changes = await db.find(DeductionContractChangeEntity, {
      where: { collectiveId },
      order: { contractId: 'ASC', changeNumber: 'ASC' },
    });
    return rows.map((row) => {
      const own = changes.filter(({ contractId }) => contractId === row.id);
      const { validTo, ...signed } = row;
      const contract = {
        ...signed,
        validTo: validTo ?? undefined,
        changes: own.map(({ change, reason, changedBy, changedAt }) => ({
          ...change,
          ...{ reason, changedBy, changedAt },
        })),
      };
      return { ...contract, lastOn: contractDays(contract).to };
    });
  }

  /** The contracts in force on a day. */
  async listContracts(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<DeductionContract[]> {
    const all = await this.listAllContracts(collectiveId, db);
    return all.filter(({ validFrom, lastOn }) => validFrom <= day && day <= (lastOn ?? day));
  }

  /** @throws DomainError `deductions.contractUnknown` */
  async requireContract(
    collectiveId: string,
    contractId: string,
    db: EntityManager = this.database.reader,
  ): Promise<DeductionContract> {
    const found = (await this.listAllContracts(collectiveId, db)).find(({ id }) => id === contractId);
    if (found === undefined) throw new DomainError('deductions.contractUnknown', { contractId });
    return found;
  }

  /** The contract that charges an asset's land rent on a day; undefined where none does. */
  async findLandRent(
    db: EntityManager,
    collectiveId: string,
    { assetId, day }: { readonly assetId: string; readonly day: CalendarDay },
  ): Promise<DeductionContract | undefined> {
    if (assetId === '') return undefined;
    const inForce = await this.listContracts(collectiveId, day, db);
    return inForce.find((each) => each.assetId === assetId && each.kind === 'land_rent');
  }

  /** What of the register is usually insured and never was. */
  async listNeverInsured(collectiveId: string, day: CalendarDay): Promise<NeverInsured[]> {
    const contracts = await this.listAllContracts(collectiveId);
    const registered = await this.assets.listAssets(collectiveId);
    return neverInsured(
      registered.map(({ asset }) => asset),
      contracts.filter(
        ({ kind, validFrom, lastOn = validFrom }) => kind === 'insurance' && validFrom <= lastOn,
      ),
      day,
    );
  }

  /** The insurances that end soon on a day, and the days on which what was insured is not. */
  async listInsuranceMatters(collectiveId: string, day: CalendarDay): Promise<InsuranceMatters> {
    const all = await this.listAllContracts(collectiveId);
    const insured = all
      .filter(({ kind }) => kind === 'insurance')
      .map(({ id, name, assetId, validFrom, lastOn }) => ({
        ...{ contractId: id, name, assetId: assetId ?? undefined, firstOn: validFrom, lastOn },
      }));
    if (insured.length === 0) return { ending: [], gaps: [] };
    const registered = await this.assets.listAssets(collectiveId);
    const left = registered.flatMap(({ asset: { id, leftOn } }): [string, CalendarDay][] =>
      leftOn === undefined ? [] : [[id, leftOn]],
    );
    const leftOn = new Map(left);
    return { ending: endingInsurances(insured, day, leftOn), gaps: insuranceGaps(insured, day, leftOn) };
  }

  /** Where a contract's land rent is behind the share tables of its joint station. */
  async behindOf(
    collectiveId: string,
    contract: DeductionContract,
    until: { readonly upTo: CalendarDay; readonly chargedTo: CalendarDay | undefined },
  ): Promise<ShareBehind | undefined> {
    const { term, assetId } = contract;
    if (assetId === null || term.type !== 'landRent' || term.ownShare === undefined) return undefined;
    const runs = await this.parts.listRuns(collectiveId);
    return shareBehind(contract, runs.get(assetId) ?? [], until);
  }

  /** The kinds of cost that need no reason. */
  namedOn(collectiveId: string, pool: string, day: CalendarDay): Promise<ReadonlySet<string> | undefined> {
    const known = COST_POOLS.find((each) => each === pool);
    return known === undefined ? Promise.resolve(undefined) : this.named.namedOn(collectiveId, known, day);
  }

  /**
   * Keeps a change, inside the transaction of who knows what is charged.
   * @throws FormProblems `costContract.*`
   */
  async keepChange(
    tx: EntityManager,
    collectiveId: string,
    { contractId, form, chargedTo, by }: CostChangeAsked,
  ): Promise<void> {
    const contract = await this.requireContract(collectiveId, contractId, tx);
    const { assetId } = contract;
    const asset =
      assetId === null ? undefined : (await this.assets.requireAsset(collectiveId, assetId, tx)).asset;
    const { change, problems } = readCostChange(form, { contract, chargedTo, life: asset });
    refuseProblems(problems);
    await insertRecorded(tx, DeductionContractChangeEntity, {
      ...{ collectiveId, contractId, changeNumber: contract.changes.length + 1, change },
      ...{ reason: form.reason.trim(), changedBy: by, changedAt: this.clock.now() },
    });
  }
}
