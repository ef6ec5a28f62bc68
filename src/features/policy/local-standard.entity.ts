import { Entity } from 'typeorm';
import { KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** A number of a county or village for its region, with its paper. A reference table, append-only. */
@Entity('local_standards')
export class LocalStandardEntity {
  @KeyColumn() id: string;
  @TextColumn('region_code') region: string;
  @TextColumn('number_id') numberId: string;
  @TextColumn('value') value: string;
  @TextColumn('valid_from') from: string;
  @TextColumn('paper_title') paperTitle: string;
  @OptionalTextColumn('paper_number') paperNumber: string | null;
  @TextColumn('paper_issuer') paperIssuer: string;
  @TextColumn('paper_issued_on') paperIssuedOn: string;
  /** Why although a document expects another; null where none does, and of rows of before. */
  @OptionalTextColumn('why') why: string | null;
  @TextColumn('office_id') officeId: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
