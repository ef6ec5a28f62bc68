import { Injectable } from '@nestjs/common';
import { localTime } from '../../platform/clock/clock';
import { labelOf } from '../../glossary/terms';
import { managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { accountPaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { type AccountPlace, AccountsService } from '../users/accounts.service';
import { MACHINE, UsersService, type UserView } from '../users/users.service';
import { AccountRelativesViewService } from './account-relatives-view.service';
import type { AccountPageProps, AccountsPageProps, NewAccountPageProps } from './accounts.pages';
import { AccountsReadService } from './accounts-read.service';

/** The pages of the accounts that an office makes and ends. */
@Injectable()
export class AccountsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: AccountsReadService,
    private readonly accounts: AccountsService,
    private readonly users: UsersService,
    private readonly relatives: AccountRelativesViewService,
  ) {}

  /** @throws DomainError `access.otherCollective` of who is no officer of that very office */
  async listPage(visit: PageVisit, officeId: string): Promise<AccountsPageProps> {
    await this.accounts.rolesGivenBy(officeId, visit.actor.userId);
    const nameOf = await this.reading.readNames();
    const rolesOf = rolesIn(nameOf);
    return {
      frame: await this.frameOf(visit, officeId),
      newHref: accountPaths.fresh(officeId),
      accounts: (await this.reading.listAccounts(officeId)).map((account) => ({
        name: account.displayName,
        username: account.username,
        office: nameOf(account.officeId),
        roles: rolesOf(account.roles),
        state: account.state,
        isPersonKnown: account.isPersonKnown,
        href: accountPaths.account(officeId, account.userId),
      })),
    };
  }

  /** @throws as {@link listPage} */
  async newPage(visit: PageVisit, officeId: string, form: FormState): Promise<NewAccountPageProps> {
    const given = await this.accounts.rolesGivenBy(officeId, visit.actor.userId);
    const below = await this.reading.listBelow(officeId);
    return {
      frame: await this.frameOf(visit, officeId),
      form,
      offices: below.map(({ id, name }) => ({ value: id, label: name })),
      roles: ['none', ...given].map((value) => ({ value, label: labelOf(`role.${value}`) })),
      action: accountPaths.fresh(officeId),
      cancelHref: accountPaths.list(officeId),
    };
  }

  /** @throws DomainError `users.unknown` of whom is not of an office right below; as {@link listPage} */
  async accountPage(visit: PageVisit, at: AccountPlace, form: FormState): Promise<AccountPageProps> {
    const { collectiveId, userId } = at;
    await this.accounts.rolesGivenBy(collectiveId, visit.actor.userId);
    const account = await this.reading.requireAccount(at);
    const nameOf = await this.reading.readNames();
    const people = await this.users.listDisplayNames();
    const { said, others } = await this.reading.personOf(at);
    return {
      frame: await this.frameOf(visit, collectiveId),
      name: account.displayName,
      username: account.username,
      office: nameOf(account.officeId),
      roles: rolesIn(nameOf)(account.roles),
      state: account.state,
      form,
      said: said.map(({ maskedIdentity, why, saidBy, saidAt }) => ({
        ...{ maskedIdentity, why: why ?? '', by: people.get(saidBy) ?? '', at: minuteOf(saidAt) },
      })),
      others: others.map(({ username, officeId }) => `${username}（${nameOf(officeId)}）`),
      relatives: await this.relatives.sectionOf(at, account.state !== 'ended'),
      personAction: accountPaths.act(collectiveId, userId, 'person'),
      passwordAction: accountPaths.act(collectiveId, userId, 'password'),
      endAction: accountPaths.act(collectiveId, userId, 'end'),
      ...((await this.reading.hasSecondFactor(at))
        ? { factorEndAction: accountPaths.act(collectiveId, userId, 'second-factor/end') }
        : {}),
      backHref: accountPaths.list(collectiveId),
      story: (await this.reading.storyOf(at)).map(({ act, doneBy, doneAt, roles, rolesBefore }) => ({
        act: labelOf(`accountAct.${act}`),
        by: doneBy === MACHINE ? '' : (people.get(doneBy) ?? ''),
        at: minuteOf(doneAt),
        before: act === 'roles' || act === 'ended' ? rolesIn(nameOf)(rolesBefore) : [],
        after: act === 'roles' || act === 'made' ? rolesIn(nameOf)(roles) : [],
      })),
    };
  }

  private frameOf(visit: PageVisit, collectiveId: string): Promise<OfficeFrameProps> {
    const isCounty = managesPolicyOf(visit.actor, collectiveId);
    return this.desk.frameOf(visit, { collectiveId, section: isCounty ? 'accounts' : 'township' });
  }
}

function minuteOf(instant: string): string {
  return localTime(instant).slice(0, 16).replace('T', ' ');
}

function rolesIn(nameOf: (id: string) => string): (roles: UserView['roles']) => string[] {
  return (roles) =>
    roles.map(({ role, collectiveId }) => `${nameOf(collectiveId)}：${labelOf(`role.${role}`)}`);
}
