import { ApiPropertyOptional } from '@nestjs/swagger';
import type { DepositForm } from '../../domain/income/lease-deposit';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** What happens to the deposit of a contract. */
export class DepositEntryForm implements DepositForm {
  /** `received`, `returned`, or the id of what the tenant owes and the deposit is kept against. */
  @TextField(60)
  depositAct: string = '';

  @TypedDayField()
  depositOn: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** Why it is kept, or why more comes than the contract says. */
  @ApiPropertyOptional()
  @ReasonField(300)
  depositReason: string = '';

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(4)
  attachments: string = '';
}
