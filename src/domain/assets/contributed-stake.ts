import type { CalendarDay } from '../calendar/calendar-day';
import { yearOf } from '../calendar/calendar-day';
import { allocate } from '../money/allocate';
import { type Fen, plainYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Asset, type Fund, readAsset } from './asset';

/** What is put into a firm, and what the register says of it. */
export interface Contributed {
  readonly agreedValue: Fen;
  readonly happenedOn: CalendarDay;
  readonly titleHolder: string;
  /** The money it was made of, that of its improvements with it. */
  readonly funds: readonly Fund[];
  readonly today: CalendarDay;
  readonly namesTaken: readonly string[];
}

/**
 * Reads the stake that an asset becomes when it is put into a firm: the village's own, acquired on the day of
 * the contribution, at what was agreed. It was made of the same public money as what went in, so what was
 * agreed is spread over the levels and years of that money by its parts; where nobody knows of any, it is the
 * village's own. Source: case D1, 作价入股; the spread over the money is a product decision.
 * @returns problems `form.*`, `assets.nameTaken`, all at `stakeName`
 */
export function readStake(
  stakeName: string,
  contributed: Contributed,
): { readonly asset: Omit<Asset, 'id'>; readonly funds: Fund[]; readonly problems: Problem[] } {
  const { agreedValue, happenedOn: acquiredOn, titleHolder, today, namesTaken } = contributed;
  const funds = stakeFunds(contributed);
  const none = { capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '' };
  const form = {
    ...{ kind: 'equity', assetClass: 'operating', titleLevel: 'village', keeper: '', ownShareKey: '' },
    ...{ name: stakeName, titleHolder, cost: plainYuan(agreedValue), acquiredOn, ...none },
    funds: funds.map(({ level, year, amount }) => ({ level, year: String(year), amount: plainYuan(amount) })),
  };
  const read = readAsset(form, { today, namesTaken });
  // What is wrong with the day or the value is told where those are typed.
  const problems = read.problems
    .filter(({ field }) => field === 'name')
    .map((problem) => ({ ...problem, field: 'stakeName' }));
  return { asset: read.asset, funds, problems };
}

function stakeFunds({ agreedValue, happenedOn, funds }: Contributed): Fund[] {
  const known = funds.filter(({ amount }) => amount > 0n);
  if (known.length === 0) return [{ level: 'own', year: yearOf(happenedOn), amount: agreedValue }];
  const keyOf = (place: number): string => String(place).padStart(4, '0');
  const parts = allocate(
    agreedValue,
    known.map(({ amount }, place) => ({ key: keyOf(place), weight: amount })),
  );
  return known.flatMap(({ level, year }, place) => {
    const amount = parts[place]?.amount ?? 0n;
    return amount === 0n ? [] : [{ level, year, amount }];
  });
}
