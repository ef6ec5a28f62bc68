import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { passwordProblems } from '../../domain/users/password';
import { recordChange } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { noteEvent } from './account-events';
import { LogInTriesService } from './log-in-tries.service';
import { hashPassword, isPasswordOf, pastPasswords, repeatedProblems } from './passwords';
import { readRoles } from './role-grants';
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
  ) {}

  /**
   * Gives a person the password of his choice; his other log-ins end.
   * @param token that of the log-in which goes on
   * @throws FormProblems `users.currentPasswordWrong`, `users.password*`, `users.passwordsDiffer`;
   *   DomainError `users.accountEnded`, `users.logInClosed`
   */
  async changePassword(userId: string, form: PasswordForm, token: string): Promise<void> {
    const user = await this.database.reader.findOneByOrFail(UserEntity, { id: userId });
    const { password } = form;
    const { username, displayName } = user;
    // Whoever found a browser left open guesses no faster here than at the door.
    await this.tries.begin(user.officeId, username);
    const fits = await isPasswordOf(user.passwordHash, form.currentPassword);
    if (!fits) refuseProblems([{ code: 'users.currentPasswordWrong', field: 'currentPassword' }]);
    const { officeId } = user;
    // It was no guess: a new password that is refused is none of a wrong one.
    await this.database.inTransaction(officeId, (tx) => this.tries.forget(tx, officeId, username));
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
    });
  }
}
