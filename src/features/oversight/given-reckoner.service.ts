import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { circumstancesOn } from '../../domain/collectives/household-circumstances';
import { livedAt } from '../../domain/collectives/roster';
import { sharesText } from '../../domain/collectives/share-roll';
import { atLeast, type BooksSay, exactly, UNTOLD } from '../../domain/oversight/books-say';
import {
  awardsPaid,
  type GivenMoney,
  keyGroupGain,
  pvShareToTagged,
  shareToTarget,
  type SharesMoved,
  targetWorkers,
} from '../../domain/oversight/given-figures';
import { circumstanceFacts } from '../../domain/policy/circumstances';
import { tagsOf } from '../../domain/policy/judge';
import { type PolicyPack, targetGroupsOf } from '../../domain/policy/pack';
import { groupedBy } from '../../domain/shared/grouped';
import { Clock } from '../../platform/clock/clock';
import { ManyRostersService } from '../collectives/many-rosters.service';
import { ManyGrantsService, type StandingGrant } from '../distribution/many-grants.service';
import { type EventSum, ManyBooksService } from '../ledger/many-books.service';
import { ManyUsesService } from '../uses/many-uses.service';

/** What a measure is asked about: villages, or an office with all below it. */
export interface AskedOf {
  readonly pack: PolicyPack;
  readonly years: readonly number[];
  /** Each village or office with the villages whose books tell of it. */
  readonly abouts: ReadonlyMap<string, readonly string[]>;
}

/** What books say of each village or office, by year and id. */
export type SaidOfYears = ReadonlyMap<number, ReadonlyMap<string, BooksSay>>;

/** The tag of a document that its lines on photovoltaic income mean. */
const PV_TAG = 'pv_priority';

/** Members' share of a surplus, given and paid, as the books name it. */
const SHARES = ['uses.sharesGiven', 'uses.sharesPaid'] as const;

type Tell = (villageIds: readonly string[], year: number) => BooksSay;

/**
 * Figures of goals about people and what they were given, as posts, lists, sheets and payments of the
 * villages tell them. Whatever is asked about, all villages are read together.
 */
@Injectable()
export class GivenReckonerService {
  constructor(
    private readonly uses: ManyUsesService,
    private readonly grants: ManyGrantsService,
    private readonly rosters: ManyRostersService,
    private readonly books: ManyBooksService,
    private readonly clock: Clock,
  ) {}

  /** Undefined where a measure is not about what people were given. */
  async reckon(measure: string, at: AskedOf): Promise<SaidOfYears | undefined> {
    const villageIds = [...new Set([...at.abouts.values()].flat())];
    const tell = await this.teller(measure, villageIds, at);
    if (tell === undefined) return undefined;
    return new Map(
      at.years.map((year) => [
        year,
        new Map([...at.abouts].map(([id, villages]) => [id, tell(villages, year)])),
      ]),
    );
  }

  private teller(measure: string, ids: readonly string[], at: AskedOf): Promise<Tell> | undefined {
    switch (measure) {
      case 'posts':
        return this.posts(ids, at);
      case 'target_workers_share':
        return this.reliefWorkers(ids);
      case 'quantified_assets':
        return this.shares(ids, at.years);
      case 'awards_paid':
        return this.money(ids, at, (given, _shares, year) => awardsPaid(given, year));
      case 'share_to_target':
        return this.money(ids, at, (given, { given: shares }, year) =>
          shareToTarget(given, shares, { year, targets: targetGroupsOf(at.pack).map(({ id }) => id) }),
        );
      case 'pv_share_to_tagged':
        return this.money(ids, at, (given, _shares, year) => pvShareToTagged(given, year));
      case 'key_group_gain':
        return this.money(ids, at, (given, { paid }, year) => keyGroupGain(given, paid, year));
      default:
        return undefined;
    }
  }

  /** A village's own posts; other offices keep posts of their own, so that theirs are at least as many. */
  private async posts(ids: readonly string[], { years, abouts }: AskedOf): Promise<Tell> {
    const counts = new Map<number, ReadonlyMap<string, number>>();
    for (const year of years) counts.set(year, await this.uses.countOnPosts(ids, this.lastDay(year)));
    return (villages, year) => {
      const own = villages.flatMap((id) => counts.get(year)?.get(id) ?? []);
      if (own.length === 0) return UNTOLD;
      const count = String(own.reduce((sum, each) => sum + each, 0));
      const [only] = villages;
      const isVillage = villages.length === 1 && only !== undefined && abouts.has(only);
      return isVillage ? exactly({ count }) : { ...UNTOLD, least: { count } };
    };
  }

