import type { SettlementForm } from '../../domain/income/settlement';

/** A keeper's slip as it enters an owner's books: what was typed, and which slip it is a part of. */
export function markKeepers(form: SettlementForm, slipId: string): SettlementForm {
  const marked = { ...form, keepersSlip: slipId };
  return marked;
}

/** The keeper's slip that a slip is a part of; what a village typed bears no such mark. */
export function keepersSlipOf(slip: {
  readonly entered: Readonly<Record<string, string>>;
}): string | undefined {
  return slip.entered['keepersSlip'];
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
