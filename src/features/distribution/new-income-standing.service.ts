import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import {
  type AboveNewIncome,
  aboveProblem,
  lastMade,
  type StandingGrant,
} from '../../domain/distribution/granted-above';
import { newIncomeCaps } from '../../domain/distribution/new-income-grants';
import { bucketsOf } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { NewIncomeGrantsService } from './new-income-grants.service';
import type { NamedVoucher } from './paid-grants.service';
import { PlanPacksService } from './plan-packs.service';
import { type DistributionPlan, PlanReadService, poolOfPack } from './plan-read.service';
import { PlanGrantsService } from './plan-grants.service';
import { PlanEntity } from './plan.entity';

/** What stands above the year's share of new income, with the vouchers that granted it and what is said. */
export interface ToldAbove extends AboveNewIncome {
  /** The month of the first of its grants. */
  readonly since: Month;
  readonly vouchers: readonly NamedVoucher[];
  /** What keeps a month open by it; its field is the voucher to be withdrawn first. */
  readonly problem: Problem;
}

/** A grant that stands, with its plan and its voucher. */
interface Made extends StandingGrant {
  readonly plan: DistributionPlan;
  readonly entryId: string;
}

/** Whether what was granted out of new income is still borne by it, as the books stand now. */
@Injectable()
export class NewIncomeStandingService {
  constructor(
    private readonly judging: NewIncomeGrantsService,
    private readonly plans: PlanReadService,
    private readonly grants: PlanGrantsService,
    private readonly packs: PlanPacksService,
    private readonly books: LedgerReadService,
  ) {}

  /** Every year and rule of new income whose standing grants are above what the books now bear. */
  async listAbove(db: EntityManager, collectiveId: string): Promise<ToldAbove[]> {
    const made = await this.listMade(db, collectiveId);
    const asked = new Map<string, Made[]>();
    for (const each of made)
      for (const { id } of newIncomeCaps(each.plan.pack, poolOfPack(each.plan.pool), each.bucket)) {
        const key = `${String(yearOf(each.plan.periodTo))} ${id}`;
        asked.set(key, [...(asked.get(key) ?? []), each]);
      }
    const above: ToldAbove[] = [];
    for (const own of asked.values()) above.push(...(await this.aboveOf(db, collectiveId, own)));
    return above;
  }

  /** The grants of plans whose document gives a share of new income; elsewhere nothing more is read. */
  private async listMade(db: EntityManager, collectiveId: string): Promise<Made[]> {
    const standing = await this.grants.listStanding(db, collectiveId);
    if (standing.length === 0) return [];
    const id = In([...new Set(standing.map(({ planId }) => planId))]);
    const made: Made[] = [];
    for (const row of await db.findBy(PlanEntity, { collectiveId, id, state: 'approved' })) {
      const pack = await this.packs.packOf(db, row);
      const pool = poolOfPack(row.pool);
      if (!bucketsOf(pack, pool).some((bucket) => newIncomeCaps(pack, pool, bucket.id).length > 0)) continue;
      const plan = await this.plans.requirePlan(collectiveId, row.id, db);
      for (const grant of standing.filter(({ planId }) => planId === row.id)) {
        const line = plan.lines.find((each) => each.id === grant.planLineId);
        if (line === undefined || plan.ground === undefined) continue;
        const { amount, grantedOn, entryId } = grant;
        made.push({ id: grant.id, bucket: line.bucket.id, amount, grantedOn, plan, entryId });
      }
    }
    return made;
  }

  private async aboveOf(
    db: EntityManager,
    collectiveId: string,
    made: readonly Made[],
  ): Promise<ToldAbove[]> {
    const last = lastMade(made);
    if (last === undefined) return [];
    const { plan, bucket, grantedOn } = last;
    const above = await this.judging.listAbove(db, plan, { bucket, grantedOn });
    if (above.length === 0) return [];
    const vouchers: NamedVoucher[] = [];
    for (const { entryId } of made) vouchers.push(await this.books.requireEntry(collectiveId, entryId, db));
    vouchers.sort((one, other) => orderOf(one) - orderOf(other));
    const since = monthOf(vouchers.map(({ postedOn }) => postedOn).sort()[0] ?? grantedOn);
    const said = {
      uses: usesOfRule(plan, made),
      vouchers: vouchers.map((voucher) => voucherNamedIn(0, voucher)),
      entryId: vouchers.at(-1)?.entryId ?? '',
    };
    return above.map((each) => ({ ...each, since, vouchers, problem: aboveProblem(each, said) }));
  }
}

/** What the document calls the uses that were granted. */
function usesOfRule({ pack, pool }: DistributionPlan, made: readonly Made[]): string[] {
  const granted = new Set(made.map(({ bucket }) => bucket));
  return bucketsOf(pack, poolOfPack(pool))
    .filter(({ id }) => granted.has(id))
    .map(({ name }) => widePunctuation(name));
}

function orderOf({ voucherYear, voucherNumber }: NamedVoucher): number {
  return voucherYear * 1_000_000 + voucherNumber;
}
