import { type Fen, sumFen } from '../money/fen';
import { fractionText, type Ratio, ratio, shareText } from '../money/ratio';
import { type Explained, type FigureSource, givenFigure, reckonedFigure } from '../policy/explanation';
import { invariant } from '../shared/invariant';
import type { PaidClaim } from './short-claims';
import type { SurplusSplit } from './split-surplus';
import type { UsePart } from './split-use';
import { missingOf, type Stated } from './stated-amount';

/** One sum that a surplus is made of: carried over, received, or, below zero, a cost taken off. */
export interface NetTerm {
  readonly label: 'carried_over' | 'received' | 'cost';
  readonly subject: string;
  readonly amount: Fen;
  readonly source: FigureSource;
  readonly clause?: string | undefined;
}

/**
 * How a split came about: what there was, what every use got of it and why, what is left. Every amount can be
 * reckoned again from the inputs beneath it.
 * @param terms what the surplus is made of; they add up to its net
 */
export function explainSplit(split: SurplusSplit, terms: readonly NetTerm[]): Explained {
  invariant(
    sumFen(terms.map((term) => term.amount)) === split.net,
    'a surplus is explained by what it is made of',
  );
  const net = reckonedFigure('net', {
    formula: 'sum',
    inputs: terms.map(({ label, amount, ...more }) => givenFigure(label, amount, more)),
    result: split.net,
  });
  const uses = split.parts.map((part) => explainUse(part, split));
  const left = reckonedFigure('left', { formula: 'net_less_uses', inputs: [], result: split.left });
  return reckonedFigure('split', {
    formula: 'uses_and_left',
    inputs: [net, ...uses, left],
    result: split.outcome,
  });
}

function explainUse(part: UsePart, split: SurplusSplit): Explained {
  const { use, amount, paid } = part;
  const { formula, inputs } = explainTake(part, split);
  const bounds = [
    ...explainBound('floor', use.floor, { amount: part.bounds.least, clause: use.cites?.floor }),
    ...explainBound('cap', use.cap, { amount: part.bounds.most, clause: use.cites?.cap }),
  ];
  const gate =
    use.gate === undefined
      ? []
      : [givenFigure('gate', use.gate.outcome, { subject: use.gate.ruleId, clause: use.cites?.gate })];
  return reckonedFigure('use', {
    subject: use.name,
    formula,
    inputs: [...inputs, ...bounds, ...gate, ...paid.map(explainClaim)],
    clause: use.cites?.use,
    result: amount,
  });
}

function explainTake(part: UsePart, split: SurplusSplit): Pick<Explained, 'formula' | 'inputs'> {
  const { take } = part.use;
  switch (take.kind) {
    case 'fixed':
      return { formula: 'as_decided', inputs: explainStated(take) };
    case 'share':
      if (part.exact === undefined) return { formula: 'undecided', inputs: explainStated(take) };
      return { formula: 'share_of', inputs: [...explainStated(take), ...explainRounding(part)] };
    case 'missing':
      return { formula: 'undecided', inputs: explainStated(take) };
    case 'rest':
      return { formula: 'rest', inputs: explainAvailable(part, split) };
    case 'dues':
      return { formula: 'dues', inputs: explainAvailable(part, split) };
  }
}

/** What there was when the order of this use was served, and what others of it took. */
function explainAvailable({ use }: UsePart, { net, parts }: SurplusSplit): Explained[] {
  const amountOf = (counts: (part: UsePart) => boolean): Fen =>
    sumFen(parts.filter(counts).map((part) => part.amount));
  const before = amountOf((part) => part.use.order < use.order);
  const beside = amountOf((part) => part.use.order === use.order && part.use.id !== use.id);
  return [givenFigure('available', net > before ? net - before : 0n), givenFigure('beside', beside)];
}

function explainStated(stated: Stated): Explained[] {
  if (stated.kind === 'fixed') return [givenFigure('amount', stated.amount, { source: stated.source })];
  if (stated.kind === 'missing') return [givenFigure('missing', stated.missing.join(', '))];
  const { share, source, whole } = stated;
  const { of: subject, amount } = whole;
  return [
    givenFigure('share', shareText(share), { source }),
    amount === undefined
      ? givenFigure('missing', subject)
      : givenFigure('whole', amount, { subject, source: whole.source }),
  ];
}

/** What of a fen was cut off or filled up, and what decided it. */
function explainRounding({ amount, exact, bounds: { floor, cap } }: UsePart): Explained[] {
  if (exact === undefined || exact.numerator % exact.denominator === 0n) return [];
  const isUp = amount * exact.denominator > exact.numerator;
  const isForced = isUp ? isBelow(amount - 1n, floor) : cap !== undefined && !isAtMost(amount + 1n, cap);
  const formula = !isForced ? 'largest_remainder' : isUp ? 'up_to_floor' : 'down_to_cap';
  const cut = fractionText(ratio(exact.numerator % exact.denominator, exact.denominator));
  return [reckonedFigure('rounding', { formula, inputs: [], result: cut })];
}

function isBelow(amount: Fen, bound: Ratio | undefined): boolean {
  return bound !== undefined && amount * bound.denominator < bound.numerator;
}

function isAtMost(amount: Fen, bound: Ratio): boolean {
  return amount * bound.denominator <= bound.numerator;
}

function explainBound(
  label: 'floor' | 'cap',
  stated: Stated | undefined,
  bound: { readonly amount: Fen | undefined; readonly clause: string | undefined },
): Explained[] {
  if (stated === undefined) return [];
  const formula =
    bound.amount === undefined ? 'undecided' : stated.kind === 'share' ? 'share_of' : 'as_stated';
  const result = bound.amount ?? missingOf(stated).join(', ');
  return [reckonedFigure(label, { formula, inputs: explainStated(stated), clause: bound.clause, result })];
}

function explainClaim({ key, amount, paid, first, reason }: PaidClaim): Explained {
  return reckonedFigure('claim', {
    subject: key,
    formula: paid === amount ? 'paid_whole' : first ? 'first_in_part' : 'in_part',
    inputs: [
      givenFigure('claimed', amount),
      ...(reason === undefined ? [] : [givenFigure('odd_fen', reason.code)]),
    ],
    result: paid,
  });
}
