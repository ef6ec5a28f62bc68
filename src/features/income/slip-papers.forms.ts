import { ApiPropertyOptional } from '@nestjs/swagger';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, MonthField, TextField } from '../../platform/http/form-fields';

/** One scan of a slip that is being typed, as an address names it. */
export class SlipPaperAddress extends VillageAddress {
  /** The station's id. */
  @IdField()
  assetId: string;

  /** The month of generation, `2025-05`. */
  @MonthField()
  month: string;

  /** The hash of its bytes. */
  @TextField(64)
  sha256: string = '';
}

/** Which slip that is being typed a scan belongs to. */
export class SlipPaperForm {
  /** The station's id. */
  @ApiPropertyOptional()
  @TextField(100)
  assetId: string = '';

  /** The month of generation, `2025-05`. */
  @ApiPropertyOptional()
  @TextField(20)
  generationMonth: string = '';

  /** Which scan is taken off; blank where one is added. */
  @ApiPropertyOptional()
  @TextField(64)
  sha256: string = '';
}
