import type { CalendarDay } from '../calendar/calendar-day';
import type { ShareRegister } from '../collectives/issued-shares';
import type { Findings } from '../ledger/check-pass';
import type { Fen } from '../money/fen';
import type { LocalNumbers, PolicyPack } from '../policy/pack';
import type { SharedPool } from './dividend';
import { asksRegister, dividendProblems, judgeDividend } from './dividend-rules';

/** What opens the gate of a document, or keeps it shut. */
export interface GateFigures {
  /** What the village could distribute in the year, whatever the pool. */
  readonly distributable: Fen;
  /** Households on the list. */
  readonly households: number;
}

/** A round that was given, and what it was judged by. */
export interface JudgedRound {
  readonly number: number;
  readonly pool: SharedPool;
  readonly amount: Fen;
  readonly why: string;
  /** The day of the meeting: its rules hold, and the figures are of it. */
  readonly decidedOn: CalendarDay;
  readonly kept: GateFigures;
  /** The figures of that day by the vouchers and by the list as they were when the round was given. */
  readonly found: GateFigures;
  readonly judged: readonly { readonly rule: string; readonly outcome: string }[];
  /** The shares by which it was split, beside what was issued, as entered before it was given. */
  readonly register: ShareRegister;
  /** The text of its document and the numbers it left open, as kept; undefined where they are not. */
  readonly by: { readonly pack: PolicyPack; readonly numbers: LocalNumbers } | undefined;
}

/**
 * Judges every round anew by what is kept of it: its figures are those that vouchers and list gave when it
 * was given, and its document says of them what was kept, and lets the round be given. Codes
 * `check.dividendGroundDiffers`, `check.dividendJudgedOtherwise`. Source: policy rule GX-L1: members are
 * given a share only where the gate of the document is open.
 * @param rounds in the order in which they were given. Those of before grounds were kept have none; one
 *   without after the first that has some has lost it: `check.dividendGroundGone`. Whether all shares are
 *   somebody's was asked from some round on
 */
export function checkDividendGrounds(rounds: readonly JudgedRound[], findings: Findings): void {
  const first = rounds.findIndex(({ by }) => by !== undefined);
  const asked = rounds.findIndex(isAskedOfRegister);
  rounds.forEach((round, index) => {
    findings.looked += 1;
    const { number, amount, kept, found } = round;
    const facts = { number, amountFen: String(amount) };
    if (kept.distributable !== found.distributable || kept.households !== found.households) {
      const figures = { keptFen: String(kept.distributable), foundFen: String(found.distributable) };
      const homes = { keptHouseholds: kept.households, foundHouseholds: found.households };
      findings.add('check.dividendGroundDiffers', {}, { ...facts, ...figures, ...homes });
    }
    if (round.by === undefined) {
      if (first >= 0 && index > first) findings.add('check.dividendGroundGone', {}, facts);
    } else if (!isJudgedSo(round, round.by, asked >= 0 && index >= asked))
      findings.add('check.dividendJudgedOtherwise', {}, facts);
  });
}

/** Whether its document says of its figures what was kept, and let it be given. */
function isJudgedSo(
  round: JudgedRound,
  { pack, numbers }: NonNullable<JudgedRound['by']>,
  asks: boolean,
): boolean {
  const { pool, amount, why: reason, kept, judged, decidedOn: on } = round;
  const register = asks ? round.register : undefined;
  const through = { decided: true, townshipAgreed: true, register };
  const anew = judgeDividend(pack, { pool, amount, reason, ...kept, ...through, on }, numbers);
  return (
    anew.length === judged.length &&
    anew.every(
      ({ ruleId, outcome }, index) => judged[index]?.rule === ruleId && judged[index].outcome === outcome,
    ) &&
    dividendProblems(pack, { pool, reason }, anew).length === 0
  );
}

function isAskedOfRegister({ by, judged }: JudgedRound): boolean {
  if (by === undefined) return false;
  return asksRegister(
    by.pack,
    judged.map(({ rule }) => rule),
  );
}
