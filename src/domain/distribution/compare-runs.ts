import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import { type DryRun, type DryRunUse, type RunCheck, unknownUse } from './dry-run';

/** A use of a decided plan under each of two packs, and by how much the other one gives it more. */
export interface ComparedUse {
  readonly id: string;
  /** Undefined where the plan gave it nothing. */
  readonly decided: Fen | undefined;
  readonly one: DryRunUse;
  readonly other: DryRunUse;
  /** The other pack's amount less the one's; undefined while one of them is not known. */
  readonly difference: Fen | undefined;
}

/** A check of the plan as it was decided, as each of the packs has it; undefined where a pack has it not. */
export interface ComparedCheck {
  readonly one: RunCheck | undefined;
  readonly other: RunCheck | undefined;
  /** Whether both say the same of the plan, by the same amounts. */
  readonly isAlike: boolean;
}

/** One decided plan under two packs. Every column adds up to what there was to distribute. */
export interface ComparedRuns {
  readonly distributable: Fen;
  readonly uses: readonly ComparedUse[];
  readonly left: {
    readonly decided: Fen;
    readonly one: Fen | undefined;
    readonly other: Fen | undefined;
    readonly difference: Fen | undefined;
  };
  readonly checks: readonly ComparedCheck[];
}

/**
 * Two packs over the same decided plan, side by side: use for use by its id, what a pack does not know with
 * nothing for it; check for check by the rule's number, else by what they compare.
 * @param one the dry run of a pack over the plan
 * @param other that of the other pack over the same plan: differences are its amounts less those of `one`
 */
export function compareRuns(one: DryRun, other: DryRun): ComparedRuns {
  invariant(
    one.distributable === other.distributable && one.decidedLeft === other.decidedLeft,
    'both packs are run over the same plan',
  );
  const ids = new Set([...one.uses, ...other.uses].map(({ id }) => id));
  const uses = [...ids].map((id): ComparedUse => {
    const [ours, theirs] = [one, other].map((run) => run.uses.find((use) => use.id === id));
    const decided = (ours ?? theirs)?.decided;
    const sides = { one: ours ?? unknownUse(id, decided), other: theirs ?? unknownUse(id, decided) };
    return { id, decided, ...sides, difference: less(sides.other.wouldBe, sides.one.wouldBe) };
  });
  const left = { decided: one.decidedLeft, one: one.left, other: other.left };
  const difference = less(left.other, left.one);
  invariant(
    difference === undefined || sumKnown(uses.map((use) => use.difference)) === -difference,
    'what the uses have more under one pack, less is left of',
  );
  return {
    ...{ distributable: one.distributable, uses, left: { ...left, difference } },
    checks: compareChecks(one.checks, other.checks),
  };
}

/** A use over all plans of a year. */
export interface YearUse {
  readonly id: string;
  readonly decided: Fen;
  readonly one: Fen | undefined;
  readonly other: Fen | undefined;
  readonly difference: Fen | undefined;
}

/**
 * The uses of several plans of a year, summed; an amount that is not known in one of them is not known of the
 * year. What is left is not: what one plan leaves, the next one distributes.
 */
export function usesOfYear(plans: readonly ComparedRuns[]): YearUse[] {
  const uses = plans.flatMap((plan) => plan.uses);
  return [...new Set(uses.map(({ id }) => id))].map((id): YearUse => {
    const same = uses.filter((use) => use.id === id);
    const one = sumKnown(same.map((use) => use.one.wouldBe));
    const other = sumKnown(same.map((use) => use.other.wouldBe));
    const decided = sumFen(same.map((use) => use.decided ?? 0n));
    return { id, decided, one, other, difference: less(other, one) };
  });
}

/** The sum, unless a part of it is not known. */
export function sumKnown(amounts: readonly (Fen | undefined)[]): Fen | undefined {
  const known = amounts.flatMap((amount) => (amount === undefined ? [] : [amount]));
  return known.length === amounts.length ? sumFen(known) : undefined;
}

function less(amount: Fen | undefined, other: Fen | undefined): Fen | undefined {
  return amount === undefined || other === undefined ? undefined : amount - other;
}

/** Each check once: beside the same rule of the other pack, else beside one that compares the same. */
function compareChecks(ones: readonly RunCheck[], others: readonly RunCheck[]): ComparedCheck[] {
  const free = new Set(others);
  const partners = new Map<RunCheck, RunCheck>();
  for (const by of ['key', 'matter'] as const) {
    for (const one of ones) {
      if (partners.has(one)) continue;
      const partner = [...free].find((other) => other[by] === one[by]);
      if (partner === undefined) continue;
      partners.set(one, partner);
      free.delete(partner);
    }
  }
  return [
    ...ones.map((one) => pairOf(one, partners.get(one))),
    ...[...free].map((other) => pairOf(undefined, other)),
  ];
}

function pairOf(one: RunCheck | undefined, other: RunCheck | undefined): ComparedCheck {
  return {
    ...{ one, other },
    isAlike: one !== undefined && other !== undefined && saidBy(one) === saidBy(other),
  };
}

/** How a check came out and by which amounts, as one text: alike where two say the same. */
function saidBy({ judgement: { outcome, force, facts }, bounds }: RunCheck): string {
  const missed = [facts['shortfall'], facts['excess']].map((amount) => String(amount ?? ''));
  const amounts = bounds.map(({ side, amount }) => `${side} ${String(amount)}`);
  return [outcome, outcome === 'passed' ? '' : force, ...missed, ...amounts].join('/');
}
