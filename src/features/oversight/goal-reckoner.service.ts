import { Injectable } from '@nestjs/common';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { publicPartOfStations } from '../../domain/assets/public-money';
import { standingReportsOf, workersOfYear } from '../../domain/assets/linkage';
import { type Fen, plainYuan, sumFen } from '../../domain/money/fen';
import { type BooksSay, exactly } from '../../domain/oversight/books-say';
import { contractYears } from '../../domain/oversight/contract-years';
import type { PolicyPack } from '../../domain/policy/pack';
import { judgeGoal } from '../../domain/policy/judge';
import type { PlainFacts } from '../../domain/policy/subjects';
import { Clock } from '../../platform/clock/clock';
import { AssetWatchService } from '../assets/asset-watch.service';
import { AssetsService } from '../assets/assets.service';
import { LeasesService } from '../assets/leases.service';
import { ManyIncomesService } from '../ledger/many-incomes.service';
import type { AskedOf, SaidOfYears } from './given-reckoner.service';

/** Whose books are asked, of which year. */
export interface Reckoned {
  readonly pack: PolicyPack;
  readonly year: number;
  /** The village or office a figure is about. */
  readonly aboutId: string;
  /** The villages below it; the village itself where it is one. */
  readonly villageIds: readonly string[];
}

/** Figures of goals that the books of villages know; everything else an office has to say. */
@Injectable()
export class GoalReckonerService {
  constructor(
    private readonly incomes: ManyIncomesService,
    private readonly assets: AssetsService,
    private readonly leases: LeasesService,
    private readonly watched: AssetWatchService,
    private readonly clock: Clock,
  ) {}

  /** The figures of a measure by name; none where no books know it, or not all of them that it is about. */
  async reckon(measure: string, at: Reckoned): Promise<PlainFacts> {
    switch (measure) {
      case 'workshops':
        return this.workshops(at);
      case 'workshops_and_workers':
        return this.workers(at);
      case 'fiscal_share_of_cost':
        return this.fiscalShare(at);
      case 'idle_assets':
        return this.idle(at);
      case 'contract_years':
        return this.contractYears(at);
      case 'operator_linkage':
        return this.linkage(at);
      default:
        return {};
    }
  }

  /** What each village earned in the year, in their order; undefined where its books do not know. */
  async listIncomes(villageIds: readonly string[], year: number): Promise<(Fen | undefined)[]> {
    const incomes = await this.incomesOf(villageIds, year);
    return villageIds.map((id) => incomes.get(id));
  }

  /**
   * Figures about what books earned, of all that is asked about together; undefined of another measure.
   * `collective_income` is of the books of each, the others of the villages below it.
   */
  async reckonIncomes(measure: string, at: AskedOf): Promise<SaidOfYears | undefined> {
    const tell = INCOME_MEASURES[measure];
    if (tell === undefined) return undefined;
    const ids = [...new Set([...at.abouts].flatMap(([id, villages]) => [id, ...villages]))];
    const said = new Map<number, ReadonlyMap<string, BooksSay>>();
    for (const year of at.years) {
      const incomes = await this.incomesOf(ids, year);
      const told = [...at.abouts].map(([id, villages]): [string, BooksSay] => {
        const own = incomes.get(id);
        return [
          id,
          exactly(
            tell(
              own,
              villages.map((each) => incomes.get(each)),
              at.pack,
            ),
          ),
        ];
      });
      said.set(year, new Map(told));
    }
    return said;
  }

  /** What books earned in a year, or in what has gone of it; nothing in one that has not begun. */
  private async incomesOf(ids: readonly string[], year: number): Promise<ReadonlyMap<string, Fen>> {
    if (year > yearOf(this.clock.today())) return new Map();
    return this.incomes.listOfYear(ids, this.lastDay({ year }));
  }

  private async workshops(at: Reckoned): Promise<PlainFacts> {
    let count = 0;
    for (const id of new Set([...at.villageIds, at.aboutId])) {
      const registered = await this.assets.listAssetsOn(id, this.lastDay(at));
      const shops = registered.filter(({ asset }) => asset.kind === 'workshop');
      count += shops.filter(({ asset }) => standsOn(asset, this.lastDay(at))).length;
    }
    return { count: String(count) };
  }

  /** Of what the stations that stand cost, how much public money paid. */
  private async fiscalShare(at: Reckoned): Promise<PlainFacts> {
    const day = this.lastDay(at);
    const registered = await this.assets.listAssetsOn(at.aboutId, day);
    const found = publicPartOfStations(registered.filter(({ asset }) => standsOn(asset, day)));
    return found === undefined ? {} : { part: plainYuan(found.part), whole: plainYuan(found.whole) };
  }

