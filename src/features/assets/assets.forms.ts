import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ASSET_NAME_AT_MOST, type AssetForm, isShared } from '../../domain/assets/asset';
import { ASSET_KINDS } from '../../domain/assets/asset-classes';
import { ANSWER_AT_MOST } from '../../domain/assets/asset-answer';
import type { EntryMattersForm } from '../../domain/assets/entry-matters';
import type { CorrectionForm } from '../../domain/assets/correction';
import { trimmedRows } from '../../domain/collectives/share-owners';
import type { ShareRow } from '../../domain/collectives/share-table';
import {
  ChoiceField,
  DayField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { NewAssetForm } from './assets.service';

/** One source of the money that built an asset. */
export class FundEntryForm {
  /**
   * `central`, `province`, `city`, `county`, `township`, `localBond`, `eastWest`, `counterpart`, `donation`,
   * `own` or `other`.
   */
  @TextField(20)
  level: string = '';

  /** The year of the grant, four digits. */
  @TextField(10)
  year: string = '';

  /** Yuan, at most two decimals. */
  @TextField(30)
  amount: string = '';
}

/** One row of a joint station's share table, by original village. */
export class ShareRowEntryForm implements ShareRow {
  /** A short key that stays when villages merge. */
  @TextField(60)
  key: string = '';

  @TextField(100)
  label: string = '';

  /** A percentage as written in the paper, `6.25%`; the rows add up to exactly 100 %. */
  @TextField(30)
  share: string = '';

  /** Who holds the row today. */
  @TextField(100)
  owner: string = '';
}

/** What a document in force asks of something that is entered. */
export class EntryMattersEntryForm implements EntryMattersForm {
  /**
   * By question, `asset.land`: a word of the document by its id, `yes` or `no`, a figure, a day or a text.
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  answers: Record<string, string> = {};

  /** The paper that the answers rest on. */
  @ApiPropertyOptional()
  @TextField(ANSWER_AT_MOST)
  paper: string = '';

  /** Why a line that asks for a reason is not followed. */
  @ApiPropertyOptional()
  @TextField(ANSWER_AT_MOST)
  reason: string = '';
}

/** From when a share table is in force. */
export class ShareTableEntryForm {
  /** The first day, `2025-01-01`. */
  @TypedDayField()
  validFrom: string = '';
}

/**
 * An asset as entered. Everything is text as typed; the register reads it and names every problem at
 * once.
 */
export class AssetEntryForm implements AssetForm {
  /**
   * `pvStation`, `jointPvStation`, `householdPv`, `workshop`, `coldStore`, `plant`, `market`, `machinery`,
   * `land`, `water`, `infrastructure`, `equity`, `biological` or `other`.
   */
  @TextField(30)
  kind: string = '';

  /** What it is for: `operating`, `public` or `household`. */
  @ApiPropertyOptional()
  @TextField(20)
  assetClass: string = 'operating';

  /** With whom the title lies: `village`, `township`, `county` or `household`. */
  @ApiPropertyOptional()
  @TextField(20)
  titleLevel: string = 'village';

  @TextField(ASSET_NAME_AT_MOST)
  name: string = '';

  /** Yuan; the funds add up to it. Nothing where the title lies with a township or county. */
  @TextField(30)
  cost: string = '';

  /** Who holds the title. */
  @TextField(100)
  titleHolder: string = '';

  /** The day it came into the register's care, `2017-06-30`. */
  @TypedDayField()
  acquiredOn: string = '';

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

  /** Joint stations only: who keeps the station's books. */
  @ApiPropertyOptional()
  @TextField(100)
  keeper: string = '';

  /** Joint stations only: which row of the shares is this collective's. */
  @ApiPropertyOptional()
  @TextField(60)
  ownShareKey: string = '';

  /** Where the money came from, level by level. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FundEntryForm)
  funds: FundEntryForm[] = [];

  /** Joint stations only. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ShareTableEntryForm)
  shareTable?: ShareTableEntryForm;

  /** Only where a document in force asks something of an asset that is entered. */
  @IsOptional()
  @ValidateNested()
  @Type(() => EntryMattersEntryForm)
  matters?: EntryMattersEntryForm;

  /** Joint stations only: the rows of the share table. */
  @ApiPropertyOptional({ type: [ShareRowEntryForm] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ShareRowEntryForm)
  shares: ShareRowEntryForm[] = [];
}

/** What an asset was entered with, put right. */
export class AssetCorrectionEntryForm implements CorrectionForm {
  /** It stays once a voucher names the asset. */
  @TextField(ASSET_NAME_AT_MOST)
  name: string = '';

  /** Yuan, without what was improved since; once it is booked it is brought to what the books say. */
  @TextField(30)
  cost: string = '';

  /** Where the money came from, level by level; adds up to the cost. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FundEntryForm)
  funds: FundEntryForm[] = [];

  /** What was wrong. */
  @ReasonField(200)
  why: string = '';

  /** How many fields had been put right when the form was opened. */
  @TextField(10)
  basedOn: string = '';
}

/** The day of the register that is looked at; today where none is said. */
export class RegisterDayQuery {
  @DayField({ optional: true })
  on?: string;
}

/** The same as typed: the page answers in words where it is no day. */
export class TypedDayQuery {
  @TextField(30, { optional: true })
  on?: string;
}

/** The workbook of the register: in whose form, of which day, and whether with what had left by then. */
export class RegisterQuery extends RegisterDayQuery {
  @TextField(60, { optional: true })
  layout?: string;

  @ChoiceField(['yes'], { optional: true })
  left?: 'yes';
}

/** The registers as tables, and a published table that is held against them. */
export class CrossTabsQuery extends TypedDayQuery {
  /** No published table is longer. */
  @TextField(4_000, { optional: true })
  published?: string;
}

/** A county's register that was pasted, its cells read later; a file comes beside the fields. */
export class RegisterUploadForm {
  /** Rows pasted from a spreadsheet, where no file is sent. */
  @ApiPropertyOptional()
  @IsString()
  @IsOptional()
  pasted?: string;
}

/** What a person says as he confirms a register that was read. */
export class RegisterConfirmForm {
  /** Why it is this village's, where its headings or an owner name another one. */
  @ApiPropertyOptional()
  @ReasonField(200, { optional: true })
  importReason?: string;
}

/** What the register is handed: the share table goes with joint stations only. */
export function newAssetOf(entered: AssetEntryForm): NewAssetForm {
  const { shareTable, shares, ...asset } = entered;
  if (!isShared(ASSET_KINDS.find((kind) => kind === asset.kind))) return asset;
  return { ...asset, shareTable: { validFrom: shareTable?.validFrom ?? '', rows: trimmedRows(shares) } };
}