  private async reliefWorkers(ids: readonly string[]): Promise<Tell> {
    const accepted = await this.uses.listAccepted(ids, ['works']);
    const reversed = await this.books.listReversed(ids);
    const lines = accepted.flatMap(({ collectiveId, entryId, memberId, helped, reliefTo: to }) =>
      to === undefined || reversed.has(entryId) ? [] : [{ collectiveId, memberId, helped, to }],
    );
    const byVillage = groupedBy(lines, ({ collectiveId }) => collectiveId);
    return (villages, year) =>
      targetWorkers(
        villages.flatMap((id) => byVillage.get(id) ?? []),
        year,
      );
  }

  /** Of the shares that were issued, those that households or members hold. */
  private async shares(ids: readonly string[], years: readonly number[]): Promise<Tell> {
    const registers = new Map<number, Awaited<ReturnType<ManyRostersService['listShares']>>>();
    for (const year of years) registers.set(year, await this.rosters.listShares(ids, this.lastDay(year)));
    return (villages, year) => {
      const own = villages.flatMap((id) => registers.get(year)?.get(id) ?? []);
      const [register] = own;
      if (register?.issued === undefined || own.length > 1) return UNTOLD;
      return exactly({ part: sharesText(register.held), whole: sharesText(register.issued) });
    };
  }

  /** Of villages whose books hold the year; an office where some do not has at least what the others tell. */
  private async money(
    ids: readonly string[],
    { pack, years }: AskedOf,
    say: (
      given: readonly GivenMoney[],
      shares: { readonly given: SharesMoved; readonly paid: SharesMoved },
      year: number,
    ) => BooksSay,
  ): Promise<Tell> {
    const begun = await this.books.listBegun(ids);
    const given = await this.listGiven([...begun.keys()], pack);
    const moved = new Map<number, ReadonlyMap<string, readonly EventSum[]>>();
    for (const year of years) {
      const sums = await this.books.listEventSums([...begun.keys()], SHARES, year);
      moved.set(
        year,
        groupedBy(sums, ({ collectiveId }) => collectiveId),
      );
    }
    return (villages, year) => {
      const holding = villages.filter((id) => (begun.get(id) ?? '9999') <= this.lastDay(year));
      if (holding.length === 0) return UNTOLD;
      const own = holding.flatMap((id) => moved.get(year)?.get(id) ?? []);
      const of = (wanted: string): SharesMoved => own.filter(({ event }) => event === wanted);
      const [sharesGiven, sharesPaid] = SHARES;
      const said = say(
        holding.flatMap((id) => given.get(id) ?? []),
        { given: of(sharesGiven), paid: of(sharesPaid) },
        year,
      );
      return holding.length === villages.length ? said : atLeast(said);
    };
  }

  private async listGiven(
    ids: readonly string[],
    pack: PolicyPack,
  ): Promise<ReadonlyMap<string, readonly GivenMoney[]>> {
    const standing = await this.grants.listStanding(ids);
    const linesOf = groupedBy(await this.uses.listAccepted(ids), ({ entryId }) => entryId);
    const isTagged = await this.tagging(ids, pack);
    const given = standing.map((grant) => {
      const own = linesOf.get(grant.entryId) ?? [];
      const lines = own.map((line) => ({ ...line, tagged: line.helped && isTagged(grant, line.memberId) }));
      return { ...grant, kind: own[0]?.kind, lines };
    });
    return groupedBy(given, ({ collectiveId }) => collectiveId);
  }

  /** Whether the household of somebody is one that the document looks at first on the day of a grant. */
  private async tagging(
    ids: readonly string[],
    pack: PolicyPack,
  ): Promise<(grant: StandingGrant, memberId: string) => boolean> {
    if (!pack.tags.some(({ id }) => id === PV_TAG)) return () => false;
    const living = [...(await this.rosters.listLiving(ids)).values()].flat();
    const livingOf = groupedBy(living, (each) => each.memberId);
    const known = [...(await this.rosters.listCircumstances(ids)).values()].flat();
    const knownOf = groupedBy(known, ({ householdId }) => householdId);
    return ({ grantedOn: on }, memberId) => {
      const householdId = livedAt(livingOf.get(memberId) ?? [], on) ?? '';
      const facts = circumstanceFacts(circumstancesOn(knownOf.get(householdId) ?? [], on));
      return tagsOf(pack, { subject: 'household', facts, on }).tags.includes(PV_TAG);
    };
  }

  /** The year's last day, or today while it runs. */
  private lastDay(year: number): CalendarDay {
    const [last, today] = [`${String(year)}-12-31`, this.clock.today()];
    return last < today ? last : today;
  }
}
