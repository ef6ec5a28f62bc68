import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { VillageAddress } from '../../platform/http/api.forms';
import type { GrantPlace } from '../users/roles.service';
import type { PostPlace } from './people.service';
import { DayField, IdField, ReasonField, TextField } from '../../platform/http/form-fields';

/** A role given to a person as the API is asked for it. */
export class GiveRoleForm {
  /** The office or village right below where it is held. */
  @TextField(100)
  placeId: string;

  /** The user's id. */
  @IdField()
  userId: string;

  /** One that the office gives there. */
  @TextField(20)
  role: string;

  /** The first day; today at the earliest. */
  @DayField()
  from: string;

  /** The last day; absent where no end is known. */
  @ApiPropertyOptional({ description: 'The last day; absent where no end is known.' })
  @DayField({ optional: true })
  to?: string;

  /** The appointment. */
  @ApiPropertyOptional({ description: 'The appointment.' })
  @ReasonField(200, { optional: true })
  paper?: string;
}

/** Who takes a role over. */
export class HandOverForm {
  /** The user's id. */
  @IdField()
  userId: string;

  /** From which day; the last day of who had it is the one before. */
  @DayField()
  from: string;

  /** The record of the handover. */
  @ApiPropertyOptional({ description: 'The record of the handover.' })
  @ReasonField(200, { optional: true })
  paper?: string;
}

/** The end of a role. */
export class EndRoleForm {
  /** The last day on which it is held; yesterday ends it at once. */
  @DayField()
  lastDay: string;

  @ApiPropertyOptional({ description: 'On what it ends.' })
  @ReasonField(200, { optional: true })
  onPaper?: string;
}

/** A role given right below an office. */
export class GrantAddress extends VillageAddress {
  /** Where it is held. */
  @ApiProperty({ description: 'The office or village where it is held.' })
  @IdField()
  placeId: string;

  /** Its number there. */
  @ApiProperty({ description: 'Its number there.' })
  @Matches(/^[1-9]\d{0,8}$/, { message: 'form.notAllowed' })
  number: string;
}

/** A grant as the service asks for it. */
export function grantOf({ collectiveId, placeId, number }: PostPlace): GrantPlace {
  return { collectiveId, placeId, number: Number(number) };
}
