import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import type { GrantedTogether, TakenLine } from '../../domain/notices/plan-lines-taken';
import { saysNeed } from '../../domain/notices/rewards-subsidies';
import { bucketsOf, clauseOf, type PolicyPack } from '../../domain/policy/pack';
import { sumFen } from '../../domain/money/fen';
import { planName, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { type GrantedLine, GrantedLinesService } from '../distribution/granted-lines.service';
import { PlanGrantsService } from '../distribution/plan-grants.service';
import type { DistributionPlan } from '../distribution/plan-read.service';
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
    private readonly lines: GrantedLinesService,
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
    const made = await this.lines.listMade(db, collectiveId);
    const lineOf = new Map(made.map(({ entryId, planLineId }) => [entryId, planLineId]));
    const standing = await this.grants.listStanding(db, collectiveId);
    const own = made.filter(({ entryId }) => now.has(entryId));
    own.sort((one, other) => (one.planId < other.planId ? -1 : one.planId > other.planId ? 1 : 0));
    const told: TakenLine[] = [];
    const basis = new Map<string, NoticeClauses['quotes'][number]>();
    for (const { planLineId, pack, bucket, promised, ...of } of await this.lines.listLines(
      db,
      collectiveId,
      own,
    )) {
      const ofLine = standing.filter(({ entryId }) => lineOf.get(entryId) === planLineId);
      const taken = ofLine.filter(({ entryId }) => now.has(entryId));
      const earlier = ofLine.filter(({ entryId }) => !now.has(entryId) && !later.has(entryId));
      const { name, cite } = useOf(pack, of.pool, bucket);
      told.push({
        plan: nameOf(of),
        use: saysNeed(bucket) ? labelOf('page.aid') : name,
        planned: promised,
        ...{ earlier: sumFen(earlier.map(amountOf)), taken: sumFen(taken.map(amountOf)) },
      });
      if (!saysNeed(bucket)) basis.set(`${pack.id} ${cite}`, quoteOf({ pack }, cite));
    }
    return { lines: told, basis: [...basis.values()] };
  }
}

/** A plan as a list of lines names it, of a period or of a year. */
function nameOf({ from, to, year, pool }: Pick<GrantedLine, 'from' | 'to' | 'year' | 'pool'>): string {
  const poolName = labelOf(`noticePool.${pool}`);
  return year === undefined ? planName({ from, to }, poolName) : yearPlanName(year, poolName);
}

function useOf(pack: PolicyPack, pool: string, use: string): { name: string; cite: string } {
  const buckets = bucketsOf(pack, pool === 'other' ? 'other' : 'pv');
  return buckets.find(({ id }) => id === use) ?? { name: use, cite: '' };
}

function amountOf({ amount }: { readonly amount: bigint }): bigint {
  return amount;
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
