import { addDays, type CalendarDay, daysInclusive, isCalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { ServedDays } from './cost-years';

/** The days on which an asset is there; without a last one while it stands in the register. */
export interface AssetLife {
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
}

/** What of a bill's form speaks of the asset's days. */
interface BillInLife {
  readonly kind: string;
  readonly postedOn: string;
  readonly servedFrom?: string;
  readonly servedTo?: string;
  /** Why days on which the asset was not there are paid for, too. */
  readonly outsideAsset?: string;
}

/**
 * The first day for which a cost of an asset may be: the asset's own. The land is rented from when building
 * began, so that its rent has none.
 */
export function firstCostDay(
  kind: string,
  life: { readonly acquiredOn?: CalendarDay | undefined } | undefined,
): CalendarDay | undefined {
  return kind === 'land_rent' ? undefined : life?.acquiredOn;
}

/**
 * A bill is for days of its asset's life; one that says no days is for the day on which it is paid. Wholly
 * outside it is refused: what was paid to get the asset is part of its cost, and a late bill says its days.
 * Partly outside, as a premium paid for a year, it wants a reason, which the sheet prints. Codes
 * `deductions.beforeAsset`, `deductions.afterAsset`, `deductions.outsideAsset`, `deductions.noOutsideAsset`.
 */
export function lifeProblems(
  form: BillInLife,
  served: ServedDays | undefined,
  life: AssetLife | undefined,
): Problem[] {
  const days = served ?? ownDay(form);
  if (days === undefined) return [];
  const { from, to } = days;
  const [first, last] = [firstCostDay(form.kind, life), life?.leftOn];
  const fieldOf = (field: string): string => (served === undefined ? 'postedOn' : field);
  if (first !== undefined && to < first) {
    const at = { field: fieldOf('servedTo'), value: to };
    return [{ code: 'deductions.beforeAsset', ...at, facts: { acquiredOn: first } }];
  }
  if (last !== undefined && from > last) {
    const at = { field: fieldOf('servedFrom'), value: from };
    return [{ code: 'deductions.afterAsset', ...at, facts: { leftOn: last } }];
  }
  return reasonProblems(form, daysBefore(from, first ?? from) + daysBefore(last ?? to, to));
}

/**
 * A contract that begins before its asset came, or goes on after it left, charges days on which nothing was
 * served: whoever pays them all the same, as the rent of the land under a station that left, says why. Land
 * is rented from when building began. Codes `deductions.outsideAsset`, `deductions.noOutsideAsset`.
 */
export function chargeLifeProblems(
  form: Pick<BillInLife, 'kind' | 'outsideAsset'>,
  days: ServedDays | undefined,
  life: AssetLife | undefined,
): Problem[] {
  if (days === undefined) return reasonProblems(form, 0);
  const { from, to } = days;
  const [first = from, last = to] = [firstCostDay(form.kind, life), life?.leftOn];
  const before = from < first ? { from, to: to < first ? to : addDays(first, -1) } : undefined;
  const after = to > last ? { from: from > last ? from : addDays(last, 1), to } : undefined;
  const outside = [before, after].map((span) => (span ? daysInclusive(span.from, span.to) : 0));
  return reasonProblems(
    form,
    outside.reduce((sum, count) => sum + count, 0),
  );
}

/** A bill that stands. */
interface StandingBill {
  readonly name: string;
  readonly assetId: string | null;
  readonly postedOn: CalendarDay;
  readonly amount: Fen;
  readonly entryId: string;
  readonly days: ServedDays | undefined;
}

/**
 * Bills of days wholly behind the last one of their asset: each was refused, had the asset left before it was
 * entered. Either the bill is not of this asset, or the day of leaving is wrong. Code
 * `months.costAfterAsset`, its field the bill's voucher.
 * @param left the assets that have left, by id
 */
export function afterAssetProblems(
  bills: readonly StandingBill[],
  left: ReadonlyMap<string, { readonly name: string; readonly leftOn?: CalendarDay | undefined }>,
): Problem[] {
  return bills.flatMap(({ name, assetId, postedOn, amount, entryId, days }) => {
    const asset = left.get(assetId ?? '');
    const leftOn = asset?.leftOn;
    if (asset === undefined || leftOn === undefined || (days?.from ?? postedOn) <= leftOn) return [];
    const facts = { name, day: days?.from ?? postedOn, amount, asset: asset.name, leftOn };
    return [{ code: 'months.costAfterAsset', field: entryId, facts }];
  });
}

/** The day of a bill that says no days; undefined where it cannot be read, or its days cannot. */
function ownDay({ postedOn, servedFrom = '', servedTo = '' }: BillInLife): ServedDays | undefined {
  const saysDays = servedFrom.trim() !== '' || servedTo.trim() !== '';
  return saysDays || !isCalendarDay(postedOn) ? undefined : { from: postedOn, to: postedOn };
}

function reasonProblems({ outsideAsset = '' }: Pick<BillInLife, 'outsideAsset'>, days: number): Problem[] {
  const [isSaid, field] = [outsideAsset.trim() !== '', 'outsideAsset'];
  if (days === 0) return isSaid ? [{ code: 'deductions.noOutsideAsset', field }] : [];
  return isSaid ? [] : [{ code: 'deductions.outsideAsset', field, facts: { days } }];
}

/** How many days a day lies before another one; none where it does not. */
function daysBefore(day: CalendarDay, other: CalendarDay): number {
  return day < other ? daysInclusive(day, other) - 1 : 0;
}
