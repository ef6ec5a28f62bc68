import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { ChoiceForm } from '../../domain/policy/choose-pack';
import type { ConfirmationForm } from '../../domain/policy/confirmation';
import type { StandardForm } from '../../domain/policy/local-standard';
import { PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** One pack, by its region and its first day. */
export class PackAddress extends VillageAddress {
  /** Region code. */
  @ApiProperty({ description: 'Region code.', example: '341200' })
  @Matches(/^\d{6,12}$/, { message: 'form.invalid' })
  region: string;

  /** First day. */
  @ApiProperty({ description: 'First day.', example: '2023-09-21' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'form.invalid' })
  from: string;
}

/** The id of the pack an address names. */
export function packIdOf({ region, from }: PackAddress): string {
  return `${region}/${from}`;
}

/** The two packs to be compared. */
export class ComparisonQuery {
  @TextField(40, { optional: true })
  left?: string;

  @TextField(40, { optional: true })
  right?: string;
}

/** The two packs to be compared, and which part of what differs is wanted. */
export class ComparisonPageQuery extends PageQuery {
  /** Id of a pack. */
  @ApiProperty({ description: 'Id of a pack.', example: '341200/2023-09-21' })
  @TextField(40)
  left: string;

  /** Id of another pack. */
  @ApiProperty({ description: 'Id of another pack.', example: '530113/2022-09-19' })
  @TextField(40)
  right: string;
}

/** Which number is to be entered, or which standard to be withdrawn. */
export class StandardsQuery {
  @TextField(60, { optional: true })
  number?: string;

  @IdField({ optional: true })
  withdraw?: string;
}

/** A local standard as typed. */
export class LocalStandardEntryForm implements StandardForm {
  /** Region code, six, nine or twelve digits. */
  @TextField(12)
  region: string = '';

  /** Id of a number that a pack of the region leaves open or gives. */
  @TextField(60)
  numberId: string = '';

  /** A plain decimal in the number's unit; a share may be written in per cent. */
  @TextField(30)
  value: string = '';

  /** The first day it holds. */
  @TypedDayField()
  from: string = '';

  /** Title of the paper it stands in. */
  @TextField(200)
  paperTitle: string = '';

  /** Number of the paper; may be blank. */
  @ApiPropertyOptional()
  @TextField(60)
  paperNumber: string = '';

  /** Who issued the paper. */
  @TextField(100)
  paperIssuer: string = '';

  /** When the paper was issued. */
  @TypedDayField()
  paperIssuedOn: string = '';

  /** Why, where the document expects another beside the last one or beside others; else blank. */
  @ApiPropertyOptional()
  @ReasonField(200)
  standardWhy: string = '';
}

/** Why a standard is withdrawn. */
export class WithdrawalForm {
  /** At least four characters. */
  @ReasonField(400)
  reason: string = '';
}

/** A choice between packs as typed. */
export class PackChoiceForm implements ChoiceForm {
  /** Id of the pack to go by. */
  @TextField(40)
  chosen: string = '';

  /** The first day. */
  @TypedDayField()
  from: string = '';

  /** At least four characters. */
  @ReasonField(400)
  reason: string = '';
}

/** The confirmation of a pack as typed; which one stands in the address. */
export class PackConfirmationForm implements Omit<ConfirmationForm, 'packId'> {
  /** The last day it is confirmed for. */
  @TypedDayField()
  until: string = '';

  /** Title of the paper it rests on; may be blank. */
  @ApiPropertyOptional()
  @TextField(200)
  paperTitle: string = '';

  /** How it was found out, at least four characters. */
  @ReasonField(400)
  reason: string = '';
}
