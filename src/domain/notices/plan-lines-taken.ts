import { type Fen, sumFen } from '../money/fen';
import type { ReportRow, TableShape } from './report-notice';

/** What of the plans' lines the people of a sheet took, with what was taken before and what is left. */
export const PLAN_LINES = {
  fields: {
    plan: { kind: 'text' },
    use: { kind: 'text' },
    planned: { kind: 'money' },
    earlier: { kind: 'money' },
    taken: { kind: 'money' },
    left: { kind: 'money' },
  },
  ...{ lead: 'plan', amount: 'taken', totals: { planned: '', earlier: '', taken: '', left: '' } },
} as const satisfies TableShape;

/** A line of a plan, what of it others took before and what the people of the sheet take. Fen. */
export interface TakenLine {
  readonly plan: string;
  readonly use: string;
  /** Without what was released. */
  readonly planned: Fen;
  readonly earlier: Fen;
  readonly taken: Fen;
}

export function takenRows(lines: readonly TakenLine[]): ReportRow[] {
  return lines.map(({ plan, use, planned, earlier, taken }) => ({
    ...{ plan, use, planned: String(planned), earlier: String(earlier), taken: String(taken) },
    left: String(planned - earlier - taken),
  }));
}

/** What people were granted in some days, and how it stands: the equation of the sheets about people. */
export const GRANTED_SUMS = ['before', 'granted', 'paid', 'waiting'] as const;

/** A voucher by which people are owed together, and what of it is not paid for certain. Fen. */
export interface GrantedTogether {
  readonly amount: Fen;
  readonly open: Fen;
}

/** Not paid from before + granted − paid of it = still to pay. */
export function grantedSums(
  granted: readonly GrantedTogether[],
  earlier: readonly GrantedTogether[],
): Record<(typeof GRANTED_SUMS)[number], string> {
  const before = sumFen(earlier.map(({ open }) => open));
  const amount = sumFen(granted.map((each) => each.amount));
  const open = sumFen(granted.map((each) => each.open));
  return {
    ...{ before: String(before), granted: String(amount) },
    ...{ paid: String(amount - open), waiting: String(before + open) },
  };
}
