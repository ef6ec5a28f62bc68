import { Injectable } from '@nestjs/common';
import { type Actor, type HeldRole, isOfTownship, type RoleName } from '../../platform/http/actor';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { UsersService } from '../users/users.service';
import { WaitingFilingsService } from './waiting-filings.service';
import { waitsFor, type WaitingWork } from './waiting-work';
import { WaitingWorkService } from './waiting-work.service';

/** What waits for somebody of whom an office reminds. */
export interface Reminded {
  readonly name: string;
  readonly work: readonly WaitingWork[];
}

/** A village, and the offices above it. */
interface Place {
  readonly village: Collective;
  readonly ancestorIds: readonly string[];
}

/** What waits for one person over all places in which he works, and what an office reminds others of. */
@Injectable()
export class WorkListsService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
    private readonly work: WaitingWorkService,
    private readonly filings: WaitingFilingsService,
  ) {}

  /** The longest waiting first. */
  async ownOf({ userId, roles }: Pick<Actor, 'userId' | 'roles'>): Promise<WaitingWork[]> {
    const waiting: WaitingWork[] = [];
    for (const place of await this.placesOf(await this.collectives.listCollectives())) {
      const held = this.rolesAt(roles, place);
      if (!held.some(doesWork)) continue;
      const there = await this.work.listWaiting([place.village], userId);
      waiting.push(...there.filter((each) => waitsFor(each, userId, held)));
    }
    for (const { role, collectiveId } of roles)
      if (role === 'county') waiting.push(...(await this.filings.listWork(collectiveId)));
    return longestFirst(waiting);
  }

  /**
   * What waits of the villages below an office for others than it, person by person, and how much of a
   * village waits for somebody where nobody is that.
   */
  async remindedBy(officeId: string): Promise<{
    readonly people: readonly Reminded[];
    readonly nobody: readonly { readonly place: string; readonly count: number }[];
  }> {
    const places = await this.placesOf(await this.collectives.listVillagesBelow(officeId));
    const waiting = await this.ofOthers(officeId, places);
    const users = await this.users.listUsers();
    const isFor = (each: WaitingWork, { userId, roles }: (typeof users)[number]): boolean => {
      const place = places.find(({ village }) => village.id === each.village.id);
      return place !== undefined && waitsFor(each, userId, this.rolesAt(roles, place));
    };
    return {
      people: users.flatMap((user) => {
        const work = waiting.filter((each) => isFor(each, user));
        return work.length === 0 ? [] : [{ name: user.displayName, work }];
      }),
      nobody: places.flatMap(({ village }) => {
        const own = waiting.filter((each) => each.village.id === village.id);
        const count = own.filter((each) => !users.some((user) => isFor(each, user))).length;
        return count === 0 ? [] : [{ place: village.name, count }];
      }),
    };
  }

  /** What is not the office's own to do. */
  private async ofOthers(officeId: string, places: readonly Place[]): Promise<WaitingWork[]> {
    const villages = places.map(({ village }) => village);
    const all = await this.work.listWaiting(villages);
    const waiting = all.filter(({ by }) => !by.every((role) => isOfTownship(role)));
    for (const id of await this.collectives.listAncestorIds(officeId)) {
      const filed = await this.filings.listWork(id);
      waiting.push(...filed.filter((each) => villages.some((village) => village.id === each.village.id)));
    }
    return longestFirst(waiting);
  }

  /** What somebody is in a village, there or in an office above it. */
  private rolesAt(roles: readonly HeldRole[], { village, ancestorIds }: Place): RoleName[] {
    return this.users.reaching(roles, { collectiveId: village.id, ancestorIds });
  }

  private async placesOf(all: readonly Collective[]): Promise<Place[]> {
    const places: Place[] = [];
    for (const village of all.filter(({ kind }) => kind === 'village'))
      places.push({ village, ancestorIds: await this.collectives.listAncestorIds(village.id) });
    return places;
  }
}

/** An auditor only reads. */
function doesWork(role: RoleName): boolean {
  return role !== 'auditor';
}

function longestFirst(waiting: readonly WaitingWork[]): WaitingWork[] {
  return [...waiting].sort((one, other) => other.days - one.days);
}
