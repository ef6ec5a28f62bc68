import { addMonths, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { TurnWay } from './asset-life';
import type { AssetUse, TermsBasis } from './depreciation';

/** What is kept of a decision about an asset that stays. */
export interface KeptTurn {
  readonly assetId: string;
  readonly way: TurnWay;
  readonly happenedOn: CalendarDay;
  readonly use: AssetUse | null;
  readonly termsNumber: number | null;
  readonly isWithdrawn: boolean;
}

/** Terms of depreciation as they stand beside it. */
export interface TurnTerms {
  readonly assetId: string;
  readonly number: number;
  readonly basis: TermsBasis;
  readonly use: AssetUse;
  readonly from: Month;
  readonly isWithdrawn: boolean;
}

/**
 * Holds decisions about assets that stay against the terms that follow from them: borne by the expense that
 * was decided, from the month after, and withdrawn with the decision. A standstill ends before it begins
 * again. Code `check.turnDiffers`.
 */
export function checkTurns(
  turns: readonly KeptTurn[],
  terms: readonly TurnTerms[],
  findings: Findings,
): void {
  const still = new Set<string>();
  for (const turn of turns) {
    const { assetId, way, happenedOn: day, isWithdrawn } = turn;
    findings.looked += 1;
    const own = terms.find((each) => each.assetId === assetId && each.number === turn.termsNumber);
    const told = turn.termsNumber === null ? [] : termsParts(turn, own);
    if (!isWithdrawn && way !== 'convert') {
      told.push({ part: 'state', kept: way, found: still.has(assetId) ? 'resume' : 'suspend' });
      if (way === 'suspend') still.add(assetId);
      else still.delete(assetId);
    }
    for (const { part, kept, found } of told)
      if (kept !== found) findings.add('check.turnDiffers', {}, { day, part, kept, found });
  }
}

/** One part of a decision: what is kept of it, and what stands. */
interface TurnPart {
  readonly part: 'use' | 'from' | 'basis' | 'stands' | 'state';
  readonly kept: string;
  readonly found: string;
}

/** What the terms of a decision should say, and what they say; nothing where they are gone. */
function termsParts({ happenedOn, use, isWithdrawn }: KeptTurn, own: TurnTerms | undefined): TurnPart[] {
  const stands = own !== undefined && !own.isWithdrawn;
  return [
    { part: 'use', kept: use ?? '', found: own?.use ?? '' },
    { part: 'from', kept: addMonths(monthOf(happenedOn), 1), found: own?.from ?? '' },
    { part: 'basis', kept: 'changed', found: own?.basis ?? '' },
    { part: 'stands', kept: String(!isWithdrawn), found: String(stands) },
  ];
}
