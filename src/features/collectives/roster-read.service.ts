import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { namesIn } from '../../domain/shared/named-people';
import { circumstancesOn } from '../../domain/collectives/household-circumstances';
import { incomeFacts, incomeOf } from '../../domain/collectives/household-income';
import { holdsOn } from '../../domain/collectives/household-status';
import { maskedNumber } from '../../domain/shared/masked';
import type { AccountKind } from '../../domain/collectives/pay-account';
import { ageOn, type PersonalData } from '../../domain/collectives/person';
import { rosterOn, type LeftList } from '../../domain/collectives/roster';
import type { Fen } from '../../domain/money/fen';
import { circumstanceFacts } from '../../domain/policy/circumstances';
import { tagsOf } from '../../domain/policy/judge';
import { valuesById } from '../../domain/policy/local-standard';
import type { PolicyPack } from '../../domain/policy/pack';
import type { PlainFacts } from '../../domain/policy/subjects';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LocalStandardsService } from '../policy/local-standards.service';
import { readCircumstances } from './circumstances.service';
import { HouseholdsService } from './households.service';
import { readHouseholds, readIncomes, readStatuses, readVersions, type SealedVersion } from './members.store';
import { PersonalReadsService } from './personal-reads.service';

/** A tag of a document. */
export type HouseholdTag = PolicyPack['tags'][number];

/** Somebody on the list, opened for an office. */
export interface RosterPerson {
  readonly held: SealedVersion;
  readonly personal: PersonalData;
  readonly age: number;
}

/** The document that a village goes by, and the tags a household bears by it with such facts. */
export interface Tagging {
  readonly pack: PolicyPack | undefined;
  readonly tagsWith: (facts: PlainFacts) => readonly HouseholdTag[];
}

/** A household as it is on a day. */
export interface RosterHousehold {
  readonly id: string;
  readonly householdNumber: number;
  readonly villageGroup: string;
  /** Its people, the head first, sealed. */
  readonly people: readonly SealedVersion[];
  /** The words of the statuses that hold. */
  readonly statuses: readonly string[];
  /** The same as the documents' ids of them, in their order. */
  readonly statusIds: readonly string[];
  /** What it had a head in the year before the day, where it is known; and that year. */
  readonly income: { readonly year: string; readonly perHead: Fen } | undefined;
  /** What makes documents look at it first, by their ids. */
  readonly circumstances: readonly string[];
  /** What the document says of such a household. */
  readonly tags: readonly HouseholdTag[];
}

/** Somebody who is or was on the list, as the last that was entered has him. */
export interface KnownPerson {
  readonly name: string;
  readonly memberNumber: number;
  readonly householdId: string;
  readonly householdNumber: number;
  /** Where he is paid: the kind, the number masked, the bank; undefined where none is entered. */
  readonly account:
    { readonly kind: AccountKind; readonly masked: string; readonly bank: string } | undefined;
}

