import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import type { GrantedTogether, TakenLine } from '../../domain/notices/plan-lines-taken';
import { saysNeed } from '../../domain/notices/rewards-subsidies';
import { clauseOf } from '../../domain/policy/pack';
import { sumFen } from '../../domain/money/fen';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { PlanGrantsService } from '../distribution/plan-grants.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { SureGrantsService } from '../distribution/sure-grants.service';
import { UsersService } from '../users/users.service';

/** A voucher by which people are owed together. */
interface Granted {
  readonly entryId: string;
  readonly amount: bigint;
}

/** What sheets about people ask of the plans that pay them: which lines, by which clause, what is paid. */
@Injectable()
export class GrantedPeopleService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly grants: PlanGrantsService,
    private readonly sure: SureGrantsService,
    private readonly users: UsersService,
  ) {}

  /** The office of each account, by the account: where whoever accepted something belongs. */
  async officesOfAccounts(): Promise<ReadonlyMap<string, string>> {
    const users = await this.users.listUsers();
    return new Map(users.map(({ userId, officeId }) => [userId, officeId]));
  }

  /** The same with what is not paid for certain; a payment that names no list paid none for certain. */
  async withOpen<Of extends Granted>(
    db: EntityManager,
    collectiveId: string,
    granted: readonly Of[],
  ): Promise<(Of & GrantedTogether)[]> {
    const { grants } = await this.database.readWithin(db, () => this.sure.read(collectiveId));
    const openOf = new Map(
      grants.map(({ voucher, standing }) => [
        voucher.entryId,
        standing.state === 'paid' ? 0n : standing.amount,
      ]),
    );
    return granted.map((each) => ({ ...each, open: openOf.get(each.entryId) ?? 0n }));
  }

  /**
   * The lines of plans that some vouchers took money of, and the clauses those uses stand on; of a use whose
   * name says that somebody is in need neither.
   * @param later vouchers of days after those of the sheet: they took nothing yet
   */
  async linesTaken(
    db: EntityManager,
    collectiveId: string,
    { now, later }: { readonly now: ReadonlySet<string>; readonly later: ReadonlySet<string> },
  ): Promise<{ readonly lines: readonly TakenLine[]; readonly basis: NoticeClauses['quotes'] }> {
    const standing = await this.grants.listStanding(db, collectiveId);
    const own = standing.filter(({ entryId }) => now.has(entryId));
    const planIds = [...new Set(own.map(({ planId }) => planId))].sort();
    const told: TakenLine[] = [];
    const basis = new Map<string, NoticeClauses['quotes'][number]>();
    for (const planId of planIds) {
      const plan = await this.plans.requirePlan(collectiveId, planId, db);
      const lines = plan.lines.filter(({ id }) => own.some(({ planLineId }) => planLineId === id));
      for (const { id, bucket, amount, claims } of lines) {
        const ofLine = standing.filter(({ planLineId }) => planLineId === id);
        const taken = ofLine.filter(({ entryId }) => now.has(entryId));
        const earlier = ofLine.filter(({ entryId }) => !now.has(entryId) && !later.has(entryId));
        told.push({
          plan: planName(spanOf(plan), labelOf(`noticePool.${plan.pool}`)),
          use: saysNeed(bucket.id) ? labelOf('page.aid') : bucket.name,
          planned: amount - sumFen(claims.map(({ released }) => released)),
          ...{ earlier: sumFen(earlier.map(amountOf)), taken: sumFen(taken.map(amountOf)) },
        });
        if (!saysNeed(bucket.id)) basis.set(`${plan.packId} ${bucket.cite}`, quoteOf(plan, bucket.cite));
      }
    }
    return { lines: told, basis: [...basis.values()] };
  }
}

function amountOf({ amount }: { readonly amount: bigint }): bigint {
  return amount;
}

function spanOf({ periodFrom: from, periodTo: to }: DistributionPlan): { from: string; to: string } {
  return { from, to };
}

/** The whole clause, with no marks: the sheet numbers no uses. */
export function quoteOf(
  { pack }: Pick<DistributionPlan, 'pack'>,
  cite: string,
): NoticeClauses['quotes'][number] {
  const { at: item, text } = clauseOf(pack, cite);
  const paraphrased = pack.source.kind === 'second_hand';
  return { document: pack.source.title, item, pieces: [{ text }], paraphrased };
}

/** The vouchers of what was granted. */
export function idsOf(granted: readonly { readonly entryId: string }[]): ReadonlySet<string> {
  return new Set(granted.map(({ entryId }) => entryId));
}
