import type { SettlementForm } from '../../domain/income/settlement';

/** A keeper's slip as it enters an owner's books: what was typed, and which slip it is a part of. */
export function markKeepers(form: SettlementForm, slipId: string): SettlementForm {
  const marked = { ...form, keepersSlip: slipId };
  return marked;
}

/** Whether a slip came from the keeper; what a village typed bears no such mark. */
export function isKeepers(slip: { readonly entered: Readonly<Record<string, string>> }): boolean {
  return slip.entered['keepersSlip'] !== undefined;
}
