import type { KeptFormPlace } from '../../platform/kept-forms/kept-forms.service';

/** Where what somebody types for the plan of a pool and its days is kept. */
export function planFormPlace(
  { collectiveId, userId }: { readonly collectiveId: string; readonly userId: string },
  { pool, from, to }: { readonly pool: string; readonly from: string; readonly to: string },
): KeptFormPlace {
  return { collectiveId, userId, form: `plan ${pool} ${from} ${to}` };
}
