import type { ServedDays } from '../../domain/deductions/cost-years';
import type { Fen } from '../../domain/money/fen';
import type { RegisteredAsset } from '../assets/assets.service';
import type { JointCostEntity } from './joint-cost.entity';
import type { LandRentDue } from './read-cost';

/** An owner's part of a keeper's cost that his books do not have yet. */
export interface WaitingCost {
  readonly keeperId: string;
  readonly cost: JointCostEntity;
  /** The days that its bill says it is for. */
  readonly served: ServedDays | undefined;
  /** The first days of the share tables by which it was split. */
  readonly tables: readonly string[];
  readonly own: RegisteredAsset;
  /** Below zero: what comes back to him. */
  readonly amount: Fen;
}

/** By which day, and why it is no second time what the books have; only where that is asked. */
export interface TakingForm {
  readonly costId: string;
  readonly postedOn: string;
  readonly twiceReason?: string;
}

/** A part as it is booked, and the own contract whose charge it is. */
export interface TakenBill {
  readonly waiting: WaitingCost;
  readonly form: TakingForm;
  readonly rent: LandRentDue | undefined;
}
