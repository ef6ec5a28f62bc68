import { ApiProperty } from '@nestjs/swagger';
import { PAYEE_KINDS, type PayeeForm } from '../../domain/payouts/payee-outside';
import { VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, IdField, ReasonField, TextField } from '../../platform/http/form-fields';

/** Whose a sum is that was granted as one, and where he is paid. */
export class PayeeEntryForm implements PayeeForm {
  /** As the bank has it, letter for letter. */
  @TextField(100, { optional: true })
  payeeName: string = '';

  /** What is paid; a person's account is a card. */
  @ChoiceField(['', ...PAYEE_KINDS], { optional: true })
  payeeKind: string = '';

  /** Kept sealed. */
  @TextField(60, { optional: true })
  payeeAccount: string = '';

  @TextField(100, { optional: true })
  payeeBank: string = '';

  /** The contract or invoice that says so. */
  @ReasonField(200, { optional: true })
  payeePaper: string = '';
}

/** A sum that a voucher owes. */
export class DebtAddress extends VillageAddress {
  /** The voucher by which it is owed. */
  @ApiProperty({ description: 'The voucher by which it is owed.' })
  @IdField()
  debtId: string;
}
