import { Entity } from 'typeorm';
import { CollectiveColumn, CountColumn, KeyCountColumn, TextColumn } from '../../platform/database/columns';

/** A row of a county's book of what was filed with it: a number of a year, and what bears it. */
@Entity('county_filings')
export class CountyFilingEntity {
  /** The county's office, whose book it is. */
  @CollectiveColumn() collectiveId: string;
  @KeyCountColumn('filing_year') year: number;
  @KeyCountColumn('filing_number') number: number;
  @TextColumn('village_id') villageId: string;
  @TextColumn('subject_kind') subjectKind: string;
  @TextColumn('subject_id') subjectId: string;
  @CountColumn('step_number') stepNumber: number;
  @TextColumn('digest') digest: string;
  @TextColumn('filed_on') filedOn: string;
  /** Its receipt, or where that lies; blank where there is none. */
  @TextColumn('receipt_paper') receiptPaper: string;
  @TextColumn('filed_by') filedBy: string;
  @TextColumn('filed_at') filedAt: string;
}
