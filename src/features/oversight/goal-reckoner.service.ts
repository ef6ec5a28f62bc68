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
import { groupedBy } from '../../domain/shared/grouped';
import { Clock } from '../../platform/clock/clock';
import { AssetWatchService } from '../assets/asset-watch.service';
import { AssetsService } from '../assets/assets.service';
import type { HeldAs } from '../assets/asset-watch.service';
import { type ContractOf, LeasesService } from '../assets/leases.service';
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
  /** Which of all that is asked about have what the measure counts; other books are not opened. */
  readonly holders: ReadonlySet<string>;
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
      default:
        return {};
    }
  }

  /** Whose books the figures of a measure need be asked of, of all that is asked about together. */
  async listHolders(measure: string, { abouts }: AskedOf): Promise<ReadonlySet<string>> {
    const ids = [...new Set([...abouts].flatMap(([id, villages]) => [id, ...villages]))];
    const held = HELD_AS[measure];
    return held === undefined ? new Set(ids) : this.watched.listHolders(ids, held);
  }

  /** Figures about contracts, of all that is asked about together; undefined of another measure. */
  async reckonContracts(measure: string, at: AskedOf): Promise<SaidOfYears | undefined> {
    const tell = CONTRACT_MEASURES[measure];
    if (tell === undefined) return undefined;
    const all = groupedBy(
      await this.leases.listContractsOf([...at.abouts.keys()]),
      ({ collectiveId }) => collectiveId,
    );
    const heldIn = (id: string, year: number): ContractOf[] => {
      const day = this.lastDay({ year });
      return (all.get(id) ?? []).filter(({ terms }) => terms.firstOn <= day && terms.lastOn >= day);
    };
    return new Map(
      at.years.map((year) => [
        year,
        new Map([...at.abouts.keys()].map((id) => [id, exactly(tell(heldIn(id, year)))])),
      ]),
    );
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
    for (const id of holdersOf(at)) {
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
    for (const id of holdersOf(at)) {
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
    if (!at.holders.has(at.aboutId)) return { count: '0' };
    const { assets } = await this.watched.watch(at.aboutId, this.lastDay(at));
    const idle = assets.filter(({ flags }) => flags.some(isIdle));
    return { count: String(idle.length) };
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

function holdersOf({ villageIds, aboutId, holders }: Reckoned): string[] {
  return [...new Set([...villageIds, aboutId])].filter((id) => holders.has(id));
}

/** What a measure counts among the assets; of a measure that is not here every village is asked. */
const HELD_AS: Readonly<Record<string, HeldAs>> = {
  workshops: { column: 'kind', value: 'workshop' },
  workshops_and_workers: { column: 'kind', value: 'workshop' },
  idle_assets: { column: 'asset_class', value: 'operating' },
};

/** What contracts that hold tell: how many years together, or how many promise work or wages to villagers. */
const CONTRACT_MEASURES: Readonly<Record<string, (held: readonly ContractOf[]) => PlainFacts>> = {
  contract_years: (held) => ({
    count: String(held.length),
    years: String(contractYears(held.map(({ terms }) => terms))),
  }),
  operator_linkage: (held) => {
    const linked = held.filter(({ duties }) => (duties.jobs ?? 0) > 0 || (duties.wagesPerYear ?? 0n) > 0n);
    return { count: String(linked.length), count_of: String(held.length) };
  },
};

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
