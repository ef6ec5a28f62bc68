import type { LeavingForm } from '../domain/assets/leaving';
import type { LeaseForm } from '../domain/assets/read-lease';
import type { TermsForm } from '../domain/assets/depreciation-terms';
import type { CalendarDay, Month } from '../domain/calendar/calendar-day';
import type { ReminderWay } from '../domain/income/arrears';
import type { MeterRecordForm } from '../domain/income/read-meter-record';

/** What happens to an asset and to the contracts over it; contracts by their number, assets by name. */
export type AssetAct =
  | { readonly verb: 'meter'; readonly asset: string; readonly form: MeterRecordForm }
  | { readonly verb: 'terms'; readonly asset: string; readonly form: TermsForm }
  /** Every asset's depreciation of a month. */
  | { readonly verb: 'depreciation'; readonly month: Month }
  /** Another condition from the day on; what else is known of the asset stays as it was. */
  | {
      readonly verb: 'condition';
      readonly asset: string;
      readonly condition: string;
      readonly why: string;
    }
  | {
      readonly verb: 'leaving';
      readonly asset: string;
      readonly form: Omit<LeavingForm, 'happenedOn'>;
    }
  | { readonly verb: 'lease'; readonly asset: string; readonly form: Omit<LeaseForm, 'assetId'> }
  | { readonly verb: 'lease_end'; readonly lease: string; readonly reason: string }
  | {
      readonly verb: 'rent_due';
      readonly lease: string;
      readonly from: CalendarDay;
      readonly fromAdvance: boolean;
    }
  /** One payment of a contract or several; `to` is the first day of the last one. */
  | {
      readonly verb: 'rent_payment';
      readonly lease: string;
      readonly from: CalendarDay;
      readonly to: CalendarDay;
      readonly amount: string;
    }
  | {
      readonly verb: 'remind';
      readonly asset: string;
      readonly debtor: string;
      readonly way: ReminderWay;
      readonly note: string;
    };
