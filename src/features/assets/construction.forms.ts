import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  PROJECT_ACTS,
  type ProjectAct,
  type ProjectActForm,
  type ProjectForm,
} from '../../domain/assets/construction';
import { ChoiceField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A project of construction. Everything is text as typed. */
export class ProjectEntryForm implements ProjectForm {
  @TextField(100)
  name: string = '';

  /** The firm that builds it. */
  @TextField(100)
  contractor: string = '';

  /** Yuan. */
  @TextField(30)
  contractSum: string = '';

  /** Whose money pays for it: `earmarked`, `members`, `other` or `pv`. */
  @TextField(20)
  pool: string = '';

  /** The contract or the approval. */
  @TextField(200)
  paper: string = '';
}

/** An act on a project. */
export class ProjectActEntryForm implements ProjectActForm {
  @ApiProperty({ enum: PROJECT_ACTS })
  @TextField(20)
  act: string = '';

  /** The day, `2025-07-11`. */
  @TypedDayField()
  happenedOn: string = '';

  /** Yuan received, or paid; an acceptance takes what was built. */
  @ApiPropertyOptional()
  @TextField(30)
  amount: string = '';

  /** Stages: yuan kept back of it. */
  @ApiPropertyOptional()
  @TextField(30)
  kept: string = '';

  /** Stages: when what is kept back is to be paid. */
  @ApiPropertyOptional()
  @TypedDayField()
  keptDueOn: string = '';

  /** Acceptance: the asset of the register that the work became. */
  @ApiPropertyOptional()
  @TextField(60)
  assetId: string = '';
}

/** Which form of a project's page is open. */
export class ProjectQuery {
  @ChoiceField(PROJECT_ACTS, { optional: true })
  act?: ProjectAct;
}
