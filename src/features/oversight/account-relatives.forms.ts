import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { KIN_KINDS, type KinKind } from '../../domain/users/near-relatives';
import { ChoiceField, DayField, IdField, ReasonField } from '../../platform/http/form-fields';
import type { RelativePlace } from '../users/account-relatives.service';
import { AccountAddress } from './accounts.forms';

const NUMBER = /^[1-9]\d{0,8}$/;

/** Who is near to the person of an account. */
export class SayRelativeForm {
  /** The other account: the user's id. */
  @IdField()
  relativeId: string;

  /** How they are related; the same seen from both sides. */
  @ChoiceField(KIN_KINDS)
  kinKind: KinKind;

  /** Since when; not after today. */
  @DayField()
  kinSince: string;

  /** What shows it. */
  @ReasonField(200)
  kinPaper: string;
}

/** Why a relation holds no more, or never did. */
export class EndRelativeForm {
  @ReasonField(200)
  kinWhy: string;
}

/** The same, with which relation it is. */
export class EndRelativePageForm extends EndRelativeForm {
  @Matches(NUMBER, { message: 'form.notAllowed' })
  kinNumber: string;
}

/** A relation that an office said of an account. */
export class RelativeAddress extends AccountAddress {
  /** Its number in that office. */
  @ApiProperty({ description: 'Its number in the office that said it.' })
  @Matches(NUMBER, { message: 'form.notAllowed' })
  number: string;
}

/** A relation as the service asks for it. */
export function relativeOf({ collectiveId, userId, number }: RelativeAddress): RelativePlace {
  return { collectiveId, userId, number: Number(number) };
}
