import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { passwordProblems } from '../../domain/users/password';
import { noteOwnAct } from '../../platform/audit/private-reads';
import { recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { noteEvent } from './account-events';
import { LogInTriesService } from './log-in-tries.service';
import { hashPassword, isPasswordOf, pastPasswords, repeatedProblems } from './passwords';
import { RegionTree } from './region-tree.service';
import { readRoles } from './role-grants';
import { type FactorHolder, SecondFactorsService } from './second-factors.service';
import { SessionEntity } from './session.entity';
import { hashOf } from './sessions.service';
import { UserEntity } from './user.entity';

/** A change of one's own password as typed. */
export interface PasswordForm {
  readonly currentPassword: string;
  readonly password: string;
  readonly passwordAgain: string;
}

/** What people do with their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tries: LogInTriesService,
    private readonly factors: SecondFactorsService,
    private readonly tree: RegionTree,
  ) {}

  /**
   * Asks for a code beside the password from now on: of who knows the password, not of a browser left open.
   * @returns the codes for a lost telephone
   * @throws FormProblems `users.currentPasswordWrong`, and as `begin` of the second factor
   */
  async beginSecondFactor(
    holder: FactorHolder,
    form: { readonly currentPassword: string; readonly proposal: string; readonly code: string },
  ): Promise<string[]> {
    await this.requirePassword(holder.userId, form.currentPassword);
    return this.factors.begin(holder, form);
  }

  /**
   * Makes the codes for a lost telephone anew; those of before open nothing any more.
   * @throws FormProblems `users.currentPasswordWrong`; DomainError `users.secondFactorNone`,
   *   `users.codeNeeded`, `users.codeWrong`, `users.logInClosed`, `users.codeClosed`
   */
  async renewCodes(
    holder: FactorHolder,
    form: { readonly currentPassword: string; readonly code: string },
  ): Promise<string[]> {
    const user = await this.database.reader.findOneByOrFail(UserEntity, { id: holder.userId });
    const { officeId, username } = user;
    // One count for both: the right password takes no wrong code back.
    await this.tries.beginCode(officeId, username);
    await refuseOtherPassword(user, form.currentPassword);
    await this.factors.spend(holder, form.code);
    await this.database.inTransaction(officeId, (tx) => this.tries.forget(tx, officeId, username));
    return this.factors.renewCodes(holder);
  }

  /** Whether an office is above, which takes a second factor away whose telephone is lost. */
  async isBelowAnOffice({ officeId }: FactorHolder): Promise<boolean> {
    return (await this.tree.listAncestorIds(officeId)).length > 0;
  }

  /**
   * Gives a person the password of his choice; his other log-ins end.
   * @param token that of the log-in which goes on
   * @throws FormProblems `users.currentPasswordWrong`, `users.password*`, `users.passwordsDiffer`;
   *   DomainError `users.accountEnded`, `users.logInClosed`
   */
  async changePassword(userId: string, form: PasswordForm, token: string): Promise<void> {
    const user = await this.requirePassword(userId, form.currentPassword);
    const { password } = form;
    const { username, displayName, officeId } = user;
    refuseProblems([
      ...passwordProblems({ username, displayName, password }),
      ...(await repeatedProblems(user, password)),
      ...(password === form.passwordAgain ? [] : [{ code: 'users.passwordsDiffer', field: 'passwordAgain' }]),
    ]);
    const passwordHash = await hashPassword(password);
    await this.database.inTransaction(officeId, async (tx) => {
      const now = await tx.findOneByOrFail(UserEntity, { id: userId });
      if (now.endedAt !== null) throw new DomainError('users.accountEnded');
      // Of two who change it at once, the second one's current password is none any more.
      if (now.passwordHash !== user.passwordHash)
        refuseProblems([{ code: 'users.currentPasswordWrong', field: 'currentPassword' }]);
      const to = { passwordHash, changeDueAt: null, pastPasswords: pastPasswords(user) };
      await tx.update(UserEntity, { id: userId }, to);
      await recordChange(tx, UserEntity, { id: userId, officeId });
      const own = hashOf(token);
      await tx.delete(SessionEntity, { collectiveId: officeId, userId, tokenHash: Not(own) });
      const roles = await readRoles(tx, userId, this.clock.today());
      const event = { userId, act: 'ownPassword', by: userId, at: this.clock.machineNow() } as const;
      await noteEvent(tx, officeId, { ...event, rolesBefore: roles, roles });
      await noteOwnAct(tx, { collectiveId: officeId, name: 'users.ownPassword' });
    });
  }

  /**
   * Whose password it is.
   * @throws FormProblems `users.currentPasswordWrong`; DomainError `users.logInClosed`
   */
  private async requirePassword(userId: string, password: string): Promise<UserEntity> {
    const user = await this.database.reader.findOneByOrFail(UserEntity, { id: userId });
    const { officeId, username } = user;
    // Whoever found a browser left open guesses no faster here than at the door.
    const before = await this.tries.begin(officeId, username);
    await refuseOtherPassword(user, password);
    // It was no guess: whatever else is refused is none of a wrong one. Codes guessed before stay counted.
    await this.tries.takeBack(officeId, username, before);
    return user;
  }
}

async function refuseOtherPassword({ passwordHash }: UserEntity, password: string): Promise<void> {
  if (await isPasswordOf(passwordHash, password)) return;
  refuseProblems([{ code: 'users.currentPasswordWrong', field: 'currentPassword' }]);
}
