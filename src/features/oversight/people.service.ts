import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { Command } from '../../platform/audit/command';
import type { HeldRole } from '../../platform/http/actor';
import { CollectivesService } from '../collectives/collectives.service';
import { UsersService, type UserView, VILLAGE_ROLES } from '../users/users.service';

/** A township, and one of its people. */
export interface PersonPlace {
  readonly collectiveId: string;
  readonly userId: string;
}

/** The choice of no post in a village. */
export const NO_ROLE = 'none';

/** The people of a township and its villages; it gives and takes the posts of the villages. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
  ) {}

  /** Everybody with an open account who works in the office or a village below it, or holds a post there. */
  async listPeople(townshipId: string): Promise<UserView[]> {
    const places = [townshipId, ...(await this.villageIds(townshipId))];
    return (await this.users.listUsers()).filter(
      ({ officeId, roles, endedAt }) =>
        endedAt === undefined &&
        (places.includes(officeId) || roles.some(({ collectiveId }) => places.includes(collectiveId))),
    );
  }

  /** @throws DomainError `users.unknown` for anybody who is not of this township */
  async requirePerson({ collectiveId, userId }: PersonPlace): Promise<UserView> {
    const person = (await this.listPeople(collectiveId)).find((each) => each.userId === userId);
    if (person === undefined) throw new DomainError('users.unknown', { userId });
    return person;
  }

  /**
   * Says what somebody is in each village below the township; posts elsewhere stay.
   * @param typed by village: `none`, `accountant` or `cashier`; a village not named stays as it is
   * @throws DomainError `users.unknown`; FormProblems `form.notAllowed`, `users.cashierAndBookkeeper`,
   *   `users.ownRoles`
   */
  async changePosts(
    at: PersonPlace,
    typed: Readonly<Record<string, string>>,
    command: Pick<Command, 'by'>,
  ): Promise<void> {
    await this.requirePerson(at);
    const villages = await this.villageIds(at.collectiveId);
    const problems: Problem[] = [];
    const given = Object.entries(typed).flatMap(([collectiveId, value]): HeldRole[] => {
      const role = VILLAGE_ROLES.find((each) => each === value);
      const isKnown = villages.includes(collectiveId) && (role !== undefined || value === NO_ROLE);
      if (!isKnown) problems.push({ code: 'form.notAllowed', field: `roles.${collectiveId}`, value });
      return isKnown && role !== undefined ? [{ role, collectiveId }] : [];
    });
    refuseProblems(problems);
    const isKept = (held: HeldRole): boolean => !(held.collectiveId in typed) || !isVillageRole(held.role);
    await this.users.changeRoles(at.userId, (held) => [...held.filter(isKept), ...given], command);
  }

  private async villageIds(townshipId: string): Promise<string[]> {
    return (await this.collectives.listVillagesBelow(townshipId)).map(({ id }) => id);
  }
}

/** Whether a post is one of a village, given and taken here. */
export function isVillageRole(role: string): boolean {
  return VILLAGE_ROLES.some((each) => each === role);
}
