import { type Fen, sumFen } from '../money/fen';
import type { Chart } from './chart';
import type { Posting } from './journal-entry';
import { claimsIn, type Dealing, least, moneyMoved, movedOn } from './pool-lines';

/** What stands on an account to be cleared up: money that was lost, and losses of other things. */
export interface Lost {
  readonly money: Fen;
  readonly things: Fen;
}

export const NOTHING_LOST: Lost = { money: 0n, things: 0n };

/**
 * How much somebody may still come to owe: the money that was lost, less what is owed for it already and what
 * else cleared it, which is taken first off losses of other things.
 */
export function moneyOf({ money, things }: Lost): Fen {
  return things < 0n ? money + things : money;
}

/** What somebody comes to owe by these lines of one pool for what is cleared up on an account. */
export function owedForLoss(lines: readonly Posting[], main: string, chart: Chart): Fen {
  const claimed = claimsIn({ lines, chart }).map((claim) => movedOn({ lines }, claim));
  return least(-movedOn({ lines }, main), sumFen(claimed));
}

/**
 * What stands of a loss after one more voucher. Of what people did not write, of the opening and of steps,
 * nobody asks how it was lost: it counts as money.
 */
export function lostAfter(
  { money, things }: Lost,
  { byPeople, lines }: Pick<Dealing, 'byPeople' | 'lines'>,
  { main, chart }: { readonly main: string; readonly chart: Chart },
): Lost {
  const moved = movedOn({ lines }, main);
  const lost = byPeople ? least(moved, -moneyMoved({ lines, chart })) : moved;
  const ofMoney = moved > 0n ? lost : -owedForLoss(lines, main, chart);
  return { money: money + ofMoney, things: things + moved - ofMoney };
}
