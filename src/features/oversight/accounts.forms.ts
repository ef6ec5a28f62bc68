import { ApiProperty } from '@nestjs/swagger';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, TextField } from '../../platform/http/form-fields';

/** An account of somebody of an office right below. */
export class NewAccountForm {
  /** What the person logs in with: 2 to 40 letters, digits, dots or hyphens. */
  @TextField(100)
  username: string;

  @TextField(60)
  displayName: string;

  /** Who it is: 18 places; kept sealed. */
  @TextField(40)
  identity: string;

  /** The one for the first log-in, which leads to a change of it. */
  @TextField(200)
  password: string;

  /** The office or village the person works in. */
  @TextField(100)
  officeId: string;

  /** `none`, or what the person is there: `accountant`, `cashier`; of a county also `township`. */
  @TextField(20)
  role: string;
}

/** A password that somebody else set. */
export class SetPasswordForm {
  @TextField(200)
  password: string;
}

/** Whose an account is. */
export class SayPersonForm {
  /** The identity number: 18 places; kept sealed. */
  @TextField(40)
  identity: string;

  /** Why it is said anew; not needed the first time. */
  @TextField(200, { optional: true })
  personWhy?: string;
}

/** Why a second factor is taken away. */
export class SecondFactorEndForm {
  @TextField(200)
  reason: string;
}

/** An account of somebody of an office right below. */
export class AccountAddress extends VillageAddress {
  /** The user's id. */
  @ApiProperty({ description: "The user's id." })
  @IdField()
  userId: string;
}
