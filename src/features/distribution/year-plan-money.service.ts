import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysOfYear, yearOf } from '../../domain/calendar/calendar-day';
import type { YearOfPool } from '../../domain/distribution/read-year-plan';
import { costCode, type ProposedMoney, type YearBasis } from '../../domain/distribution/year-plan';
import { type Fen, sumFen } from '../../domain/money/fen';
import { deductionKindsOf, type PolicyPack } from '../../domain/policy/pack';
import { releasedSince } from '../../domain/surplus/surplus-statement';
import { IncomeReadService } from '../income/income-read.service';
import { RentReadService } from '../income/rent-read.service';
import { SurplusService } from '../surplus/surplus.service';
import { PlanGroundService } from './plan-ground.service';

/** What the books propose for the money of a year, each figure with where it comes from. */
@Injectable()
export class YearPlanMoneyService {
  constructor(
    private readonly surplus: SurplusService,
    private readonly grounds: PlanGroundService,
    private readonly income: IncomeReadService,
    private readonly rents: RentReadService,
  ) {}

  /**
   * Carried over: what is left of the years before; what came back of their promises apart. Energy, other
   * income and costs: those of the year before, where the books go back to it. Rent: what contracts make due
   * in the year. Subsidy: what is owed and has not come.
   */
  async listProposed(
    db: EntityManager,
    collectiveId: string,
    { pool, year, pack }: YearOfPool & { readonly pack: PolicyPack },
  ): Promise<ProposedMoney[]> {
    const days = (of: number) => ({ pool, ...daysOfYear(of) });
    const [own, before] = [days(year), days(year - 1)];
    const { carriedOver } = await this.surplus.statement(collectiveId, own, db);
    const released = releasedSince(await this.surplus.listSettled(collectiveId, pool, db), own);
    const { period } = await this.grounds.groundOf(db, collectiveId, { pack, period: before });
    const hasBefore = (await this.income.requireFirstDay(collectiveId, db)) < own.from;
    const owed = await this.income.listReceivables(collectiveId, db);
    const ofPool = owed.filter((each) => each.pool === pool && !each.forOwners);
    const cameOf = (streams: readonly string[]): Fen =>
      sumFen(
        ofPool
          .filter(({ stream }) => streams.includes(stream))
          .flatMap(({ receipts }) => receipts)
          .filter(({ receivedOn }) => yearOf(receivedOn) === year - 1)
          .map(({ amount }) => amount),
      );
    const [energy, apart] = [cameOf(['energy']), cameOf(['energy', 'subsidy', 'rent'])];
    const other = period.received > apart ? period.received - apart : 0n;
    const waiting = ofPool.filter(({ stream }) => stream === 'subsidy').map((each) => each.outstanding);
    const ofLastYear = (code: string, amount: Fen): ProposedMoney =>
      hasBefore
        ? { code, proposed: amount, basis: 'lastYear' }
        : { code, proposed: undefined, basis: 'none' };
    const proposed = (code: string, amount: Fen, basis: YearBasis) => ({ code, proposed: amount, basis });
    const kinds = [
      ...deductionKindsOf(pack, pool).map(({ id }) => id),
      ...Object.keys(period.costs),
      'other',
    ];
    return [
      proposed('carried_over', carriedOver - released, 'carried'),
      ...(released === 0n ? [] : [proposed('unspent', released, 'released')]),
      ofLastYear('energy', energy),
      proposed('subsidy', sumFen(waiting), 'owed'),
      proposed('rent', await this.rentOf(db, collectiveId, { pool, year }), 'contracts'),
      ofLastYear('other_income', other),
      ...[...new Set(kinds)].map((kind) => ofLastYear(costCode(kind), period.costs[kind] ?? 0n)),
    ];
  }

  /** What contracts make due in a year. */
  private async rentOf(db: EntityManager, collectiveId: string, { pool, year }: YearOfPool): Promise<Fen> {
    const contracts = await this.rents.listStanding(collectiveId, `${String(year)}-12-31`, db);
    const dues = contracts.filter(({ lease }) => lease.asset.pool === pool).flatMap((each) => each.dues);
    return sumFen(dues.filter(({ dueOn }) => yearOf(dueOn) === year).map(({ amount }) => amount ?? 0n));
  }
}
