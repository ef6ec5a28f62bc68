import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../platform/http/form-fields';

/** A user name and password. */
export class LogInForm {
  @TextField(100)
  username: string;

  @TextField(200)
  password: string;
}

/** The same of a program, which sends the code of a second factor at once. */
export class ProgramLogInForm extends LogInForm {
  /** Of who has a second factor: six digits, or a code for a lost telephone. */
  @TextField(40, { optional: true })
  code?: string;
}

/** The second step of a log-in. */
export class LogInCodeForm {
  @TextField(40)
  code: string;

  @TextField(2_000, { optional: true })
  returnTo?: string;
}

/** The codes for a lost telephone made anew. */
export class RenewCodesForm {
  @TextField(200)
  currentPassword: string;

  @TextField(40)
  code: string;
}

/** The first code of a telephone that took the secret up, and the password once more. */
export class SecondFactorForm extends RenewCodesForm {
  /** What the page proposed, sealed. */
  @TextField(400)
  proposal: string;
}

/** The log-in page's form, with the page to open afterwards. */
export class LogInPageForm extends LogInForm {
  @TextField(2_000, { optional: true })
  returnTo?: string;
}

/** What the address of the log-in page may carry. */
export class LogInQuery {
  @TextField(2_000, { optional: true })
  returnTo?: string;
}

/** One's own password changed. */
export class OwnPasswordForm {
  @TextField(200)
  currentPassword: string;

  /** At least 10 signs, none that are guessed first, none of the last five. */
  @TextField(200)
  password: string;

  @TextField(200)
  passwordAgain: string;
}

/** Which of one's own log-ins. */
export class SessionAddress {
  @ApiProperty()
  @TextField(16)
  sessionId: string;
}

/** Which log-in ends: its id, or `others` for all but this one. */
export class SessionEndForm extends SessionAddress {}
