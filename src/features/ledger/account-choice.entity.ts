import { Entity } from 'typeorm';
import type { PostingUse } from '../../domain/ledger/chart';
import {
  CollectiveColumn,
  CountColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** The account of a use that an office chose for its region, from a fiscal year on. Append-only. */
@Entity('account_choices')
export class AccountChoiceEntity {
  @KeyColumn() id: string;
  @TextColumn('region_code') region: string;
  @TextColumn('chart') chart: string;
  @TextColumn('posting_use') use: PostingUse;
  @TextColumn('ledger_account') ledgerAccount: string;
  @CountColumn('from_year') fromYear: number;
  @TextColumn('reason') reason: string;
  @TextColumn('office_id') officeId: string;
  @TextColumn('chosen_by') by: string;
  @TextColumn('chosen_at') at: string;
}

/** On which account a use stands in a fiscal year of a village: fixed with its first voucher. Append-only. */
@Entity('year_accounts')
export class YearAccountEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('chart') chart: string;
  @KeyCountColumn('fiscal_year') year: number;
  @KeyColumn('posting_use') use: PostingUse;
  @TextColumn('ledger_account') ledgerAccount: string;
  /** The county's choice by which it stands; none where nobody had chosen. */
  @OptionalTextColumn('choice_id') choiceId: string | null;
  @TextColumn('region_code') region: string;
  @TextColumn('fixed_at') fixedAt: string;
}
