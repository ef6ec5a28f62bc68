import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { passwordProblems } from '../../domain/users/password';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { isDuplicateKey } from '../../platform/database/faults';
import type { HeldRole, RoleName } from '../../platform/http/actor';
import { newId } from '../../platform/ids/new-id';
import type { AccountAct } from './account-event.entity';
import { noteEvent } from './account-events';
import { LogInTriesService } from './log-in-tries.service';
import { hashPassword, pastPasswords, repeatedProblems } from './passwords';
import { RegionTree } from './region-tree.service';
import { SecondFactorsService } from './second-factors.service';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';
import { insertEnd, insertGrant, readGrants, readRoles, type RoleGrant } from './role-grants';
import { rolesGivenBy } from './given-roles';
import { MACHINE, newUserProblems } from './users.service';

/** An account that an office makes for somebody of an office right below it. */
export interface AccountForm {
  readonly username: string;
  readonly displayName: string;
  /** The one to log in with the first time. */
  readonly password: string;
  readonly officeId: string;
  /** What the person is there; `none` where that is said later. */
  readonly role: string;
}

/** An account, and the office above that asks. */
export interface AccountPlace {
  readonly collectiveId: string;
  readonly userId: string;
}

/**
 * Accounts of people: made, ended, given another password by the office right above theirs; those of an
 * office that none is above by a command of the machine. Each act stands on record with who did it.
 */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tree: RegionTree,
    private readonly tries: LogInTriesService,
    private readonly factors: SecondFactorsService,
  ) {}

  /**
   * Lets somebody in, who has to change the password first.
   * @throws FormProblems `form.*`, `users.notAUsername`, `users.password*`; DomainError
   *   `users.usernameTaken`, `access.otherCollective` of who is no officer there
   */
  async make(collectiveId: string, form: AccountForm, command: Command): Promise<{ id: string }> {
    const given = await this.rolesGivenBy(collectiveId, command.by);
    const role = given.find((each) => each === form.role);
    const isBelow = (await this.officeAbove(form.officeId)) === collectiveId;
    refuseProblems([
      ...nameProblems(form),
      ...passwordProblems(form),
      ...(isBelow ? [] : [{ code: 'form.notAllowed', field: 'officeId' }]),
      ...(role !== undefined || form.role === 'none' ? [] : [{ code: 'form.notAllowed', field: 'role' }]),
    ]);
    return this.insert(form, role === undefined ? [] : [{ role, collectiveId: form.officeId }], command);
  }

  /** Lets an officer of the county in, or of what office has none above it. @throws as {@link make} */
  async makeByCommand(form: Omit<AccountForm, 'role'>): Promise<{ id: string }> {
    if ((await this.officeAbove(form.officeId)) !== undefined)
      throw new DomainError('access.otherCollective');
    refuseProblems([...nameProblems(form), ...passwordProblems(form)]);
    const roles: HeldRole[] = [{ role: 'county', collectiveId: form.officeId }];
    return this.insert({ ...form, role: 'county' }, roles, { by: MACHINE });
  }

  /**
   * Ends an account: its roles and log-ins end at once, its name stays taken.
   * @throws DomainError `users.unknown` of whom is not right below, `users.accountEnded`,
   *   `access.otherCollective`
   */
  async end(at: AccountPlace, command: Command): Promise<{ id: string }> {
    const { officeId } = await this.requireBelow(at, command.by);
    const ended = await this.database.inTransaction(
      officeId,
      async (tx) => {
        const endedAt = this.clock.machineNow();
        await this.change(tx, at.userId, { act: 'ended', by: command.by, to: { endedAt } });
        return { id: at.userId };
      },
      onceOf(command, 'users.end', at),
    );
    await this.endRoles(at.userId, command.by);
    return ended;
  }

  /** An account that has ended is nothing anywhere; each of its roles ends where it is held, too. */
  private async endRoles(userId: string, by: string): Promise<void> {
    const lastDay = addDays(this.clock.today(), -1);
    const grants = await readGrants(this.database.reader, { userId });
    for (const collectiveId of new Set(grants.map((grant) => grant.collectiveId)))
      await this.database.inTransaction(collectiveId, async (tx) => {
        for (const grant of await readGrants(tx, { userId, collectiveId }))
          if (grant.ended === undefined && (grant.to === null || grant.to > lastDay))
            await insertEnd(tx, grant, { lastDay: earlier(lastDay, grant), by, at: this.clock.machineNow() });
      });
  }

  /**
   * Sets somebody's password anew; all his log-ins end, and he has to change it first.
   * @throws FormProblems `users.password*`; DomainError as {@link end}
   */
  async setPassword(at: AccountPlace, password: string, command: Command): Promise<{ id: string }> {
    return this.replacePassword(await this.requireBelow(at, command.by), password, command);
  }

  /**
   * Takes somebody's second factor away, whose telephone is lost; the password stays.
   * @throws FormProblems `form.missing`, `policy.reasonTooShort`, `form.privateNumber`; DomainError
   *   `users.secondFactorNone`, as {@link end}
   */
  async endSecondFactor(at: AccountPlace, reason: string, command: Command): Promise<{ id: string }> {
    const { officeId } = await this.requireBelow(at, command.by);
    const isMissing = reason.trim() === '';
    refuseProblems(isMissing ? [{ code: 'form.missing', field: 'reason' }] : writtenProblems({ reason }));
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const ended = { by: command.by, reason: reason.trim() };
        await this.factors.end(tx, { userId: at.userId, officeId }, ended);
        return { id: at.userId };
      },
      onceOf(command, 'users.endSecondFactor', { ...at, reason }),
    );
  }

  /** The same for an account of an office that none is above. @throws as {@link setPassword} */
  async setPasswordByCommand(username: string, password: string): Promise<{ id: string }> {
    const user = await this.database.reader.findOneBy(UserEntity, { username: username.toLowerCase() });
    if (user === null || (await this.officeAbove(user.officeId)) !== undefined)
      throw new DomainError('users.unknown', { userId: username });
    return this.replacePassword(user, password, { by: MACHINE });
  }

  private async replacePassword(
    user: UserEntity,
    password: string,
    command: Command,
  ): Promise<{ id: string }> {
    const { username, displayName } = user;
    refuseProblems(passwordProblems({ username, displayName, password }));
    const passwordHash = await hashPassword(password);
    // What was typed is kept in no form, so a repetition is told by the account alone.
    return this.database.inTransaction(
      user.officeId,
      async (tx) => {
        // Asked within, for who sends the same once more is told that it was done.
        const now = await tx.findOneByOrFail(UserEntity, { id: user.id });
        refuseProblems(await repeatedProblems(now, password));
        const changeDueAt = this.clock.machineNow();
        const to = { passwordHash, changeDueAt, pastPasswords: pastPasswords(now) };
        await this.change(tx, user.id, { act: 'password', by: command.by, to });
        return { id: user.id };
      },
      onceOf(command, 'users.password', user.id),
    );
  }

  /** Changes an account, ends its log-ins and notes it. */
  private async change(
    tx: EntityManager,
    userId: string,
    change: { readonly act: AccountAct; readonly by: string; readonly to: Partial<UserEntity> },
  ): Promise<void> {
    const { officeId, username, endedAt } = await tx.findOneByOrFail(UserEntity, { id: userId });
    if (endedAt !== null) throw new DomainError('users.accountEnded');
    await tx.update(UserEntity, { id: userId }, change.to);
    await recordChange(tx, UserEntity, { id: userId, officeId });
    await tx.delete(SessionEntity, { collectiveId: officeId, userId });
    await this.tries.forget(tx, officeId, username);
    const { act, by } = change;
    const roles = await readRoles(tx, userId, this.clock.today());
    const held = { rolesBefore: roles, roles: act === 'ended' ? [] : roles };
    await noteEvent(tx, officeId, { userId, act, by, at: this.clock.machineNow(), ...held });
  }

  private async insert(form: AccountForm, roles: HeldRole[], command: Command): Promise<{ id: string }> {
    const { password, ...asked } = form;
    const username = form.username.toLowerCase();
    const passwordHash = await hashPassword(password);
    try {
      return await this.database.inTransaction(
        form.officeId,
        async (tx) => {
          const at = this.clock.machineNow();
          const id = newId();
          await insertRecorded(tx, UserEntity, {
            ...{ id, username, displayName: form.displayName.trim(), officeId: form.officeId },
            ...{ passwordHash, changeDueAt: at, undatedRoles: [] },
          });
          const days = { from: this.clock.today(), to: null };
          for (const { role, collectiveId } of roles)
            await insertGrant(tx, { collectiveId, userId: id, role, ...days, by: command.by, at });
          const made = { act: 'made', by: command.by, at, rolesBefore: [], roles } as const;
          await noteEvent(tx, form.officeId, { userId: id, ...made });
          return { id };
        },
        onceOf(command, 'users.make', asked),
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('users.usernameTaken', { username });
      throw error;
    }
  }

  /** @throws DomainError `access.otherCollective` where the person is no officer of that very office */
  rolesGivenBy(officeId: string, userId: string): Promise<readonly RoleName[]> {
    return rolesGivenBy(this.database.reader, { officeId, userId }, this.clock.today());
  }

  private async requireBelow({ collectiveId, userId }: AccountPlace, by: string): Promise<UserEntity> {
    await this.rolesGivenBy(collectiveId, by);
    const user = await this.database.reader.findOneBy(UserEntity, { id: userId });
    if (user === null || (await this.officeAbove(user.officeId)) !== collectiveId)
      throw new DomainError('users.unknown', { userId });
    return user;
  }

  private async officeAbove(officeId: string): Promise<string | undefined> {
    return (await this.tree.listAncestorIds(officeId))[0];
  }
}

/** The last day of a role that ends now: before it begins where it has not begun. */
function earlier(lastDay: CalendarDay, { from }: RoleGrant): CalendarDay {
  return from !== null && from > lastDay ? addDays(from, -1) : lastDay;
}

/** What is wrong with the names of a person; what a password has to be is asked more strictly of these. */
function nameProblems(form: Omit<AccountForm, 'role'>): Problem[] {
  return newUserProblems({ ...form, roles: [] }).filter(({ field }) => field !== 'password');
}
