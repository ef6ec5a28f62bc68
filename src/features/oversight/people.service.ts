import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { barredKin, type KinBarred } from '../../domain/users/near-relatives';
import { gapsOf, isHeldOn, type RoleGap } from '../../domain/users/role-days';
import { Clock } from '../../platform/clock/clock';
import { isBookkeeping, type RoleName } from '../../platform/http/actor';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { AccountRelativesService } from '../users/account-relatives.service';
import { type RoleGrant, RolesService } from '../users/roles.service';
import { UsersService, type UserView } from '../users/users.service';

/** An office, and one of its people. */
export interface PersonPlace {
  readonly collectiveId: string;
  readonly userId: string;
}

/** An office, and a post that was given right below it: where, and its number there, as an address says. */
export interface PostPlace {
  readonly collectiveId: string;
  readonly placeId: string;
  readonly number: string;
}

/** Days on which nobody has a post that every village needs. */
export interface EmptyPost {
  readonly place: Collective;
  readonly role: RoleName;
  /** Absent where nobody has had it yet. */
  readonly gap?: RoleGap;
}

/** A role given to somebody, and to which person. */
export type PersonsGrant = RoleGrant & { readonly personId: string };

/** What every village needs somebody for. */
const NEEDED: readonly RoleName[] = ['accountant', 'cashier'];

/** An agency's bookkeeper keeps the books as the village's own accountant does. */
function isNeededAs(role: RoleName): RoleName {
  return isBookkeeping(role) ? 'accountant' : role;
}

/** The people of an office and of what lies right below it, and what they are there, since when. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
    private readonly roles: RolesService,
    private readonly clock: Clock,
    private readonly relatives: AccountRelativesService,
  ) {}

  /** The offices and villages right below one: where it gives roles. */
  async listPlaces(officeId: string): Promise<Collective[]> {
    return (await this.collectives.listCollectives()).filter(({ parentId }) => parentId === officeId);
  }

  /** What each office and village is called. */
  async readNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.collectives.listCollectives()).map(({ id, name }) => [id, name]));
  }

  /** Where the office gives roles: right below it; a county its auditors at itself and further below, too. */
  async listGivingPlaces(officeId: string): Promise<Collective[]> {
    const office = await this.collectives.requireCollective(officeId);
    const below = await this.listPlaces(officeId);
    if (office.kind !== 'county') return below;
    const villages = await this.collectives.listVillagesBelow(officeId);
    return [office, ...below, ...villages.filter(({ id }) => below.every((each) => each.id !== id))];
  }

  /** Everybody with an open account who works in the office or right below it, or holds a post there. */
  async listPeople(officeId: string): Promise<UserView[]> {
    const places = [officeId, ...(await this.listPlaces(officeId)).map(({ id }) => id)];
    return (await this.users.listUsers()).filter(
      ({ officeId: own, roles, endedAt }) =>
        endedAt === undefined &&
        (places.includes(own) || roles.some(({ collectiveId }) => places.includes(collectiveId))),
    );
  }

  /** @throws DomainError `users.unknown` for anybody who is not of this office */
  async requirePerson({ collectiveId, userId }: PersonPlace): Promise<UserView> {
    const person = (await this.listPeople(collectiveId)).find((each) => each.userId === userId);
    if (person === undefined) throw new DomainError('users.unknown', { userId });
    return person;
  }

  /** Every role given right below the office, and a county's auditors, ended ones too, place by place. */
  async listGrants(officeId: string): Promise<RoleGrant[]> {
    const grants: RoleGrant[] = [];
    for (const { id, parentId } of await this.listGivingPlaces(officeId)) {
      const there = await this.roles.listAt(id);
      grants.push(...there.filter(({ role }) => parentId === officeId || role === 'auditor'));
    }
    return grants;
  }

  /** @throws DomainError `users.roleUnknown` of none that was given right below the office */
  async requireGrant(officeId: string, at: { placeId: string; number: number }): Promise<RoleGrant> {
    const grants = await this.listGrants(officeId);
    const found = grants.find(
      ({ collectiveId, number }) => collectiveId === at.placeId && number === at.number,
    );
    if (found === undefined) throw new DomainError('users.roleUnknown', { number: at.number });
    return found;
  }

  /** What was given to one person where the office gives it, the latest first. */
  async listOf(at: PersonPlace): Promise<RoleGrant[]> {
    await this.requirePerson(at);
    const begun = ({ from }: RoleGrant): string => from ?? '';
    const own = (await this.listGrants(at.collectiveId)).filter(({ userId }) => userId === at.userId);
    return own.sort((one, other) => (begun(one) < begun(other) ? 1 : -1));
  }

  /** Which posts nobody has in the villages right below: ever, from some day on, or for some days. */
  async listEmptyPosts(officeId: string): Promise<EmptyPost[]> {
    const grants = await this.listGrants(officeId);
    const villages = (await this.listPlaces(officeId)).filter(({ kind }) => kind === 'village');
    return villages.flatMap((place) =>
      NEEDED.flatMap((role): EmptyPost[] => {
        const held = grants.filter(
          (grant) => grant.collectiveId === place.id && isNeededAs(grant.role) === role,
        );
        return held.length === 0 ? [{ place, role }] : gapsOf(held).map((gap) => ({ place, role, gap }));
      }),
    );
  }

  /** Villages whose books one person alone keeps today: what another has to look over goes to the office. */
  async listKeptAlone(officeId: string): Promise<Collective[]> {
    const today = this.clock.today();
    const held = (await this.listGrants(officeId)).filter((grant) => isHeldOn(grant, today));
    const villages = (await this.listPlaces(officeId)).filter(({ kind }) => kind === 'village');
    return villages.filter(({ id }) => {
      const keepers = held.filter(({ collectiveId, role }) => collectiveId === id && isBookkeeping(role));
      return new Set(keepers.map(({ userId }) => userId)).size === 1;
    });
  }

  /** Roles right below, held or to come, that near relatives have and the law bars them from. */
  async listBarredKin(officeId: string): Promise<KinBarred<PersonsGrant>[]> {
    const today = this.clock.today();
    const { kin, personOf } = await this.relatives.listStanding();
    const last = (await this.listGrants(officeId)).filter(({ to }) => to === null || to >= today);
    const roles = last.map((grant) => ({ ...grant, personId: personOf(grant.userId) }));
    return barredKin(roles, kin);
  }

  today(): string {
    return this.clock.today();
  }
}
