import { Entity, PrimaryColumn } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** How many shares a household or a member holds from a day on. */
@Entity('share_holdings')
export class ShareHoldingEntity {
  @CollectiveColumn() collectiveId: string;
  @PrimaryColumn({ name: 'holding_number', type: 'integer' }) holdingNumber: number;
  @OptionalTextColumn('household_id') householdId: string | null;
  @OptionalTextColumn('member_id') memberId: string | null;
  @TextColumn('from_day') fromDay: string;
  @CountColumn('share_hundredths') hundredths: number;
  @TextColumn('why') why: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a row of the roll was entered wrongly and never held. */
@Entity('share_withdrawals')
export class ShareWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @PrimaryColumn({ name: 'holding_number', type: 'integer' }) holdingNumber: number;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** How many shares there are in all from a day on. */
@Entity('issued_shares')
export class IssuedSharesEntity {
  @CollectiveColumn() collectiveId: string;
  @PrimaryColumn({ name: 'issue_number', type: 'integer' }) issueNumber: number;
  @TextColumn('from_day') fromDay: string;
  @CountColumn('share_hundredths') hundredths: number;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a status was looked at again, and still held. */
@Entity('household_status_reviews')
export class HouseholdStatusReviewEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'status_number', type: 'integer' }) statusNumber: number;
  @PrimaryColumn({ name: 'review_number', type: 'integer' }) reviewNumber: number;
  @TextColumn('reviewed_on') reviewedOn: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
