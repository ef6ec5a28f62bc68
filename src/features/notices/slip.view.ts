import { plainYuan } from '../../domain/money/fen';
import type { Explained } from '../../domain/policy/explanation';
import type { SlipLine } from '../../glossary/slip-words';
import type { HouseholdSlip } from './plan-told.service';

/** A household's slip, for programs. */
export interface SlipView {
  /** Yuan. */
  readonly amount: string;
  readonly lines: readonly SlipLine[];
  /** How the part came about; absent where the money is too little to be split yet. */
  readonly explanation?: Explained;
}

export function slipView({ part, lines }: HouseholdSlip): SlipView {
  const amount = plainYuan(part.amount);
  return part.tree === undefined ? { amount, lines } : { amount, lines, explanation: part.tree };
}
