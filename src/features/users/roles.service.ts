import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { givenDaysProblems, handoverDayProblems, lastDayProblems } from '../../domain/users/role-days';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { tellAbout } from '../../platform/database/told-about';
import { isGivenAt, rolesGivenBy } from './given-roles';
import { readOwnAccounts } from './own-accounts';
import { refuseOwnBooks } from './own-books';
import { requireWithin } from './people-within';
import { RegionTree } from './region-tree.service';
import { insertEnd, insertGrant, readGrants, type RoleGrant as Grant } from './role-grants';
import { type AskedRole, besideProblems, heldBelowTop } from './roles-beside';
import { UserEntity } from './user.entity';

export type RoleGrant = Grant;

/** A role that an office gives to a person at a place right below it. */
export interface GivenRole {
  readonly userId: string;
  readonly placeId: string;
  readonly role: string;
  readonly from: CalendarDay;
  /** Absent where no end is known. */
  readonly to?: CalendarDay | undefined;
  readonly paper?: string | undefined;
}

/** A grant at a place right below an office that asks. */
export interface GrantPlace {
  readonly collectiveId: string;
  readonly placeId: string;
  readonly number: number;
}

/** Who takes a role over, from which day. */
export interface TakenRole {
  readonly userId: string;
  readonly from: CalendarDay;
  readonly paper?: string | undefined;
}

/**
 * Roles given, handed over and ended, each for days, where they are held: all of one place take turns, so of
 * two officers who do it at once the second finds what the first has done.
 */
