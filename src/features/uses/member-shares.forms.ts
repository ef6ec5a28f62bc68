import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { POOLS } from '../../domain/ledger/manual-lines';
import type { Pool } from '../../domain/ledger/journal-entry';
import { ChoiceField, TextField, TypedDayField } from '../../platform/http/form-fields';
import type { MemberShareForm } from './member-shares.service';

/** What members are given of a pool, or paid of what they were given. */
export class MemberShareEntryForm implements MemberShareForm {
  /** The pool it is taken from. */
  @ApiProperty({ enum: POOLS })
  @ChoiceField(POOLS)
  pool: Pool;

  /** Yuan, all members together; the list of names is the paper. */
  @TextField(30)
  amount: string = '';

  /** The voucher's day, in an open month. */
  @TypedDayField()
  postedOn: string = '';

  /** How many papers are attached; one, the list of names, where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** The page's form: which of the two is done. */
export class MemberSharePageForm extends MemberShareEntryForm {
  @ChoiceField(['give', 'pay'])
  shareAct: string = '';
}
