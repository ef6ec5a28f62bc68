import { type Fen, sumFen } from '../money/fen';
import type { PolicyPack } from '../policy/pack';

/** A line of an approved plan by which people are owed, and what of it is paid. Fen. */
export interface PlanLineMoney {
  readonly planLineId: string;
  readonly planId: string;
  /** Of a plan of a year. */
  readonly year?: number;
  readonly pool: string;
  readonly bucket: string;
  /** As its document calls the use. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The policy of its plan. */
  readonly pack: PolicyPack;
  /** What was decided for it, less what was released. */
  readonly promised: Fen;
  readonly paid: Fen;
}

/** A payment, or what came back of one, that names whose part of which debt it is. Fen. */
export interface NamedMove {
  readonly debtId: string;
  readonly amount: Fen;
  readonly isBack: boolean;
}

/**
 * What of a plan line is paid and is not back: of its debts that stand all but what is open for certain; of
 * those that were taken back what was paid by name, as far as it is not back by another way.
 * @param over what was paid in the pool and is owed to nobody any more
 */
export function paidOfLine(of: {
  readonly standing: readonly { readonly amount: Fen; readonly open: Fen }[];
  readonly takenBack: readonly NamedMove[];
  readonly over: Fen;
}): Fen {
  const { standing, takenBack, over } = of;
  const held = sumFen(takenBack.map(({ amount, isBack }) => (isBack ? -amount : amount)));
  const kept = held < over ? held : over;
  return sumFen(standing.map(({ amount, open }) => amount - open)) + (kept > 0n ? kept : 0n);
}