@Injectable()
export class RolesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tree: RegionTree,
  ) {}

  /** Every role given at a collective, ended ones too, in the order in which they were given. */
  listAt(collectiveId: string): Promise<Grant[]> {
    return readGrants(this.database.reader, { collectiveId });
  }

  /** Every role given to anybody anywhere. */
  listEvery(): Promise<Grant[]> {
    return readGrants(this.database.reader, {});
  }

  /** Every role given to a person, wherever. */
  listOf(userId: string): Promise<Grant[]> {
    return readGrants(this.database.reader, { userId });
  }

  /**
   * Gives a role from a day on.
   * @throws FormProblems `form.notAllowed`, `users.ownRoles`, `users.dayPast`, `users.endBeforeBegin`,
   *   those of `besideProblems`; DomainError `access.otherCollective` of who is no officer there,
   *   `users.ownBooks`, `users.unknown` of whom is not of the office or of what lies below it
   */
  async give(officeId: string, form: GivenRole, command: Command): Promise<{ number: number }> {
    const given = await this.givenBy(officeId, command.by);
    const role = given.find((each) => each === form.role);
    const place = { placeId: form.placeId, aboveIds: await this.tree.listAncestorIds(form.placeId) };
    const isThere = role === undefined || isGivenAt({ officeId, given }, place, role);
    const { userId, from, to, paper } = form;
    const days = { from, to: to ?? null };
    await requireWithin({ db: this.database.reader, tree: this.tree }, officeId, userId);
    refuseProblems([
      ...(isThere ? [] : [{ code: 'form.notAllowed', field: 'placeId' }]),
      ...(role === undefined ? [{ code: 'form.notAllowed', field: 'role' }] : []),
      ...givenDaysProblems(days, this.clock.today()),
      ...((await this.isOwn(command.by, userId)) ? [{ code: 'users.ownRoles', field: 'role' }] : []),
    ]);
    if (role === undefined) throw new DomainError('access.otherRole');
    const held = { role, collectiveId: form.placeId };
    return this.database.inTransaction(
      await heldBelowTop(this.tree, form.placeId),
      async (tx) => {
        await this.refuseOwnBooks(tx, form.placeId, command);
        await this.refuseBeside(tx, { userId, held, field: 'role', days });
        const at = this.clock.machineNow();
        tellAbout(tx, { userId, role: held.role });
        return { number: await insertGrant(tx, { userId, ...held, ...days, by: command.by, at, paper }) };
      },
      onceOf(command, 'users.giveRole', form),
    );
  }

  /**
   * Ends a role with a last day; one that has not begun is taken back.
   * @throws FormProblems `users.dayPast`, `users.endBeforeBegin`, `users.endAfterEnd`; DomainError
   *   `users.roleUnknown`, `users.roleEnded`, `access.otherCollective`, `users.ownBooks`
   */
  async end(
    at: GrantPlace,
    { lastDay, paper }: { readonly lastDay: CalendarDay; readonly paper?: string | undefined },
    command: Command,
  ): Promise<{ number: number }> {
    await this.requirePlace(at, command.by);
    return this.database.inTransaction(
      at.placeId,
      async (tx) => {
        await this.refuseOwnBooks(tx, at.placeId, command);
        const grant = await this.requireOpen(tx, at);
        refuseProblems(lastDayProblems(grant, lastDay, this.clock.today()));
        await insertEnd(tx, grant, { lastDay, by: command.by, at: this.clock.now(), paper });
        tellAbout(tx, { userId: grant.userId, role: grant.role });
        return { number: grant.number };
      },
      onceOf(command, 'users.endRole', { ...at, lastDay }),
    );
  }

  /**
   * Hands a role over in one act: who had it has it up to the day before, who takes it from that day on.
   * @throws FormProblems as {@link give} and {@link end}; DomainError as {@link end}
   */
  async handOver(at: GrantPlace, form: TakenRole, command: Command): Promise<{ number: number }> {
    await this.requirePlace(at, command.by);
    const { userId, from, paper } = form;
    await requireWithin({ db: this.database.reader, tree: this.tree }, at.collectiveId, userId);
    if (await this.isOwn(command.by, userId)) refuseProblems([{ code: 'users.ownRoles', field: 'userId' }]);
    return this.database.inTransaction(
      await heldBelowTop(this.tree, at.placeId),
      async (tx) => {
        await this.refuseOwnBooks(tx, at.placeId, command);
        const grant = await this.requireOpen(tx, at);
        refuseProblems(handoverDayProblems(grant, from, this.clock.today()));
        const acted = { by: command.by, at: this.clock.machineNow(), paper };
        const { role, collectiveId, to, number: takenFrom } = grant;
        const held = { role, collectiveId };
        await this.refuseBeside(tx, { userId, held, field: 'userId', days: { from, to }, takenFrom });
        await insertEnd(tx, grant, { lastDay: addDays(from, -1), ...acted });
        tellAbout(tx, { userId, role });
        return { number: await insertGrant(tx, { userId, ...held, from, to, takenFrom, ...acted }) };
      },
      onceOf(command, 'users.handOver', { ...at, ...form }),
    );
  }

  /** @throws FormProblems of {@link besideProblems}; DomainError `users.accountEnded` */
  private async refuseBeside(tx: EntityManager, asked: AskedRole): Promise<void> {
    const user = await tx.findOneBy(UserEntity, { id: asked.userId });
    if (user === null || user.endedAt !== null) throw new DomainError('users.accountEnded');
    refuseProblems(await besideProblems(tx, this.tree, asked));
  }

  private refuseOwnBooks(tx: EntityManager, placeId: string, { by }: Command): Promise<void> {
    return refuseOwnBooks(tx, [placeId], { by, today: this.clock.today() });
  }

  /** Whether an account is of the person who acts: his own, or another of his. */
  private async isOwn(by: string, userId: string): Promise<boolean> {
    return (await readOwnAccounts(this.database.reader, by)).includes(userId);
  }

  /** A grant that lasts still, or begins later. */
  private async requireOpen(tx: EntityManager, { placeId, number }: GrantPlace): Promise<Grant> {
    const grants = await readGrants(tx, { collectiveId: placeId });
    const grant = grants.find((each) => each.number === number);
    if (grant === undefined) throw new DomainError('users.roleUnknown', { number });
    const isOver = grant.to !== null && grant.to < this.clock.today();
    if (grant.ended !== undefined || isOver) throw new DomainError('users.roleEnded');
    return grant;
  }

  /** A place where the office gives what was given. */
  private async requirePlace({ collectiveId, placeId, number }: GrantPlace, by: string): Promise<void> {
    const given = await this.givenBy(collectiveId, by);
    const aboveIds = await this.tree.listAncestorIds(placeId);
    if (aboveIds[0] === collectiveId) return;
    const grant = (await this.listAt(placeId)).find((each) => each.number === number);
    const office = { officeId: collectiveId, given };
    if (grant === undefined || !isGivenAt(office, { placeId, aboveIds }, grant.role))
      throw new DomainError('access.otherCollective');
  }

  private givenBy(officeId: string, userId: string): ReturnType<typeof rolesGivenBy> {
    return rolesGivenBy(this.database.reader, { officeId, userId }, this.clock.today());
  }
}
