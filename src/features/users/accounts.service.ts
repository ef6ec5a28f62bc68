import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { passwordProblems } from '../../domain/users/password';
import { type Command, onceOf } from '../../platform/audit/command';
import { recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { tellAbout } from '../../platform/database/told-about';
import type { RoleName } from '../../platform/http/actor';
import type { AccountAct } from './account-event.entity';
import { noteEvent } from './account-events';
import { LogInTriesService } from './log-in-tries.service';
import { refuseOfOwnBooks } from './own-books';
import { hashPassword, pastPasswords, repeatedProblems } from './passwords';
import { RegionTree } from './region-tree.service';
import { SecondFactorsService } from './second-factors.service';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';
import { insertEnd, readGrants, readRoles, type RoleGrant } from './role-grants';
import { rolesGivenBy } from './given-roles';
import { MACHINE } from './users.service';

/** An account, and the office above that asks. */
export interface AccountPlace {
  readonly collectiveId: string;
  readonly userId: string;
}

/**
 * Accounts of people: ended, given another password by the office right above theirs; those of an
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
   * Ends an account: its roles and log-ins end at once, its name stays taken.
   * @throws DomainError `users.unknown` of whom is not right below, `users.accountEnded`,
   *   `access.otherCollective`, `users.ownBooks`
   */
  async end(at: AccountPlace, command: Command): Promise<{ id: string }> {
    const { officeId } = await this.requireBelow(at, command.by);
    const ended = await this.database.inTransaction(
      officeId,
      async (tx) => {
        const endedAt = this.clock.machineNow();
        await this.change(tx, at.userId, { act: 'ended', by: command.by, to: { endedAt } });
        tellAbout(tx, { userId: at.userId });
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
            await insertEnd(tx, grant, { lastDay: earlier(lastDay, grant), by, at: this.clock.now() });
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
    return this.endFactorOf(await this.requireBelow(at, command.by), reason, command);
  }

  private async endFactorOf(
    { id: userId, officeId }: UserEntity,
    reason: string,
    command: Command,
  ): Promise<{ id: string }> {
    const isMissing = reason.trim() === '';
    refuseProblems(isMissing ? [{ code: 'form.missing', field: 'reason' }] : writtenProblems({ reason }));
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        await this.refuseOfOwnBooks(tx, userId, command.by);
        const ended = { by: command.by, reason: reason.trim() };
        await this.factors.end(tx, { userId, officeId }, ended);
        tellAbout(tx, { userId });
        return { id: userId };
      },
      onceOf(command, 'users.endSecondFactor', { userId, reason }),
    );
  }

  /** The same for an account of an office that none is above. @throws as {@link setPassword} */
  async setPasswordByCommand(username: string, password: string): Promise<{ id: string }> {
    return this.replacePassword(await this.requireTop(username), password, { by: MACHINE });
  }

  /** The same of the second factor of such an account, as nobody is above to end it. */
  async endSecondFactorByCommand(username: string, reason: string): Promise<{ id: string }> {
    const user = await this.requireTop(username);
    return this.endFactorOf(user, reason, { by: MACHINE });
  }

  /** @throws DomainError `users.unknown` of whom an office is above */
  private async requireTop(username: string): Promise<UserEntity> {
    const user = await this.database.reader.findOneBy(UserEntity, { username: username.toLowerCase() });
    if (user === null || (await this.officeAbove(user.officeId)) !== undefined)
      throw new DomainError('users.unknown', { userId: username });
    return user;
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
        tellAbout(tx, { userId: user.id });
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
    await this.refuseOfOwnBooks(tx, userId, change.by);
    await tx.update(UserEntity, { id: userId }, change.to);
    await recordChange(tx, UserEntity, { id: userId, officeId });
    await tx.delete(SessionEntity, { collectiveId: officeId, userId });
    await this.tries.forget(tx, officeId, username);
    const { act, by } = change;
    const roles = await readRoles(tx, userId, this.clock.today());
    const held = { rolesBefore: roles, roles: act === 'ended' ? [] : roles };
    await noteEvent(tx, officeId, { userId, act, by, at: this.clock.machineNow(), ...held });
  }

  private refuseOfOwnBooks(tx: EntityManager, userId: string, by: string): Promise<void> {
    return refuseOfOwnBooks(tx, userId, { by, today: this.clock.today() });
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
