import { ApiPropertyOptional } from '@nestjs/swagger';
import { COST_POOLS } from '../../domain/deductions/read-cost-contract';
import { COST_SETTLINGS, type CostPaymentForm } from '../../domain/deductions/cost-debt';
import type { CostRefundForm } from '../../domain/deductions/cost-refund';
import type { Pool } from '../../domain/ledger/journal-entry';
import { ChoiceField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import type { RecordDeductionForm } from './read-cost';

/** A necessary cost paid from the bank: by contract, or by bill. */
export class DeductionEntryForm implements RecordDeductionForm {
  /** The contract it is charged by; blank for a bill. A contract says kind, name and asset itself. */
  @ApiPropertyOptional()
  @TextField(100)
  contractId: string = '';

  /** The first day of the period it is charged for, where that is an earlier one than the voucher's. */
  @ApiPropertyOptional()
  @TypedDayField()
  coversFrom: string = '';

  /** `land_rent`, `o_and_m`, `insurance` or `other`; a bill only. */
  @ApiPropertyOptional()
  @TextField(30)
  kind: string = '';

  /** What it was for; a bill only. */
  @ApiPropertyOptional()
  @TextField(100)
  name: string = '';

  /** The asset it was for; a bill only. */
  @ApiPropertyOptional()
  @TextField(100)
  assetId: string = '';

  /** The pool that bears it, where no asset says so: `pv` (taken when nothing is said) or `other`. */
  @ApiPropertyOptional({ enum: COST_POOLS })
  @ChoiceField(COST_POOLS, { optional: true })
  pool?: Pool;

  /** The voucher's day, in an open month. */
  @TextField(20)
  postedOn: string = '';

  /** Yuan. A contract's charge is what its term reckons. */
  @TextField(30)
  amount: string = '';

  /** Why it was needed; kind `other` must say. */
  @ApiPropertyOptional()
  @ReasonField(500)
  reason: string = '';

  /** What the bill says: printed beside the amount. */
  @ApiPropertyOptional()
  @ReasonField(200)
  note: string = '';

  /** The days a bill is for, where it says any. */
  @ApiPropertyOptional()
  @TypedDayField()
  servedFrom: string = '';

  @ApiPropertyOptional()
  @TypedDayField()
  servedTo: string = '';

  /** Why a cost of another year is counted now; only where it is one. */
  @ApiPropertyOptional()
  @TextField(200)
  otherYear: string = '';

  /** Why days on which the asset was not there are paid for, too; only where there are some. */
  @ApiPropertyOptional()
  @ReasonField(200)
  outsideAsset: string = '';

  /** Why it is above what all its caps allow together, and by which paper; only where it is. */
  @ApiPropertyOptional()
  @TextField(200)
  aboveCap: string = '';

  /** Why it is no second time what seems to be deducted or paid already; only where it seems so. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';

  /** Why it is paid out of money promised by an approved distribution, and who decided so; only then. */
  @ApiPropertyOptional()
  @TextField(200)
  paysPromised: string = '';

  /** `bank` where the bank has paid it (taken when nothing is said), `owed` where it is paid later. */
  @ApiPropertyOptional({ enum: COST_SETTLINGS })
  @TextField(10)
  settling: string = '';

  /** Whom it is owed to; only where it is. */
  @ApiPropertyOptional()
  @TextField(100)
  creditor: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** The payment of an owed cost. */
export class CostPaymentEntryForm implements CostPaymentForm {
  /** The voucher's day, in an open month. */
  @TypedDayField()
  paidOn: string = '';

  /** Yuan, no more than is still owed. */
  @TextField(30)
  amount: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}

/** What came back of a cost that was paid. */
export class CostRefundEntryForm implements CostRefundForm {
  /** The day on which it came, in an open month. */
  @TypedDayField()
  refundedOn: string = '';

  /** Yuan, no more than was paid by that day and has not come back. */
  @TextField(30)
  amount: string = '';

  /** Why it came back: printed on the sheet. */
  @ReasonField(200)
  reason: string = '';

  /** The paper that says so, by its name and number. */
  @TextField(200)
  byPaper: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';

  /** Why it is another one, where the same day, sum and paper stand already. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';
}

/** The page's form: which cost is paid. */
export class CostPaymentPageForm extends CostPaymentEntryForm {
  @TextField(100)
  cost: string = '';
}
