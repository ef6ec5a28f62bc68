import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import type { HeldRole } from '../../platform/http/actor';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { AccountPersonsService, type ToldPerson } from '../users/account-persons.service';
import type { AccountPlace } from '../users/accounts.service';
import { type AccountEvent, AccountStoryService } from '../users/account-story.service';
import { SecondFactorsService } from '../users/second-factors.service';
import { UsersService, type UserView } from '../users/users.service';

/** An account of somebody of an office right below. */
export interface ToldAccount {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly officeId: string;
  readonly roles: readonly HeldRole[];
  readonly state: 'open' | 'changeDue' | 'ended';
  /** Whether the office said whose it is. */
  readonly isPersonKnown: boolean;
}

/** The accounts that an office makes and ends: of the people of the offices right below it. */
@Injectable()
export class AccountsReadService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
    private readonly stories: AccountStoryService,
    private readonly factors: SecondFactorsService,
    private readonly persons: AccountPersonsService,
  ) {}

  /** The offices and villages right below one, in the order of their names. */
  async listBelow(officeId: string): Promise<Collective[]> {
    const all = await this.collectives.listCollectives();
    return all.filter(({ parentId }) => parentId === officeId);
  }

  /** What each office and village is called. */
  async readNames(): Promise<(id: string) => string> {
    const all = await this.collectives.listCollectives();
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? '';
  }

  async listAccounts(officeId: string): Promise<ToldAccount[]> {
    const below = (await this.listBelow(officeId)).map(({ id }) => id);
    const persons = await this.persons.listPersonIds();
    return (await this.users.listUsers())
      .filter((user) => below.includes(user.officeId))
      .map((user) => told(user, persons.has(user.userId)));
  }

  /** @throws DomainError `users.unknown` of whom is not of an office right below */
  async requireAccount({ collectiveId, userId }: AccountPlace): Promise<ToldAccount> {
    const found = (await this.listAccounts(collectiveId)).find((each) => each.userId === userId);
    if (found === undefined) throw new DomainError('users.unknown', { userId });
    return found;
  }

  /** Whether a code is asked for beside the password. @throws DomainError `users.unknown` */
  async hasSecondFactor(at: AccountPlace): Promise<boolean> {
    const { officeId } = await this.requireAccount(at);
    return (await this.factors.findOpen({ userId: at.userId, officeId })) !== undefined;
  }

  /**
   * Whose an account is, as it was said, the newest first, and the other accounts of the same person.
   * @throws DomainError `users.unknown`
   */
  async personOf(at: AccountPlace): Promise<{ said: ToldPerson[]; others: UserView[] }> {
    await this.requireAccount(at);
    const persons = await this.persons.listPersonIds();
    const own = persons.get(at.userId);
    const others = (await this.users.listUsers()).filter(
      ({ userId }) => own !== undefined && userId !== at.userId && persons.get(userId) === own,
    );
    return { said: await this.persons.storyOf(at.userId), others };
  }

  /** What was done with an account, the newest first. @throws DomainError `users.unknown` */
  async storyOf(at: AccountPlace): Promise<AccountEvent[]> {
    const { officeId } = await this.requireAccount(at);
    return this.stories.listEvents(officeId, at.userId);
  }
}

function told(user: UserView, isPersonKnown: boolean): ToldAccount {
  const { userId, username, displayName, officeId, roles, endedAt, mustChangePassword } = user;
  const open = mustChangePassword === true ? 'changeDue' : 'open';
  const state = endedAt === undefined ? open : 'ended';
  return { userId, username, displayName, officeId, roles, state, isPersonKnown };
}
