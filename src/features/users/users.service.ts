import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { Command } from '../../platform/audit/command';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import { type Actor, type HeldRole, isOfTheAccounts, type RoleName } from '../../platform/http/actor';
import { type Place, reaches } from './access';
import { newId } from '../../platform/ids/new-id';
import { noteEvent } from './account-events';
import { hashPassword } from './passwords';
import { UserEntity } from './user.entity';

/** A person to be let in. */
export interface NewUser {
  /** 2 to 40 letters, digits, dots or hyphens; kept in small letters. */
  readonly username: string;
  readonly displayName: string;
  /** 8 to 200 characters. */
  readonly password: string;
  readonly officeId: string;
  readonly roles: readonly HeldRole[];
}

/** A user as other rooms see it: without the password's hash. */
export interface UserView extends Actor {
  readonly username: string;
  /** ISO instant from which the person logs in no more. */
  readonly endedAt?: string;
}

/** What a person may be in a village; a township gives and takes these. */
export const VILLAGE_ROLES = ['accountant', 'cashier'] as const satisfies readonly RoleName[];

/** Who may log in, and as what. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a new person in.
   * @returns the user's id
   * @throws FormProblems with every problem of the fields; DomainError `users.usernameTaken`
   */
  async createUser(user: NewUser): Promise<string> {
    refuseProblems(newUserProblems(user));
    const row = {
      id: newId(),
      username: user.username.toLowerCase(),
      displayName: user.displayName.trim(),
      passwordHash: await hashPassword(user.password),
      officeId: user.officeId,
      roles: [...user.roles],
    };
    try {
      await this.database.inTransaction(user.officeId, (tx) => insertRecorded(tx, UserEntity, row));
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('users.usernameTaken', { username: row.username });
      throw error;
    }
    return row.id;
  }

  /**
   * Changes what a person is, from the next page on; of two who change it at once the second finds what the
   * first has left.
   * @param change tells the roles to be held from those that are
   * @throws DomainError `users.unknown`, `users.accountEnded`; FormProblems `users.cashierAndBookkeeper`,
   *   `users.ownRoles` of who gives himself one
   */
  async changeRoles(
    userId: string,
    change: (held: readonly HeldRole[]) => readonly HeldRole[],
    { by }: Pick<Command, 'by'>,
  ): Promise<void> {
    const { officeId } = await this.requireUser(userId);
    await this.database.inTransaction(officeId, async (tx) => {
      const { roles: held, endedAt } = await tx.findOneByOrFail(UserEntity, { id: userId });
      if (endedAt !== null) throw new DomainError('users.accountEnded');
      const roles = [...change(held)];
      refuseProblems([...roleProblems(roles), ...(by === userId ? ownRoleProblems(held, roles) : [])]);
      await tx.update(UserEntity, { id: userId }, { roles });
      await recordChange(tx, UserEntity, { id: userId, officeId });
      const at = this.clock.machineNow();
      await noteEvent(tx, officeId, { userId, act: 'roles', by, at, rolesBefore: held, roles });
    });
  }

  /** @throws DomainError `users.unknown` */
  async requireUser(userId: string): Promise<UserView> {
    const user = await this.database.reader.findOneBy(UserEntity, { id: userId });
    if (user === null) throw new DomainError('users.unknown', { userId });
    return viewOf(user);
  }

  /** Whether a person holds a role at a collective; a person who is not known holds none. */
  async holdsRole(
    userId: string,
    asked: HeldRole,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    const user = await db.findOneBy(UserEntity, { id: userId });
    const held = user?.roles ?? [];
    return held.some(({ role, collectiveId }) => role === asked.role && collectiveId === asked.collectiveId);
  }

  /** Whether a person keeps the books of a collective or handles its money. */
  async isOfTheAccounts(
    userId: string,
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    const user = await db.findOneBy(UserEntity, { id: userId });
    return isOfTheAccounts(user?.roles ?? [], collectiveId);
  }

  /** Whether a person holds any role that reaches a place: there, or in an office above it. */
  async reaches(userId: string, place: Place, db: EntityManager = this.database.reader): Promise<boolean> {
    const user = await db.findOneBy(UserEntity, { id: userId });
    return (user?.roles ?? []).some(({ role, collectiveId }) => reaches(role, collectiveId, place));
  }

  /** Which of these ids are users'. */
  async listKnown(
    userIds: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlySet<string>> {
    const users = await db.findBy(UserEntity, { id: In([...new Set(userIds)]) });
    return new Set(users.map(({ id }) => id));
  }

  /** How everyone is called, by id: signatures on vouchers are shown so. */
  async listDisplayNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.listUsers()).map(({ userId, displayName }) => [userId, displayName]));
  }

  /** All users by user name; of one office where given. */
  async listUsers(officeId?: string): Promise<UserView[]> {
    const users = await this.database.reader.find(UserEntity, {
      where: officeId === undefined ? {} : { officeId },
      order: { username: 'ASC' },
    });
    return users.map(viewOf);
  }
}

/** What is wrong with a person to be let in: every field at once. */
export function newUserProblems({ username, displayName, password, roles }: NewUser): Problem[] {
  const problems: Problem[] = [];
  if (!/^[a-z0-9][a-z0-9.-]{1,39}$/i.test(username)) {
    problems.push({ code: 'users.notAUsername', field: 'username', value: username });
  }
  if (displayName.trim() === '') problems.push({ code: 'form.missing', field: 'displayName' });
  if (displayName.length > 60)
    problems.push({ code: 'form.tooLong', field: 'displayName', facts: { max: 60 } });
  problems.push(...privateNumberProblems({ displayName }));
  if (password.length < 8)
    problems.push({ code: 'users.passwordTooShort', field: 'password', facts: { min: 8 } });
  if (password.length > 200) problems.push({ code: 'form.tooLong', field: 'password', facts: { max: 200 } });
  return [...problems, ...roleProblems(roles)];
}

/**
 * Roles one person may not hold together: who keeps the books of a collective never handles its money. Code
 * `users.cashierAndBookkeeper`.
 */
export function roleProblems(roles: readonly HeldRole[]): Problem[] {
  const kept = roles.filter(({ role }) => role === 'accountant').map(({ collectiveId }) => collectiveId);
  const both = roles.some(({ role, collectiveId }) => role === 'cashier' && kept.includes(collectiveId));
  return both ? [{ code: 'users.cashierAndBookkeeper', field: 'roles' }] : [];
}

/** What is wrong with what a person makes of himself: he may give up a role and take none. */
function ownRoleProblems(held: readonly HeldRole[], roles: readonly HeldRole[]): Problem[] {
  const isHeld = (asked: HeldRole): boolean =>
    held.some(({ role, collectiveId }) => role === asked.role && collectiveId === asked.collectiveId);
  return roles.every(isHeld) ? [] : [{ code: 'users.ownRoles', field: 'roles' }];
}

/** A user's row as others see it. */
export function viewOf(user: UserEntity): UserView {
  const { id, username, displayName, officeId, roles, endedAt, changeDueAt } = user;
  return {
    ...{ userId: id, username, displayName, officeId, roles },
    ...(changeDueAt === null ? {} : { mustChangePassword: true }),
    ...(endedAt === null ? {} : { endedAt }),
  };
}
