import type { Problem } from '../shared/problem';
import { type LeaseFacts, type LeaseForm, readLease } from './read-lease';

/**
 * Of a contract that names no asset: that, and everything that is wrong with it by itself, at once. Nothing
 * where it names one: then it is read with what is known of that. Codes `form.missing` and as
 * {@link readLease}.
 */
export function withoutAssetProblems(
  form: LeaseForm,
  known: Pick<LeaseFacts, 'today' | 'numbersTaken'>,
): Problem[] {
  if (form.assetId.trim() !== '') return [];
  const { problems } = readLease(form, { ...known, acquiredOn: '', others: [] });
  return [{ code: 'form.missing', field: 'assetId' }, ...problems];
}
