import type { Asset } from '../../domain/assets/asset';
import type { TaxBearer } from '../../domain/income/kept-tax';
import type { Settlement, SettlementForm } from '../../domain/income/settlement';
import type { SlipReadings } from '../../domain/income/slip-readings';
import type { RegisteredAsset } from '../assets/assets.service';
import type { SettlementRow } from './income-read.service';
import type { OwnPart } from './settlement-slip';

/** A slip as it was read, with its station and the slips of that which stand. */
export interface ReadSlip {
  readonly registered: RegisteredAsset;
  readonly slips: readonly SettlementRow[];
  readonly settlement: Settlement;
  /** Whose the tax of a kept station's slip is. */
  readonly taxBearer: TaxBearer | undefined;
  readonly readings: SlipReadings;
}

/** A slip with what of it is this collective's. */
export interface OwnSlip {
  readonly form: SettlementForm;
  readonly settlement: Settlement;
  readonly own: OwnPart;
  readonly asset: Asset;
  readonly by: string;
  /** On what it was reckoned; absent for a part of a keeper's slip, which was reckoned in his books. */
  readonly readings?: SlipReadings | undefined;
  readonly payer?: string;
  /** What its voucher says, where it is no slip of the grid's. */
  readonly summary?: string | undefined;
  /** The reversed voucher whose place it takes, where no person says so. */
  readonly corrects?: string | undefined;
}
