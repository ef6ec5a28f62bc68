import { DomainError } from '../../domain/shared/domain-error';

/** Whose account it is, and in whose rows it stands. */
export interface LogInHolder {
  readonly userId: string;
  readonly officeId: string;
}

/**
 * Somebody at the door who has an account's name and not what belongs to it: told as any wrong log-in is,
 * and kept with that account, as its person and the office above should see it.
 */
export class RefusedLogIn extends DomainError {
  constructor(
    code: 'users.wrongLogIn' | 'users.codeWrong',
    readonly holder: LogInHolder,
  ) {
    super(code);
  }
}
