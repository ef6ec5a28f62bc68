import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import { isHeldOn, overlaps } from '../../domain/users/role-days';
import { separationProblems } from '../../domain/users/separation';
import { type Actor, type HeldRole, isOfTheAccounts, type RoleName } from '../../platform/http/actor';
import { type Place, reaches } from './access';
import { newId } from '../../platform/ids/new-id';
import { readOwnAccounts } from './own-accounts';
import { hashPassword } from './passwords';
import { insertGrant, readGrants, readRoles, type RoleGrant, rolesOn } from './role-grants';
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

/** Somebody with what he is at a place. */
export interface RoleHolder extends HeldRole, Pick<Actor, 'userId' | 'displayName'> {}

/** The days that something is about, both counted. */
export interface AboutDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Who did what a command of the machine does: no person of the program. */
export const MACHINE = 'command';

/** Who may log in, and as what. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a new person in, who is what he is as of then, without a first day: the account of a story.
   * @returns the user's id
   * @throws FormProblems with every problem of the fields; DomainError `users.usernameTaken`
   */
  async createUser(user: NewUser): Promise<string> {
    refuseProblems(newUserProblems(user));
    const { officeId, roles } = user;
    const row = {
      id: newId(),
      username: user.username.toLowerCase(),
      displayName: user.displayName.trim(),
      passwordHash: await hashPassword(user.password),
      officeId,
      undatedRoles: [],
    };
    try {
      await this.database.inTransaction(officeId, (tx) => insertRecorded(tx, UserEntity, row));
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('users.usernameTaken', { username: row.username });
      throw error;
    }
    // Each where it is held; nobody logs in meanwhile, for nobody has been told the password.
    for (const { role, collectiveId } of roles) {
      const given = { from: null, to: null, by: MACHINE, at: this.clock.machineNow() };
      await this.database.inTransaction(collectiveId, (tx) =>
        insertGrant(tx, { collectiveId, userId: row.id, role, ...given }),
      );
    }
    return row.id;
  }

  /** @throws DomainError `users.unknown` */
  async requireUser(userId: string): Promise<UserView> {
    const user = await this.database.reader.findOneBy(UserEntity, { id: userId });
    if (user === null) throw new DomainError('users.unknown', { userId });
    return viewOf(user, await readRoles(this.database.reader, userId, this.clock.today()));
  }

  /** Whether a person holds a role at a collective today; a person who is not known holds none. */
  async holdsRole(
    userId: string,
    asked: HeldRole,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    const held = await this.rolesOf(userId, db);
    return held.some(({ role, collectiveId }) => role === asked.role && collectiveId === asked.collectiveId);
  }

  /**
   * Whether a person keeps the books of a collective or handles its money today, under whichever of his
   * accounts.
   */
  async isOfTheAccounts(
    userId: string,
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    return isOfTheAccounts(await this.rolesOfPerson(userId, db), collectiveId);
  }

  /**
   * Whether a person kept the books of a collective or handled its money on any of some days that are over,
   * or does today, under whichever of his accounts, ended ones too.
   */
  async keptTheAccounts(
    userId: string,
    { collectiveId, days }: { readonly collectiveId: string; readonly days: AboutDays },
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    const today = this.clock.today();
    const past = { from: days.from, to: days.to < today ? days.to : today };
    const asked = [past, { from: today, to: today }];
    const own = await readOwnAccounts(db, userId);
    return (await readGrants(db, { collectiveId })).some(
      (grant) =>
        own.includes(grant.userId) &&
        isOfTheAccounts([grant], collectiveId) &&
        asked.some((each) => each.from <= each.to && overlaps(grant, each)),
    );
  }

  /** Whether a person is something at a collective today, under whichever of his accounts. */
  async isAnywise(
    userId: string,
    asked: HeldRole,
    db: EntityManager = this.database.reader,
  ): Promise<boolean> {
    const held = await this.rolesOfPerson(userId, db);
    return held.some(({ role, collectiveId }) => role === asked.role && collectiveId === asked.collectiveId);
  }

  /** Whether a person holds any role today that reaches a place: there, or in an office above it. */
  async reaches(userId: string, place: Place, db: EntityManager = this.database.reader): Promise<boolean> {
    const held = await this.rolesOf(userId, db);
    return held.some(({ role, collectiveId }) => reaches(role, collectiveId, place));
  }

  /**
   * The roles by which a person reaches a place today, there or in an office above; undefined of one without
   * an account, as a command of the machine.
   */
  async listReaching(
    userId: string,
    place: Place,
    db: EntityManager = this.database.reader,
  ): Promise<readonly RoleName[] | undefined> {
    if (!(await db.existsBy(UserEntity, { id: userId }))) return undefined;
    return this.reaching(await this.rolesOf(userId, db), place);
  }

  /** Of some roles those by which a place is reached. */
  reaching(held: readonly HeldRole[], place: Place): RoleName[] {
    return held.filter((each) => reaches(each.role, each.collectiveId, place)).map(({ role }) => role);
  }

  /** Every role that anybody holds at a collective today. */
  async listRolesAt(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<readonly RoleName[]> {
    const grants = await readGrants(db, { collectiveId });
    return rolesOn(grants, this.clock.today()).map(({ role }) => role);
  }

  /** Who holds which role at any of some collectives today, under an account that has not ended. */
  async listHolders(
    at: readonly [string, ...string[]],
    db: EntityManager = this.database.reader,
  ): Promise<readonly RoleHolder[]> {
    const today = this.clock.today();
    const held = (await readGrants(db, { collectiveId: at })).filter((grant) => isHeldOn(grant, today));
    const ids = [...new Set(held.map(({ userId }) => userId))];
    const users = await db.find(UserEntity, { where: { id: In(ids) }, order: { username: 'ASC' } });
    return users
      .filter(({ endedAt }) => endedAt === null)
      .flatMap(({ id: userId, displayName }) =>
        held
          .filter((grant) => grant.userId === userId)
          .map(({ role, collectiveId }) => ({ userId, displayName, role, collectiveId })),
      );
  }

  /** What a person is today; nothing once the account has ended. */
  private async rolesOf(userId: string, db: EntityManager): Promise<readonly HeldRole[]> {
    const user = await db.findOneBy(UserEntity, { id: userId });
    if (user === null || user.endedAt !== null) return [];
    return readRoles(db, userId, this.clock.today());
  }

  private async rolesOfPerson(userId: string, db: EntityManager): Promise<readonly HeldRole[]> {
    const held: HeldRole[] = [];
    for (const own of await readOwnAccounts(db, userId)) held.push(...(await this.rolesOf(own, db)));
    return held;
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
    const grants = await readGrants(this.database.reader, {});
    const today = this.clock.today();
    return users.map((user) => viewOf(user, rolesOfEach(grants, user.id, today)));
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
  return [...problems, ...separationProblems(roles)];
}

function rolesOfEach(grants: readonly RoleGrant[], userId: string, day: CalendarDay): HeldRole[] {
  return rolesOn(
    grants.filter((grant) => grant.userId === userId),
    day,
  );
}

/** A user's row as others see it, with what the person is. */
export function viewOf(user: UserEntity, held: readonly HeldRole[]): UserView {
  const { id, username, displayName, officeId, endedAt, changeDueAt } = user;
  const roles = endedAt === null ? held : [];
  return {
    ...{ userId: id, username, displayName, officeId, roles },
    ...(changeDueAt === null ? {} : { mustChangePassword: true }),
    ...(endedAt === null ? {} : { endedAt }),
  };
}
