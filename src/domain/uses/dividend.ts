import type { CalendarDay } from '../calendar/calendar-day';
import type { ShareHolding } from '../collectives/share-roll';
import type { Pool } from '../ledger/journal-entry';
import type { Share } from '../money/allocate';
import type { Fen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import {
  areSameShares,
  payOut,
  payoutReasons,
  type SplitPayout,
  type SplitWindow,
} from '../money/running-split';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/** The route that members are given a share by; its steps are data. */
export const DIVIDEND_ROUTE = 'four-deliberations-two-disclosures';

/** What members are to be given of a pool, as typed. */
export interface DividendForm {
  readonly pool: string;
  /** Yuan, all members together. */
  readonly amount: string;
  /** The day whose roll of shares it is split by. */
  readonly rollOn: string;
  /** Why members are given a plain share: printed where the document asks for it. */
  readonly dividendWhy: string;
  /** The proposal. */
  readonly paper: string;
}

/** A round as it was read. */
export interface Dividend {
  readonly pool: SharedPool;
  readonly amount: Fen;
  readonly rollOn: CalendarDay;
  readonly why: string;
  readonly paper: string;
}

/** What one holder gets of a round; `before` is what he had got in its window. */
export interface DividendLine {
  readonly holderId: string;
  /** The row of the roll by which he holds. */
  readonly holdingNumber: number;
  readonly hundredths: number;
  readonly before: Fen;
  readonly amount: Fen;
  readonly oddFen: boolean;
}

/** A round with its lines, as the next one is reckoned from it. */
export interface KeptRound {
  readonly number: number;
  readonly pool: Pool;
  readonly amount: Fen;
  readonly lines: readonly DividendLine[];
}

/** What is earmarked for a purpose is nobody's surplus. Source: domain facts §2.3. */
export const SHARED_POOLS = ['pv', 'other', 'members'] as const;
export type SharedPool = (typeof SHARED_POOLS)[number];

/** The longest text of a reason or of a paper. */
const LONGEST_TEXT = 200;

/**
 * Reads what members are to be given. @returns problems `uses.shareOfEarmarked`, `form.*`, `money.*`,
 * `calendar.notADay`, `dividend.rollAhead`
 */
export function readDividend(
  form: DividendForm,
  today: CalendarDay,
): { readonly dividend: Dividend; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const pool = SHARED_POOLS.find((each) => each === form.pool);
  if (pool === undefined) {
    const code = form.pool === 'earmarked' ? 'uses.shareOfEarmarked' : 'form.notAllowed';
    problems.push({ code, field: 'pool', value: form.pool });
  }
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const rollOn = readDay({ field: 'rollOn', value: form.rollOn }, problems) ?? '';
  if (rollOn > today) problems.push({ code: 'dividend.rollAhead', field: 'rollOn', value: rollOn });
  const [why, paper] = [form.dividendWhy.trim(), form.paper.trim()];
  for (const [field, text] of Object.entries({ dividendWhy: why, paper })) {
    if (text.length > LONGEST_TEXT)
      problems.push({ code: 'form.tooLong', field, facts: { max: LONGEST_TEXT } });
  }
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ dividendWhy: why, paper }));
  return { dividend: { pool: pool ?? 'pv', amount, rollOn, why, paper }, problems };
}

/** The weights of a roll, by holder: hundredths of a share. */
export function rollShares(
  roll: readonly { readonly holderId: string; readonly hundredths: number }[],
): Share[] {
  return roll.map(({ holderId, hundredths }) => ({ key: holderId, weight: BigInt(hundredths) }));
}

/**
 * The window that a round of these weights belongs to: the last rounds of its pool that stand, as far back as
 * they were split by the same. Source: product decision "Splitting": a new window starts when roster or
 * weights change; a round that was taken back has left its window.
 * @param standing the rounds of the pool that stand, by number
 */
export function windowOf(standing: readonly KeptRound[], shares: readonly Share[]): KeptRound[] {
  const other = standing.findLastIndex(({ lines }) => !areSameShares(rollShares(lines), shares));
  return standing.slice(other + 1);
}

/**
 * Splits a round over a roll by the running total of its window.
 * @param standing the rounds of the pool that stand, by number
 * @returns the lines in the order of the roll and the numbers of the rounds they were reckoned on; or why it
 *   waits: somebody's exact share is less than a fen (`split.waits`, fact `least`), or it is too little to
 *   level what taking a round back left uneven (`split.waitsToLevel`). The money stays in the pool.
 */
export function splitDividend(
  amount: Fen,
  roll: readonly Pick<ShareHolding, 'holderId' | 'number' | 'hundredths'>[],
  standing: readonly KeptRound[],
): { readonly lines: DividendLine[]; readonly counted: number[] } | { readonly waits: Reason } {
  const shares = rollShares(roll);
  const counted = windowOf(standing, shares);
  const window: SplitWindow = { shares, payouts: counted.map(payoutOf) };
  const { split, says } = payOut({ windows: [window], waiting: [] }, { id: 'next', amount }, shares);
  if (split === undefined) {
    const [waits = { code: 'split.waits', facts: {} }] = says;
    return { waits };
  }
  const parts = new Map(split.parts.map((part) => [part.key, part]));
  const lines = roll.flatMap(({ holderId, number: holdingNumber, hundredths }): DividendLine[] => {
    const part = parts.get(holderId);
    if (part === undefined) return [];
    const { before, amount: own, oddFen } = part;
    return [{ holderId, holdingNumber, hundredths, before, amount: own, oddFen }];
  });
  return { lines, counted: counted.map(({ number }) => number) };
}

/** Why each holder got what he got of a round: his part of the running total and its odd fen, by holder. */
export function dividendReasons(round: KeptRound): Map<string, Reason[]> {
  return payoutReasons(payoutOf(round), rollShares(round.lines));
}

function payoutOf({ number, amount, lines }: KeptRound): SplitPayout {
  const before = lines.reduce((sum, line) => sum + line.before, 0n);
  const parts = lines.map(({ holderId: key, before: had, amount: own, oddFen }) => {
    return { key, before: had, amount: own, oddFen };
  });
  return { id: String(number), amount, carried: [], total: before + amount, parts };
}
