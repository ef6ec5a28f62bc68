import type { SettlementForm } from '../../domain/income/settlement';
import type { Fen } from '../../domain/money/fen';

/** What of an owner's part is of earlier slips that were too little to be split by themselves. */
export interface EarlierMoney {
  readonly energyFee: Fen;
  readonly subsidy: Fen;
}

/** What is split by itself is of its own month. */
export const NO_EARLIER: EarlierMoney = { energyFee: 0n, subsidy: 0n };

/** What of an owner's part his opening carries already, so that his books leave it out. */
export type OpenedMoney = EarlierMoney;

/**
 * A keeper's slip as it enters an owner's books: what was typed, which slip it is a part of, what of it is
 * of earlier ones, and what his opening has already.
 */
export function markKeepers(
  form: SettlementForm,
  of: { readonly slipId: string; readonly earlier: EarlierMoney; readonly opened: OpenedMoney },
): SettlementForm {
  const { slipId, earlier, opened } = of;
  const marked = {
    ...{ ...form, keepersSlip: slipId },
    ...marksOf('earlier', earlier),
    ...marksOf('opened', opened),
  };
  return marked;
}

function marksOf(kind: string, { energyFee, subsidy }: EarlierMoney): Record<string, string> {
  return {
    ...(energyFee === 0n ? {} : { [`${kind}Energy`]: String(energyFee) }),
    ...(subsidy === 0n ? {} : { [`${kind}Subsidy`]: String(subsidy) }),
  };
}

/** What of the keeper's slip was left out, because the opening of these books carries it. */
export function openedMoneyOf(slip: { readonly entered: Readonly<Record<string, string>> }): OpenedMoney {
  const of = (field: string): Fen => BigInt(slip.entered[field] ?? '0');
  return { energyFee: of('openedEnergy'), subsidy: of('openedSubsidy') };
}

/** What of a slip is of earlier ones, as its keeper marked it. */
export function earlierMoneyOf(slip: { readonly entered: Readonly<Record<string, string>> }): EarlierMoney {
  const of = (field: string): Fen => BigInt(slip.entered[field] ?? '0');
  return { energyFee: of('earlierEnergy'), subsidy: of('earlierSubsidy') };
}

/** The keeper's slip that a slip is a part of; what a village typed bears no such mark. */
export function keepersSlipOf(slip: {
  readonly entered: Readonly<Record<string, string>>;
}): string | undefined {
  return slip.entered['keepersSlip'];
}

/** The slip that a row splits by itself, in the keeper's books and in its owners'; undefined for a slip. */
export function splitsOf(slip: { readonly entered: Readonly<Record<string, string>> }): string | undefined {
  return slip.entered['splitsNow'];
}

/** Whether a slip came from the keeper. */
export function isKeepers(slip: { readonly entered: Readonly<Record<string, string>> }): boolean {
  return keepersSlipOf(slip) !== undefined;
}

/** Whether a slip is an owner's part of a keeper's slip. */
export function isPartOf(
  slip: { readonly entered: Readonly<Record<string, string>> },
  slipId: string,
): boolean {
  return keepersSlipOf(slip) === slipId;
}
