import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { AccountChoiceForm } from '../../domain/ledger/account-choices';
import { VillageAddress } from '../../platform/http/api.forms';
import { ReasonField, TextField } from '../../platform/http/form-fields';

/** One use of money, or the subsidy, under one version of the chart of accounts. */
export class AccountUseAddress extends VillageAddress {
  /** Version of the chart. */
  @ApiProperty({ description: 'Version of the chart of accounts.', example: '2023' })
  @Matches(/^\d{4}$/, { message: 'form.invalid' })
  chart: string;

  /** The use. */
  @ApiProperty({ description: 'The use for which an account is chosen.', example: 'postWages' })
  @Matches(/^[a-zA-Z]{1,40}$/, { message: 'form.invalid' })
  useName: string;
}

/** The account that a county chooses for a use, as typed. */
export class AccountChoiceEntryForm implements AccountChoiceForm {
  /** Code of one of the accounts that are offered. */
  @TextField(10)
  ledgerAccount: string = '';

  /** The first fiscal year it holds for: this one while nothing was booked in it, or the next. */
  @TextField(10)
  fromYear: string = '';

  /** Why. */
  @ReasonField(200)
  reason: string = '';
}
