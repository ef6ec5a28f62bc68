import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import type { AcceptedAssetForm } from '../../domain/assets/accepted-asset';
import { ASSET_NAME_AT_MOST } from '../../domain/assets/asset';
import {
  PROJECT_ACTS,
  type ProjectAct,
  type ProjectActForm,
  type ProjectForm,
} from '../../domain/assets/construction';
import { ChoiceField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import { FundEntryForm } from './assets.forms';

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

/** The asset that the work became, where the register does not have it yet. */
export class AcceptedAssetEntryForm implements AcceptedAssetForm {
  /** As of an asset that is entered, of those that stand among the fixed assets. */
  @ApiPropertyOptional()
  @TextField(30)
  kind: string = '';

  /** What it is for: `operating` or `public`. */
  @ApiPropertyOptional()
  @TextField(20)
  assetClass: string = 'operating';

  @TextField(ASSET_NAME_AT_MOST)
  name: string = '';

  /** Who holds the title. */
  @ApiPropertyOptional()
  @TextField(100)
  titleHolder: string = '';

  /** Stations only: installed capacity in kW. */
  @ApiPropertyOptional()
  @TextField(30)
  capacityKw: string = '';

  /** Stations only: by how much a reading is multiplied. */
  @ApiPropertyOptional()
  @TextField(30)
  meterMultiplier: string = '';

  /** Stations only: yuan per kWh the grid pays. */
  @ApiPropertyOptional()
  @TextField(30)
  energyPrice: string = '';

  /** Stations only: yuan per kWh the state adds. */
  @ApiPropertyOptional()
  @TextField(30)
  subsidyPrice: string = '';

  /** Where the money came from, level by level; adds up to what was built. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FundEntryForm)
  funds: FundEntryForm[] = [];
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

  /** Retention: why it is paid before its day; at least four characters. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';

  /** Acceptance: the asset of the register that the work became. */
  @ApiPropertyOptional()
  @TextField(60)
  assetId: string = '';

  /** Acceptance: what the work became, entered with it where the register does not have it yet. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AcceptedAssetEntryForm)
  asset?: AcceptedAssetEntryForm;
}

/** Which form of a project's page is open. */
export class ProjectQuery {
  @ChoiceField(PROJECT_ACTS, { optional: true })
  act?: ProjectAct;
}
