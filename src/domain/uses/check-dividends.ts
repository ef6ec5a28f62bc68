import { decidedOn, isDecidedInVillage, isInOrder, isReviewed, type TakenStep } from '../approvals/procedure';
import { isShown } from '../approvals/procedure-papers';
import type { Route } from '../approvals/route';
import type { StepPaper } from '../approvals/step-papers';
import type { CalendarDay } from '../calendar/calendar-day';
import { type ShareHolding, shareRollOn } from '../collectives/share-roll';
import type { Findings } from '../ledger/check-pass';
import type { Posting } from '../ledger/journal-entry';
import { allocateDifference } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { areSameShares } from '../money/running-split';
import { type DividendLine, type KeptRound, rollShares } from './dividend';

/** A round as it is kept, with its procedure and what was booked by it. */
export interface CheckedRound extends KeptRound {
  readonly rollOn: CalendarDay;
  readonly holders: number;
  readonly counted: readonly number[];
  readonly digest: string;
  /** The digest of what its rows say now. */
  readonly found: string;
  readonly draftedBy: string;
  readonly route: Route;
  readonly steps: readonly (TakenStep & {
    readonly digest: string;
    readonly by: string;
    readonly papers: readonly StepPaper[] | null;
    readonly displayPlace: string | null;
  })[];
  /** Whether it was given and not taken back: the roll of its day is still what it was split by. */
  readonly stands: boolean;
  readonly giving:
    | { readonly decidedOn: CalendarDay; readonly on: CalendarDay; readonly postings: readonly Posting[] }
    | undefined;
}

type ByNumber = ReadonlyMap<number, ShareHolding>;

/**
 * Holds every round against its facts: its lines are as many as it says, add up to it, are those of the roll,
 * and are what the running total of the rounds it counts gives; its rows have the digest that was decided on;
 * its steps are in order, of that digest, what hung shown by a photo, its review somebody else's; a round
 * that was given had gone through them, and its voucher owes each holder his line; while it stands, the roll
 * of its day gives its lines.
 * Codes `check.dividendDiffers`, `check.dividendStepsDiffer`, `check.dividendBookedOtherwise`,
 * `check.dividendRollDiffers`.
 * @param holdings every row of the roll, withdrawn ones among them
 */
export function checkDividends(
  rounds: readonly CheckedRound[],
  holdings: readonly ShareHolding[],
  { today, findings }: { readonly today: CalendarDay; readonly findings: Findings },
): void {
  const byNumber = new Map(rounds.map((round) => [round.number, round]));
  const rows = new Map(holdings.map((row) => [row.number, row]));
  for (const round of rounds) {
    findings.looked += 1;
    const facts = { number: round.number, amountFen: String(round.amount) };
    const isWhole = round.digest === round.found && isOfRoll(round, rows) && isReckoned(round, byNumber);
    if (!isWhole) findings.add('check.dividendDiffers', {}, facts);
    if (!areStepsSound(round, today)) findings.add('check.dividendStepsDiffer', {}, facts);
    if (!isBookedSo(round)) findings.add('check.dividendBookedOtherwise', {}, facts);
    if (round.stands && !isByRoll(round, holdings))
      findings.add('check.dividendRollDiffers', {}, { ...facts, rollOn: round.rollOn });
  }
}

function isOfRoll({ lines, holders }: CheckedRound, holdings: ByNumber): boolean {
  return (
    lines.length === holders &&
    lines.every(({ holdingNumber, holderId, hundredths }) => {
      const row = holdings.get(holdingNumber);
      return row?.holderId === holderId && row.hundredths === hundredths;
    })
  );
}

/** Whether the roll of its day, as it is read now, holds its holders and nobody else. */
function isByRoll({ lines, rollOn }: CheckedRound, holdings: readonly ShareHolding[]): boolean {
  return areSameShares(rollShares(shareRollOn(holdings, rollOn)), rollShares(lines));
}

/** Whether each line is what the running total gives beyond what the counted rounds gave. */
function isReckoned(round: CheckedRound, byNumber: ReadonlyMap<number, CheckedRound>): boolean {
  const { lines, amount, counted, pool } = round;
  if (lines.length === 0 || sumFen(lines.map((line) => line.amount)) !== amount) return false;
  const before = counted.flatMap((number) => byNumber.get(number) ?? []);
  if (before.length !== counted.length) return false;
  if (before.some((each) => each.number >= round.number || each.pool !== pool)) return false;
  const given = new Map(lines.map((line) => [line.holderId, 0n]));
  for (const line of before.flatMap((each) => each.lines)) {
    const had = given.get(line.holderId);
    if (had === undefined) return false;
    given.set(line.holderId, had + line.amount);
  }
  const total = sumFen([...given.values()]) + amount;
  const parts = new Map(allocateDifference(total, given, rollShares(lines)).map((part) => [part.key, part]));
  return lines.every((line) => isThePart(line, parts.get(line.holderId)));
}

function isThePart(
  line: DividendLine,
  part: { readonly amount: Fen; readonly before: Fen; readonly oddFen: boolean } | undefined,
): boolean {
  return part?.amount === line.amount && part.before === line.before && part.oddFen === line.oddFen;
}

function areStepsSound(round: CheckedRound, today: CalendarDay): boolean {
  const { steps, route, digest, draftedBy, rollOn, giving } = round;
  const [first] = steps;
  const reviews = new Set(route.steps.flatMap(({ kind, id }) => (kind === 'review' ? [id] : [])));
  const areOwn = steps.every(
    (step) => step.digest === digest && !(reviews.has(step.stepId) && step.by === draftedBy),
  );
  if (!areOwn || !isInOrder(route, steps) || (first !== undefined && first.heldOn < rollOn)) return false;
  // Steps of before papers were kept with them have none, and are asked for none.
  const areShown = steps.every(({ stepId, papers, displayPlace: place }) => {
    const step = route.steps.find(({ id }) => id === stepId);
    return papers === null || step === undefined || isShown(step, { papers, place });
  });
  if (!areShown) return false;
  if (giving === undefined) return true;
  const isThrough = isDecidedInVillage(route, steps, today) && isReviewed(route, steps);
  return isThrough && decidedOn(route, steps) === giving.decidedOn;
}

/** Whether its voucher owes each holder his line of the round, and nobody else anything. */
function isBookedSo({ giving, lines, pool, amount }: CheckedRound): boolean {
  if (giving === undefined) return true;
  const credits = giving.postings.filter(({ side }) => side === 'credit');
  const owed = new Map(credits.map((each) => [each.counterparty, each.amount]));
  const due = lines.filter((line) => line.amount > 0n);
  return (
    owed.size === due.length &&
    credits.length === due.length &&
    giving.postings.every((each) => each.pool === pool) &&
    sumFen(credits.map((each) => each.amount)) === amount &&
    due.every((line) => owed.get(line.holderId) === line.amount)
  );
}
