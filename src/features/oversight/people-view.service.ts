import { Injectable } from '@nestjs/common';
import { labelOf } from '../../glossary/terms';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { peoplePath } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CollectivesService } from '../collectives/collectives.service';
import { type UserView, VILLAGE_ROLES } from '../users/users.service';
import type { PeoplePageProps, PersonPageProps } from './people.pages';
import { isVillageRole, NO_ROLE, PeopleService, type PersonPlace } from './people.service';

/** The pages on which a township says who does what in its villages. */
@Injectable()
export class PeopleViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly people: PeopleService,
  ) {}

  async listPage(visit: PageVisit, townshipId: string): Promise<PeoplePageProps> {
    const villages = await this.collectives.listVillagesBelow(townshipId);
    const people = await this.people.listPeople(townshipId);
    const roleTexts = await this.roleTexts();
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: townshipId, section: 'township' }),
      people: people.map((person) => ({
        name: person.displayName,
        username: person.username,
        href: `${peoplePath(townshipId)}/${person.userId}`,
        roles: roleTexts(person.roles),
      })),
      wanting: villages.flatMap(({ id, name }) =>
        VILLAGE_ROLES.filter(
          (role) => !people.some((person) => holds(person, { role, collectiveId: id })),
        ).map((role) => ({ village: name, role: labelOf(`role.${role}`) })),
      ),
    };
  }

  /** @throws DomainError `users.unknown` for anybody who is not of this township */
  async personPage(visit: PageVisit, at: PersonPlace, refused?: FormState): Promise<PersonPageProps> {
    const { collectiveId } = at;
    const villages = await this.collectives.listVillagesBelow(collectiveId);
    const person = await this.people.requirePerson(at);
    const roleTexts = await this.roleTexts();
    const held = (id: string): string => {
      const own = person.roles.find((each) => each.collectiveId === id && isVillageRole(each.role));
      return own?.role ?? NO_ROLE;
    };
    const values = Object.fromEntries(villages.map(({ id }) => [fieldOf(id), held(id)]));
    const isOwn = visit.actor.userId === at.userId;
    const here = villages.map(({ id }) => id);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'township' }),
      name: person.displayName,
      username: person.username,
      form: refused ?? filledForm(values),
      villages: villages.flatMap(({ id, name }) => {
        // Nobody takes a post himself; one that he holds he may give up.
        const offered = isOwn ? [NO_ROLE, held(id)] : [NO_ROLE, ...VILLAGE_ROLES];
        const roles = offered.map((value) => ({ value, label: labelOf(`role.${value}`) }));
        return isOwn && held(id) === NO_ROLE ? [] : [{ field: fieldOf(id), name, roles }];
      }),
      isOwn,
      others: roleTexts(
        person.roles.filter((each) => !here.includes(each.collectiveId) || !isVillageRole(each.role)),
      ),
      action: `${peoplePath(collectiveId)}/${at.userId}`,
      cancelHref: peoplePath(collectiveId),
    };
  }

  private async roleTexts(): Promise<(roles: UserView['roles']) => string[]> {
    const all = await this.collectives.listCollectives();
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return (roles) =>
      roles.map(({ role, collectiveId }) => `${names.get(collectiveId) ?? ''}：${labelOf(`role.${role}`)}`);
  }
}

function fieldOf(villageId: string): string {
  return `roles[${villageId}]`;
}

function holds({ roles }: UserView, asked: UserView['roles'][number]): boolean {
  return roles.some(({ role, collectiveId }) => role === asked.role && collectiveId === asked.collectiveId);
}
