import { Entity } from 'typeorm';
import type { DeductionKind } from '../../domain/deductions/contract-term';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A cost that another fund pays, whole or in part: it stands in no books. */
@Entity('costs_elsewhere')
export class CostElsewhereEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @OptionalTextColumn('asset_id') assetId: string | null;
  @TextColumn('kind') kind: DeductionKind;
  @TextColumn('name') name: string;
  @FenColumn('bill_fen') bill: bigint;
  @FenColumn('elsewhere_fen') elsewhere: bigint;
  @TextColumn('paid_on') paidOn: string;
  @TextColumn('fund_year') fundYear: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That such a cost was entered wrongly. */
@Entity('cost_elsewhere_withdrawals')
export class CostElsewhereWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('cost_id') costId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