  /**
   * How many workshops run, and how many helped people work there by the last reports of the year. Where one
   * of them reported nothing nobody knows how many: the office says it.
   */
  private async workers(at: Reckoned): Promise<PlainFacts> {
    const day = this.lastDay(at);
    const found: (number | undefined)[] = [];
    for (const id of new Set([...at.villageIds, at.aboutId])) {
      const { assets } = await this.watched.watch(id, day);
      const running = assets.filter(({ kind, flags }) => kind === 'workshop' && !flags.some(isIdle));
      const leases = running.length === 0 ? [] : await this.leases.listLeases(id);
      for (const shop of running) {
        const own = leases.filter(({ assetId }) => assetId === shop.id);
        const reports = own.map((lease) => standingReportsOf(lease.reports).filter(({ to }) => to <= day));
        found.push(workersOfYear(reports, at.year)?.helpedJobs);
      }
    }
    const known = found.flatMap((people) => people ?? []);
    const helped = known.reduce((sum, people) => sum + people, 0);
    const isWhole = known.length === found.length;
    return { count: String(found.length), ...(isWhole ? { helped_people: String(helped) } : {}) };
  }

  /** How many stand idle, as registered or by the number that was settled. */
  private async idle(at: Reckoned): Promise<PlainFacts> {
    const { assets } = await this.watched.watch(at.aboutId, this.lastDay(at));
    const idle = assets.filter(({ flags }) => flags.some(isIdle));
    return { count: String(idle.length) };
  }

  /** How many contracts hold, and how many whole years they were made for together. */
  private async contractYears(at: Reckoned): Promise<PlainFacts> {
    const held = await this.heldContracts(at);
    return { count: String(held.length), years: String(contractYears(held.map(({ terms }) => terms))) };
  }

  /** Of the contracts that hold, how many promise work or wages to villagers. */
  private async linkage(at: Reckoned): Promise<PlainFacts> {
    const held = await this.heldContracts(at);
    const linked = held.filter(({ duties }) => (duties.jobs ?? 0) > 0 || (duties.wagesPerYear ?? 0n) > 0n);
    return { count: String(linked.length), count_of: String(held.length) };
  }

  private async heldContracts(at: Reckoned) {
    const day = this.lastDay(at);
    const leases = await this.leases.listLeases(at.aboutId);
    return leases.filter(({ terms }) => terms.firstOn <= day && terms.lastOn >= day);
  }

  /** The year's last day, or today while it runs. */
  private lastDay({ year }: Pick<Reckoned, 'year'>): CalendarDay {
    const [last, today] = [`${String(year)}-12-31`, this.clock.today()];
    return last < today ? last : today;
  }
}

function standsOn({ leftOn }: { readonly leftOn?: CalendarDay | undefined }, day: CalendarDay): boolean {
  return leftOn === undefined || leftOn > day;
}

function isIdle({ kind }: { readonly kind: string }): boolean {
  return kind === 'idle';
}

type Earned = Fen | undefined;

/** What each measure tells of an about's own income and of the incomes of the villages below it. */
const INCOME_MEASURES: Readonly<
  Record<string, (own: Earned, villages: readonly Earned[], pack: PolicyPack) => PlainFacts>
> = {
  collective_income: (own) => (own === undefined ? {} : { value: plainYuan(own) }),
  villages_above: (_own, villages, pack) => villagesAbove(villages, pack),
  collective_income_average: (_own, villages) => averageIncome(villages),
};

/** How many villages reach what the document asks of each. */
function villagesAbove(incomes: readonly Earned[], pack: PolicyPack): PlainFacts {
  const ofEach = pack.goals.find(({ measure }) => measure === 'collective_income');
  if (ofEach === undefined || incomes.length === 0 || incomes.includes(undefined)) return {};
  const reached = incomes.filter((income) => {
    const facts = { value: plainYuan(income ?? 0n) };
    return judgeGoal(pack, ofEach, { facts }) === 'met';
  });
  return { count: String(reached.length) };
}

function averageIncome(incomes: readonly Earned[]): PlainFacts {
  const known = incomes.flatMap((income) => income ?? []);
  if (known.length === 0 || known.length < incomes.length) return {};
  return { value: plainYuan(sumFen(known)), count_of: String(known.length) };
}