/** The list of a village on a day. */
@Injectable()
export class RosterReadService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reads: PersonalReadsService,
    private readonly households: HouseholdsService,
    private readonly standards: LocalStandardsService,
  ) {}

  /** Whoever is on the list no more, from which day on and why. */
  listLeft(collectiveId: string, db?: EntityManager): Promise<ReadonlyMap<string, LeftList>> {
    return this.households.listLeft(collectiveId, db);
  }

  /** Every household with somebody in it on a day, by its number; today where none is named. */
  async listRoster(collectiveId: string, on: CalendarDay = this.clock.today()): Promise<RosterHousehold[]> {
    const db = this.database.reader;
    const listed = rosterOn(await readVersions(db, collectiveId), on);
    const statuses = (await readStatuses(db, collectiveId)).filter((each) => holdsOn(each, on));
    const incomes = await readIncomes(db, collectiveId);
    const circumstances = groupedBy(await readCircumstances(db, collectiveId), (each) => each.householdId);
    const { tagsWith } = await this.tagging(collectiveId, on);
    const people = groupedBy(listed, ({ householdId }) => householdId);
    const statusesOf = groupedBy(statuses, ({ householdId }) => householdId);
    const incomesOf = groupedBy(incomes, ({ householdId }) => householdId);
    const year = String(yearOf(on) - 1);
    return (await readHouseholds(db, collectiveId)).flatMap(({ id, householdNumber, villageGroup }) => {
      const own = people.get(id) ?? [];
      if (own.length === 0) return [];
      const had = incomesOf.get(id) ?? [];
      const perHead = incomeOf(had, year);
      const held = circumstancesOn(circumstances.get(id) ?? [], on);
      return [
        {
          ...{ id, householdNumber, villageGroup },
          people: headFirst(own),
          statuses: (statusesOf.get(id) ?? []).map(({ words }) => words),
          statusIds: (statusesOf.get(id) ?? []).map(({ status }) => status),
          income: perHead === undefined ? undefined : { year, perHead },
          circumstances: held,
          tags: tagsWith({ ...incomeFacts(had, year), ...circumstanceFacts(held) }),
        },
      ];
    });
  }

  /** How the document in force on a day, with the numbers that the county gave for it, tells households. */
  async tagging(collectiveId: string, on: CalendarDay = this.clock.today()): Promise<Tagging> {
    const pack = await this.households.packOn(collectiveId, on);
    if (pack === undefined) return { pack, tagsWith: () => [] };
    const numbers = valuesById(await this.standards.numbersFor(collectiveId, pack, on));
    const tagsWith: Tagging['tagsWith'] = (facts) => {
      const { tags } = tagsOf(pack, { subject: 'household', facts, on }, numbers);
      return pack.tags.filter(({ id }) => tags.includes(id));
    };
    return { pack, tagsWith };
  }

  /** People of the list opened for an office, as old as they are on a day: only whom a page shows. */
  opened(collectiveId: string, people: readonly SealedVersion[], on = this.clock.today()): RosterPerson[] {
    return people.map((held) => {
      const personal = this.reads.open(collectiveId, held);
      return { held, personal, age: ageOn(birthOf(personal), on) };
    });
  }

  /** What these people are called, those who have left among them, by id. */
  async namesOf(collectiveId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const last = await this.lastOf(collectiveId, ids);
    return new Map([...last].map(([id, version]) => [id, this.reads.open(collectiveId, version).name]));
  }

  /** The group of the village in which these people live, those who have left among them, by id. */
  async groupsOf(collectiveId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const last = await this.lastOf(collectiveId, ids);
    const households = await readHouseholds(this.database.reader, collectiveId);
    const groupOf = new Map(households.map(({ id, villageGroup }) => [id, villageGroup]));
    return new Map([...last].map(([id, { householdId }]) => [id, groupOf.get(householdId) ?? '']));
  }

  /** The number of every household that was ever entered, by id. */
  async householdNumbers(collectiveId: string): Promise<ReadonlyMap<string, number>> {
    const households = await readHouseholds(this.database.reader, collectiveId);
    return new Map(households.map(({ id, householdNumber }) => [id, householdNumber]));
  }

  /** Who these people are, where they live and where they are paid, those who have left among them, by id. */
  async knownPeople(collectiveId: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
    const last = await this.lastOf(collectiveId, ids);
    const numbers = await this.householdNumbers(collectiveId);
    return new Map(
      [...last].map(([id, version]) => {
        const { name, account } = this.reads.open(collectiveId, version);
        const { memberNumber, householdId } = version;
        const householdNumber = numbers.get(householdId) ?? 0;
        const masked = account && {
          ...{ kind: account.kind, bank: account.bank },
          masked: maskedNumber(account.number, 'account'),
        };
        return [id, { name, memberNumber, householdId, householdNumber, account: masked }];
      }),
    );
  }

  /** The head of each household and everybody on the list of a day, by id: who may hold shares. */
  async holderNames(collectiveId: string, on: CalendarDay): Promise<ReadonlyMap<string, string>> {
    const all = await this.listRoster(collectiveId, on);
    const people = this.opened(
      collectiveId,
      all.flatMap((household) => household.people),
      on,
    );
    const heads = all.flatMap((household): [string, string][] => {
      const head = this.headOf(collectiveId, household);
      return head === undefined ? [] : [[household.id, head]];
    });
    return new Map([
      ...heads,
      ...people.map(({ held, personal }): [string, string] => [held.memberId, personal.name]),
    ]);
  }

  /** Names of people who are or were on the list that stand in texts, as `namesIn` finds them. */
  async namedIn(db: EntityManager, collectiveId: string, texts: readonly string[]): Promise<string[]> {
    const versions = await readVersions(db, collectiveId);
    return namesIn(
      versions.map((version) => this.reads.open(collectiveId, version).name),
      texts,
    );
  }

  /** The last version of each of them. */
  private async lastOf(
    collectiveId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SealedVersion>> {
    if (ids.length === 0) return new Map();
    const wanted = new Set(ids);
    const versions = await readVersions(this.database.reader, collectiveId);
    // Versions come in the order of entry: the last of a person stays.
    return new Map(
      versions.filter(({ memberId }) => wanted.has(memberId)).map((each) => [each.memberId, each]),
    );
  }

  /** The name of a household's head, where one is entered. */
  headOf(collectiveId: string, { people }: RosterHousehold): string | undefined {
    const head = people.find(({ relation }) => relation === 'head');
    return head === undefined ? undefined : this.reads.open(collectiveId, head).name;
  }
}

function birthOf({ identity }: PersonalData): string {
  return `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;
}

function headFirst(people: readonly SealedVersion[]): SealedVersion[] {
  const order = ({ relation, memberNumber }: SealedVersion): number =>
    relation === 'head' ? 0 : memberNumber;
  return [...people].sort((left, right) => order(left) - order(right));
}

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const own = groups.get(key(item)) ?? [];
    own.push(item);
    groups.set(key(item), own);
  }
  return groups;
}
