import type { StationTotals } from '../../domain/income/own-line';
import type { BorneTax } from '../../domain/income/kept-tax';
import type { Settlement } from '../../domain/income/settlement';
import { sumFen } from '../../domain/money/fen';
import type { SettlementEntity } from './settlement.entity';

/** A slip's whole energy and money. */
export function wholeTotals(slip: Pick<Settlement, 'energyKwh' | 'energyFee' | 'subsidy'>): StationTotals {
  return { energyKwh: wholeKwh(slip.energyKwh), energyFee: slip.energyFee, subsidy: slip.subsidy };
}

/** What the grid pays of a kept station's slip: with the tax that it pays out, without what it keeps back. */
export function paidTotals(slip: Settlement): StationTotals {
  return { ...wholeTotals(slip), energyFee: slip.tax?.owed ?? slip.energyFee };
}

/** What its owners share: the fee as the grid pays it, and the tax kept back of it that the keeper bears. */
export function sharedTotals(slip: Settlement, borne: BorneTax): StationTotals {
  const paid = paidTotals(slip);
  return { ...paid, energyFee: paid.energyFee + borne.keptBack };
}

/** The same of a kept station's slip that stands. */
export function keptTotals(slip: SettlementEntity): StationTotals {
  const { ownKwh, ownEnergyFee: energyFee, ownSubsidy: subsidy } = slip;
  return { energyKwh: BigInt(ownKwh), energyFee, subsidy };
}

/** Totals of several slips, stream by stream. */
export function sumTotals(all: readonly StationTotals[]): StationTotals {
  return {
    energyKwh: sumFen(all.map((each) => each.energyKwh)),
    energyFee: sumFen(all.map((each) => each.energyFee)),
    subsidy: sumFen(all.map((each) => each.subsidy)),
  };
}

/** Energy in whole kWh, the unit in which a joint station's energy is shared out. */
function wholeKwh(kwh: string): bigint {
  const [whole = '0', decimals = ''] = kwh.split('.');
  return BigInt(whole) + (decimals >= '5' ? 1n : 0n);
}
