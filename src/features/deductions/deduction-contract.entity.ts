import { Entity } from 'typeorm';
import type { ContractTerm, DeductionKind } from '../../domain/deductions/contract-term';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A contract by which a necessary cost is reckoned. */
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
}
