import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Asset, type AssetForm, type Fund, isShared, readAsset } from './asset';
import { isOwnFixedAsset } from './asset-classes';

/** What a project became, where the register has no such asset yet: what its cost and its day do not say. */
export type AcceptedAssetForm = Omit<
  AssetForm,
  'cost' | 'acquiredOn' | 'titleLevel' | 'keeper' | 'ownShareKey'
>;

/** Whether anything was typed of an asset that is not in the register. */
export function isTyped(form: AcceptedAssetForm | undefined): form is AcceptedAssetForm {
  return form !== undefined && (form.name.trim() !== '' || form.kind.trim() !== '');
}

/**
 * Reads the asset that a project became, or says what is wrong with it: the village's own, acquired on the
 * day of acceptance at what was built, its funds adding up to that. Problems at `asset.<field>`, as of an
 * asset that is entered; those of cost and day are told of the act itself.
 */
export function readAcceptedAsset(
  form: AcceptedAssetForm,
  facts: {
    readonly built: Fen;
    readonly happenedOn: CalendarDay;
    readonly today: CalendarDay;
    readonly namesTaken: readonly string[];
  },
): { readonly asset: Omit<Asset, 'id'>; readonly funds: Fund[]; readonly problems: Problem[] } {
  const { built, happenedOn: acquiredOn, today, namesTaken } = facts;
  const whole = { ...form, titleLevel: 'village', keeper: '', ownShareKey: '' };
  const read = readAsset({ ...whole, cost: plainYuan(built), acquiredOn }, { today, namesTaken });
  const { asset, funds } = read;
  const problems = read.problems
    .filter(({ field }) => field !== 'cost' && field !== 'acquiredOn')
    .map((problem) => ({ ...problem, field: `asset.${problem.field}` }));
  if (!isOwnFixedAsset(asset) || isShared(asset.kind))
    problems.push({ code: 'form.notAllowed', field: 'asset.kind', value: form.kind });
  return { asset, funds, problems };
}
