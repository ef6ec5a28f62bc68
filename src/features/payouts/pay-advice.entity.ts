import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, CountColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A pay advice that was made for somebody on a list; the last one counts. */
@Entity('pay_advices')
export class PayAdviceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @KeyColumn('member_id') memberId: string;
  @PrimaryColumn({ name: 'advice_number', type: 'integer' }) number: number;
  @TextColumn('code_digest') codeDigest: string;
  @TextColumn('issued_by') issuedBy: string;
  @TextColumn('issued_at') issuedAt: string;
}

/** The directory of slips: whose list a code's digest leads to. A reference table. */
@Entity('slip_codes')
export class SlipCodeEntity {
  @PrimaryColumn({ name: 'code_digest', type: 'varchar' }) codeDigest: string;
  @TextColumn('collective_id') collectiveId: string;
  @TextColumn('list_id') listId: string;
  @TextColumn('member_id') memberId: string;
}

/** Wrong codes from one place, or from all together: rows of the county's office. */
@Entity('slip_tries')
export class SlipTriesEntity {
  @CollectiveColumn() collectiveId: string;
  /** What the key makes of an address, as it is kept of nobody who reads. */
  @KeyColumn('place_print') placePrint: string;
  @CountColumn('count') count: number;
  /** ISO instant in UTC. */
  @TextColumn('last_at') lastAt: string;
}
