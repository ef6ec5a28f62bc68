import { Injectable } from '@nestjs/common';
import { apartRule, emptyPostText, ROLE_WORDS } from '../../glossary/role-words';
import { labelOf } from '../../glossary/terms';
import { localDay, localTime } from '../../platform/clock/clock';
import { managesPolicyOf, filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { givenPostPath, peoplePath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { AccountsService } from '../users/accounts.service';
import type { GrantPlace, RoleGrant } from '../users/roles.service';
import { MACHINE, UsersService } from '../users/users.service';
import type { GivenPostPageProps } from './given-post.pages';
import type { HandRow, PeoplePageProps, PersonPageProps, PostRow } from './people.pages';
import { OneHandService } from './one-hand.service';
import { type EmptyPost, PeopleService, type PersonPlace } from './people.service';

/** The pages on which an office says who does what right below it, from which day on. */
@Injectable()
export class PeopleViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly people: PeopleService,
    private readonly accounts: AccountsService,
    private readonly users: UsersService,
    private readonly hands: OneHandService,
  ) {}

  /** @throws DomainError `access.otherCollective` of who is no officer of that very office */
  async listPage(visit: PageVisit, officeId: string): Promise<PeoplePageProps> {
    await this.accounts.rolesGivenBy(officeId, visit.actor.userId);
    const rowOf = await this.rows(officeId);
    const posts = (await this.people.listGrants(officeId)).map(rowOf);
    const people = await this.people.listPeople(officeId);
    const today = this.people.today();
    const places = await this.people.listGivingPlaces(officeId);
    const frame = await this.frameOf(visit, officeId);
    const names = new Map([[officeId, frame.place], ...places.map(({ id, name }) => [id, name] as const)]);
    return {
      frame,
      people: people.map(({ userId, displayName, username, roles }) => ({
        name: displayName,
        username,
        href: `${peoplePath(officeId)}/${userId}`,
        roles: roles.map(({ role, collectiveId }) =>
          `${names.get(collectiveId) ?? ''} ${labelOf(`role.${role}`)}`.trim(),
        ),
      })),
      empty: (await this.people.listEmptyPosts(officeId)).map((each) => emptyText(each, today)),
      alone: (await this.people.listKeptAlone(officeId)).map(({ name }) => name),
      near: (await this.people.listBarredKin(officeId)).map(({ code, kind, roles: [one, other] }) => ({
        one: rowOf(one),
        other: rowOf(other),
        kin: labelOf(`kin.${kind}`),
        rule: apartRule(code),
      })),
      hands: await this.listHands(officeId, rowOf),
      posts: posts.filter(({ state }) => state !== 'over'),
      past: posts.filter(({ state }) => state === 'over').reverse(),
    };
  }

  /** @throws DomainError `users.unknown` for anybody who is not of this office; as {@link listPage} */
  async personPage(visit: PageVisit, at: PersonPlace, refused?: FormState): Promise<PersonPageProps> {
    const { collectiveId, userId } = at;
    const given = await this.accounts.rolesGivenBy(collectiveId, visit.actor.userId);
    const person = await this.people.requirePerson(at);
    const rowOf = await this.rows(collectiveId);
    const places = await this.people.listGivingPlaces(collectiveId);
    return {
      frame: await this.frameOf(visit, collectiveId),
      name: person.displayName,
      username: person.username,
      posts: (await this.people.listOf(at)).map(rowOf),
      form: refused ?? filledForm({ from: this.people.today() }),
      places: places.map(({ id, name, parentId }) => ({
        value: id,
        label: parentId === collectiveId ? name : `${name}${ROLE_WORDS.forAuditor}`,
      })),
      roles: given.map((role) => ({ value: role, label: labelOf(`role.${role}`) })),
      isOwn: visit.actor.userId === userId,
      action: `${peoplePath(collectiveId)}/${userId}`,
      backHref: peoplePath(collectiveId),
    };
  }

  /** @throws DomainError `users.roleUnknown`; as {@link listPage} */
  async postPage(
    visit: PageVisit,
    at: GrantPlace,
    refused: { readonly handover?: FormState; readonly end?: FormState },
  ): Promise<GivenPostPageProps> {
    const { collectiveId } = at;
    await this.accounts.rolesGivenBy(collectiveId, visit.actor.userId);
    const grant = await this.people.requireGrant(collectiveId, at);
    const rowOf = await this.rows(collectiveId);
    const isOpen = grant.ended === undefined && (grant.to === null || grant.to >= this.people.today());
    const others = (await this.people.listPeople(collectiveId)).filter(
      ({ userId }) => userId !== grant.userId && userId !== visit.actor.userId,
    );
    const action = givenPostPath(collectiveId, grant);
    const day = this.people.today();
    return {
      frame: await this.frameOf(visit, collectiveId),
      post: rowOf(grant),
      ...(isOpen
        ? {
            acts: {
              people: others.map(({ userId, displayName }) => ({ value: userId, label: displayName })),
              handover: refused.handover ?? filledForm({ from: day }),
              handoverAction: `${action}/handover`,
              end: refused.end ?? filledForm({ lastDay: day }),
              endAction: `${action}/end`,
            },
          }
        : {}),
      backHref: peoplePath(collectiveId),
    };
  }

  /** What one person has together and may not; a post that another office gave leads nowhere from here. */
  private async listHands(officeId: string, rowOf: (grant: RoleGrant) => PostRow): Promise<HandRow[]> {
    const below = (await this.people.listPlaces(officeId)).map(({ id }) => id);
    const names = await this.people.readNames();
    return (await this.hands.listAround(officeId)).map(({ code, roles: [one, other] }) => {
      const post = (grant: RoleGrant) => {
        const { name, role, href } = rowOf(grant);
        const text = `${names.get(grant.collectiveId) ?? ''} ${role} ${name}`;
        return below.includes(grant.collectiveId) ? { text, href } : { text };
      };
      return { one: post(one), other: post(other), rule: apartRule(code) };
    });
  }

  private async rows(officeId: string): Promise<(grant: RoleGrant) => PostRow> {
    const places = new Map((await this.people.listGivingPlaces(officeId)).map(({ id, name }) => [id, name]));
    const names = await this.users.listDisplayNames();
    const today = this.people.today();
    const by = (id: string): string => (id === MACHINE ? '' : (names.get(id) ?? ''));
    return (grant) => ({
      place: places.get(grant.collectiveId) ?? '',
      role: labelOf(`role.${grant.role}`),
      name: names.get(grant.userId) ?? '',
      personHref: `${peoplePath(officeId)}/${grant.userId}`,
      href: givenPostPath(officeId, grant),
      from: grant.from === null ? ROLE_WORDS.sinceAccount : fullDayText(grant.from),
      to: lastText(grant),
      givenBy: by(grant.givenBy),
      givenAt: localTime(grant.givenAt).slice(0, 16),
      paper: grant.paper ?? '',
      ...(grant.ended === undefined
        ? {}
        : { endedBy: by(grant.ended.by), endPaper: grant.ended.paper ?? '' }),
      state: stateOf(grant, today),
    });
  }

  private frameOf(visit: PageVisit, collectiveId: string): Promise<OfficeFrameProps> {
    const isCounty = managesPolicyOf(visit.actor, collectiveId);
    return this.desk.frameOf(visit, { collectiveId, section: isCounty ? 'accounts' : 'township' });
  }
}

function lastText({ from, to, ended }: RoleGrant): string {
  if (to === null) return '';
  if (from === null || to >= from) return fullDayText(to);
  // Ended on the day on which it began: it was held for some hours of it.
  const isUsed = ended !== undefined && localDay(ended.at) >= from;
  return isUsed ? ROLE_WORDS.endedAtOnce : ROLE_WORDS.neverBegun;
}

function stateOf({ from, to }: RoleGrant, today: string): PostRow['state'] {
  if (to !== null && (to < today || (from !== null && to < from))) return 'over';
  return from !== null && from > today ? 'coming' : 'held';
}

/** Who is missing where, as it is said. */
function emptyText({ place, role, gap }: EmptyPost, today: string): string {
  const words = { place: place.name, role: labelOf(`role.${role}`) };
  if (gap === undefined) return emptyPostText({ ...words, isOver: false });
  const to = gap.to === null ? undefined : fullDayText(gap.to);
  const isOver = gap.to !== null && gap.to < today;
  return emptyPostText({ ...words, from: fullDayText(gap.from), to, isOver });
}
