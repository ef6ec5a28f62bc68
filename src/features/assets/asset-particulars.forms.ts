import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ParticularsForm } from '../../domain/assets/asset-particulars';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** A text of a body, a paper or a place; empty where nobody has said it. */
function Said(max: number): PropertyDecorator {
  return (target, name) => {
    ApiPropertyOptional()(target, name);
    TextField(max)(target, name);
  };
}

/** A new version of what is known of an asset: the whole of it, as typed. */
export class ParticularsEntryForm implements ParticularsForm {
  /** From which day on it is so, `2025-07-01`. */
  @TypedDayField()
  validFrom: string = '';

  /** `inUse`, `idle`, `lowYield`, `damaged` or `disposed`. */
  @TextField(20)
  condition: string = '';

  @Said(100) projectName: string = '';

  /** Four digits. */
  @Said(10) projectYear: string = '';

  @Said(100) builder: string = '';

  /** The day it was accepted, `2021-05-20`. */
  @ApiPropertyOptional()
  @TypedDayField()
  acceptedOn: string = '';

  /** The number of the paper that settles or hands over the title. */
  @Said(100) titlePaper: string = '';

  @Said(60) plateNumber: string = '';

  /** Where it stands, in words. */
  @Said(200) location: string = '';

  /** Degrees north, at most six decimals; with the longitude. */
  @Said(20) latitude: string = '';

  /** Degrees east, at most six decimals; with the latitude. */
  @Said(20) longitude: string = '';

  /** How large it is; with its unit. */
  @Said(30) extent: string = '';

  @Said(20) extentUnit: string = '';

  /** Whole years, 1 to 100. */
  @Said(10) lifeYears: string = '';

  /** Who runs it. */
  @Said(100) operatingBody: string = '';

  /** Who draws the income. */
  @Said(100) incomeBody: string = '';

  /** Who keeps it. */
  @Said(100) keepingBody: string = '';

  /** Who may dispose of it. */
  @Said(100) disposalBody: string = '';

  /** Who supervises. */
  @Said(100) supervisionBody: string = '';

  /** The post that keeps it, without any person's number. */
  @Said(100) keeperPost: string = '';

  @Said(200) remark: string = '';

  /** Why it changes; needed from the second version on. */
  @Said(200) why: string = '';

  /** How many versions there were when the form was opened. */
  @TextField(10)
  basedOn: string = '';
}
