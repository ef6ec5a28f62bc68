import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILE_AUDIENCES,
  FILE_OWNERS,
  type FileOwnerKind,
  type KeptFileForm,
  PAPER_KINDS,
} from '../../domain/assets/kept-file';
import { VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** What files belong to, as an address names it. */
export class FileOwnerAddress extends VillageAddress {
  /** What kind of thing it is. */
  @ApiProperty({ description: 'What kind of thing it is.', enum: FILE_OWNERS })
  @ChoiceField(FILE_OWNERS)
  ownerKind: FileOwnerKind;

  /** Its id. */
  @ApiProperty({ description: 'Its id.' })
  @IdField()
  ownerId: string;
}

/** One file, as an address names it. */
export class FileAddress extends VillageAddress {
  /** The file's id. */
  @ApiProperty({ description: "The file's id." })
  @IdField()
  fileId: string;
}

/** What a person says of a file that is sent with it. */
export class AssetFileForm implements KeptFileForm {
  /** What it is. */
  @ApiProperty({ enum: PAPER_KINDS })
  @TextField(20)
  paperKind: string = '';

  /** The day the photo was taken or the paper signed, `2025-07-01`. */
  @TypedDayField()
  datedOn: string = '';

  /** What it shows. */
  @ApiPropertyOptional()
  @ReasonField(100)
  remark: string = '';

  /** Who sees it; a photo of an asset may be shown to everyone. */
  @ApiProperty({ enum: FILE_AUDIENCES })
  @TextField(20)
  audience: string = '';
}

/** Which file is taken away, and why. */
export class FileWithdrawalForm {
  /** The file's id. */
  @TextField(100)
  fileId: string = '';

  /** Why it is taken away. */
  @ReasonField(200)
  withdrawalReason: string = '';
}

/** Whose card is wanted. */
export class AssetCardQuery {
  /** One asset's alone; all where nothing is said. */
  @IdField({ optional: true })
  assetId?: string;
}
