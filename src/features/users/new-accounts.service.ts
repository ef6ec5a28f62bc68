import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { passwordProblems } from '../../domain/users/password';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { tellAbout } from '../../platform/database/told-about';
import { isDuplicateKey } from '../../platform/database/faults';
import type { HeldRole } from '../../platform/http/actor';
import { newId } from '../../platform/ids/new-id';
import { noteEvent } from './account-events';
import { AccountPersonsService } from './account-persons.service';
import { rolesGivenBy } from './given-roles';
import { refuseOwnBooks } from './own-books';
import { hashPassword } from './passwords';
import { RegionTree } from './region-tree.service';
import { insertGrant } from './role-grants';
import { besideProblems } from './roles-beside';
import { UserEntity } from './user.entity';
import { MACHINE, newUserProblems } from './users.service';

/** An account that an office makes for somebody of an office right below it. */
export interface AccountForm {
  readonly username: string;
  readonly displayName: string;
  /** Who it is, by the identity number: two accounts of one person are told from those of two. */
  readonly identity: string;
  /** The one to log in with the first time. */
  readonly password: string;
  readonly officeId: string;
  /** What the person is there; `none` where that is said later. */
  readonly role: string;
}

/**
 * Accounts made by the office right above, which says whose they are; those of an office that none is above
 * by a command of the machine.
 */
@Injectable()
export class NewAccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tree: RegionTree,
    private readonly persons: AccountPersonsService,
  ) {}

  /**
   * Lets somebody in, who has to change the password first.
   * @throws FormProblems `form.*`, `users.notAUsername`, `users.password*`, `person.identity*`,
   *   `users.ownAccount`, `users.selfUnnamed`, and of another account of the same person those of
   *   `besideProblems`; DomainError `users.usernameTaken`, `users.ownBooks`, `access.otherCollective` of who
   *   is no officer there
   */
  async make(collectiveId: string, form: AccountForm, command: Command): Promise<{ id: string }> {
    const asked = { officeId: collectiveId, userId: command.by };
    const given = await rolesGivenBy(this.database.reader, asked, this.clock.today());
    const role = given.find((each) => each === form.role);
    const isBelow = (await this.officeAbove(form.officeId)) === collectiveId;
    const { identity, problems } = this.persons.readIdentity(form.identity);
    refuseProblems([
      ...nameProblems(form),
      ...problems,
      ...passwordProblems(form),
      ...(isBelow ? [] : [{ code: 'form.notAllowed', field: 'officeId' }]),
      ...(role !== undefined || form.role === 'none' ? [] : [{ code: 'form.notAllowed', field: 'role' }]),
    ]);
    const roles = role === undefined ? [] : [{ role, collectiveId: form.officeId }];
    return this.insert({ ...form, identity }, roles, command);
  }

  /**
   * Lets an officer of the county in, or of what office has none above it; whose the account is, nobody says.
   * @throws as {@link make}
   */
  async makeByCommand(form: Omit<AccountForm, 'role' | 'identity'>): Promise<{ id: string }> {
    if ((await this.officeAbove(form.officeId)) !== undefined)
      throw new DomainError('access.otherCollective');
    refuseProblems([...nameProblems(form), ...passwordProblems(form)]);
    const roles: HeldRole[] = [{ role: 'county', collectiveId: form.officeId }];
    return this.insert({ ...form, role: 'county' }, roles, { by: MACHINE });
  }

  private async insert(
    form: Omit<AccountForm, 'identity'> & { readonly identity?: string },
    roles: HeldRole[],
    command: Command,
  ): Promise<{ id: string }> {
    const { password, identity, officeId, ...named } = form;
    const username = form.username.toLowerCase();
    const passwordHash = await hashPassword(password);
    const whose = identity === undefined ? '' : this.persons.hidden({ identity });
    try {
      return await this.database.inTransaction(
        await this.persons.heldFor(officeId),
        async (tx) => {
          const at = this.clock.machineNow();
          await refuseOwnBooks(tx, [officeId], { by: command.by, today: this.clock.today() });
          const id = newId();
          tellAbout(tx, { userId: id });
          await insertRecorded(tx, UserEntity, {
            ...{ id, username, displayName: form.displayName.trim(), officeId },
            ...{ passwordHash, changeDueAt: at, undatedRoles: [] },
          });
          if (identity !== undefined) {
            await this.persons.refuseOwn(tx, command.by, { identity });
            await this.persons.insert(tx, { officeId, userId: id }, { identity, why: null, by: command.by });
          }
          const days = { from: this.clock.today(), to: null };
          for (const held of roles) {
            const asked = { userId: id, held, field: 'role', days };
            refuseProblems(await besideProblems(tx, this.tree, asked));
            await insertGrant(tx, { ...held, userId: id, ...days, by: command.by, at });
          }
          const made = { act: 'made', by: command.by, at, rolesBefore: [], roles } as const;
          await noteEvent(tx, officeId, { userId: id, ...made });
          return { id };
        },
        onceOf(command, 'users.make', { ...named, officeId, whose }),
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('users.usernameTaken', { username });
      throw error;
    }
  }

  private async officeAbove(officeId: string): Promise<string | undefined> {
    return (await this.tree.listAncestorIds(officeId))[0];
  }
}

/** What is wrong with the names of a person; what a password has to be is asked more strictly of these. */
function nameProblems(form: Omit<AccountForm, 'role' | 'identity'>): Problem[] {
  return newUserProblems({ ...form, roles: [] }).filter(({ field }) => field !== 'password');
}
