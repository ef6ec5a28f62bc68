import { PRIOR_YEAR } from './surplus-movements';

/**
 * Whether what a step books may take the place of what another booked: the same, a voucher written by hand
 * that of an imported or a recurring one, and the correction of an earlier year that of any.
 */
export function takesPlaceOf(kind: string, corrected: string): boolean {
  return kind === PRIOR_YEAR.correction || placesFor(kind).includes(corrected);
}

/** The kinds of vouchers whose place one of a kind takes, but for the correction of an earlier year. */
export function placesFor(kind: string): readonly string[] {
  return kind === 'manual' ? [kind, 'imported', 'recurring'] : [kind];
}
