import { Entity, PrimaryColumn } from 'typeorm';
import type { ContractTerm, DeductionKind } from '../../domain/deductions/contract-term';
import type { CostContractChange } from '../../domain/deductions/cost-contract';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A contract by which a necessary cost is reckoned, as it was signed. */
@Entity('deduction_contracts')
export class DeductionContractEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('kind') kind: DeductionKind;
  @TextColumn('name') name: string;
  @OptionalTextColumn('asset_id') assetId: string | null;
  @TextColumn('pool') pool: Pool;
  @JsonColumn('term') term: ContractTerm;
  /** The clause of the contract the charge rests on, as the sheet prints it. */
  @TextColumn('clause') clause: string;
  @TextColumn('valid_from') validFrom: string;
  @OptionalTextColumn('valid_to') validTo: string | null;
  /** Why it is necessary, where the policy asks it. */
  @TextColumn('reason') reason: string;
  /** Of an insurance: the number on the policy; blank otherwise. */
  @TextColumn('policy_number') policyNumber: string;
  @OptionalFenColumn('sum_insured_fen') sumInsured: bigint | null;
  /** Who entered it, and when; nothing for those the program entered. */
  @OptionalTextColumn('entered_by') enteredBy: string | null;
  @OptionalTextColumn('entered_at') enteredAt: string | null;
}

/** What changed a contract since it was signed, in the order in which it was said. */
@Entity('deduction_contract_changes')
export class DeductionContractChangeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('contract_id') contractId: string;
  @PrimaryColumn({ name: 'change_number', type: 'integer' }) changeNumber: number;
  @JsonColumn('change') change: CostContractChange;
  @TextColumn('reason') reason: string;
  @TextColumn('changed_by') changedBy: string;
  @TextColumn('changed_at') changedAt: string;
}

/** A charge of a contract that is not booked, and why. */
@Entity('deduction_waivers')
export class DeductionWaiverEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('contract_id') contractId: string;
  @TextColumn('covers_from') coversFrom: string;
  @TextColumn('covers_to') coversTo: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('reason') reason: string;
  @TextColumn('waived_by') waivedBy: string;
  @TextColumn('waived_at') waivedAt: string;
}
