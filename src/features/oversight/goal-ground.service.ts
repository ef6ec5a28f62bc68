import { Injectable } from '@nestjs/common';
import type { Fen } from '../../domain/money/fen';
import { type BooksSay, exactly } from '../../domain/oversight/books-say';
import type { PolicyPack } from '../../domain/policy/pack';
import { Clock } from '../../platform/clock/clock';
import { AssetRulesService } from '../assets/asset-rules.service';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { GivenReckonerService, type SaidOfYears } from './given-reckoner.service';
import { GoalReckonerService } from './goal-reckoner.service';

type Named = Pick<Collective, 'id' | 'name'>;

/** An office, the document it goes by, and what goals may be about below it. */
export interface GoalPlace {
  readonly pack: PolicyPack | undefined;
  readonly villages: readonly Named[];
  /** The office with those above and below it: what one entered about a village the others read. */
  readonly officeIds: readonly string[];
  /** None where it is not this office's: a county's own goals are no township's. */
  aboutsOf(kind: 'office' | 'townships' | 'villages'): readonly Named[];
}

/** What is asked of the books: about whom, in which years. */
interface ReckonedAt {
  readonly place: GoalPlace;
  readonly pack: PolicyPack;
  readonly years: readonly number[];
  readonly aboutIds: readonly string[];
}

/** Which document an office's goals come from, what they are about, and what the books know of them. */
@Injectable()
export class GoalGroundService {
  constructor(
    private readonly rules: AssetRulesService,
    private readonly collectives: CollectivesService,
    private readonly reckoner: GoalReckonerService,
    private readonly given: GivenReckonerService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async placeOf(officeId: string): Promise<GoalPlace> {
    const office = await this.collectives.requireCollective(officeId);
    const [ruled, other] = await this.rules.rulesOn(officeId, this.clock.today());
    const villages = await this.collectives.listVillagesBelow(officeId);
    const all = await this.collectives.listCollectives();
    const above = await this.collectives.listAncestorIds(officeId);
    const below: Collective[] = [];
    for (const each of all.filter(({ kind, id }) => kind !== 'village' && id !== officeId)) {
      const offices = await this.collectives.listAncestorIds(each.id);
      if (offices.includes(officeId)) below.push(each);
    }
    const townships = office.kind === 'township' ? [office] : below.filter(({ kind }) => kind === 'township');
    const kinds = { office: office.kind === 'county' ? [office] : [], townships, villages };
    return {
      pack: other === undefined ? ruled?.pack : undefined,
      villages,
      officeIds: [officeId, ...above, ...below.map(({ id }) => id)],
      aboutsOf: (kind) => kinds[kind],
    };
  }

  /** What each village below an office earned in a year; undefined where its books do not know. */
  listIncomes({ villages }: GoalPlace, year: number): Promise<(Fen | undefined)[]> {
    return this.reckoner.listIncomes(
      villages.map(({ id }) => id),
      year,
    );
  }

  /** What the books say of a measure about villages or offices in years; an office's are all below it. */
  async reckon(measure: string, at: ReckonedAt): Promise<SaidOfYears> {
    const { place, pack, years, aboutIds } = at;
    const villages = new Set(place.villages.map(({ id }) => id));
    const abouts = new Map(aboutIds.map((id) => [id, villages.has(id) ? [id] : [...villages]]));
    const asked = { pack, years, abouts };
    const together =
      (await this.given.reckon(measure, asked)) ??
      (await this.reckoner.reckonIncomes(measure, asked)) ??
      (await this.reckoner.reckonContracts(measure, asked));
    if (together !== undefined) return together;
    const holders = await this.reckoner.listHolders(measure, asked);
    const said = new Map<number, ReadonlyMap<string, BooksSay>>();
    for (const year of years) {
      const own = new Map<string, BooksSay>();
      for (const [aboutId, villageIds] of abouts)
        own.set(
          aboutId,
          exactly(await this.reckoner.reckon(measure, { pack, year, aboutId, villageIds, holders })),
        );
      said.set(year, own);
    }
    return said;
  }
}
