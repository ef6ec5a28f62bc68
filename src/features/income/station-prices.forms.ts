import { ApiPropertyOptional } from '@nestjs/swagger';
import type { StationPriceForm } from '../../domain/income/tariff';
import type { TaxBearerForm } from '../../domain/income/kept-tax';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** What is paid for a station's energy from a day on, as typed. */
export class StationPriceEntryForm implements StationPriceForm {
  /** The first day of the first month it holds for. */
  @TypedDayField()
  validFrom: string = '';

  /** Yuan per kWh, paid by the grid. */
  @TextField(30)
  energyPrice: string = '';

  /** Yuan per kWh, paid by the state; 0 where there is none. */
  @TextField(30)
  subsidyPrice: string = '';

  /** The document it stands in. */
  @TextField(100)
  pricePaper: string = '';

  /** Why a price that is not usual is right all the same. */
  @ApiPropertyOptional()
  @ReasonField(200)
  reason: string = '';
}

/** Whose the tax of a kept station's energy is from a day on, as typed. */
export class TaxBearerEntryForm implements TaxBearerForm {
  /** The first day of the first month it holds for. */
  @TypedDayField()
  bearerFrom: string = '';

  /** `owners` where each hands in the tax of his part, `keeper` where the keeper does. */
  @TextField(20)
  taxBearer: string = '';

  /** The document it stands in. */
  @TextField(100)
  bearerPaper: string = '';
}
