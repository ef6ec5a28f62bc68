import type { Explained } from '../../domain/policy/explanation';
import type { PolicyPack } from '../../domain/policy/pack';
import { checkWords } from '../../glossary/remarks';
import { findTerm, labelOf } from '../../glossary/terms';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import type { FigureView } from '../../platform/views/explained-figure';

/**
 * The figures of an explanation in words, the uses in the order of the document: one that gets nothing and
 * is asked nothing is left out.
 */
export function figureViews(pack: PolicyPack, { inputs }: Explained): FigureView[] {
  const names = pack.pools.flatMap(({ buckets }) => buckets.map(({ name }) => name));
  const placeOf = ({ label, subject }: Explained): number =>
    label === 'net' ? -1 : label === 'use' ? names.indexOf(subject) : names.length;
  return inputs
    .filter((figure) => figure.label !== 'use' || !isIdle(figure))
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((each) => viewOf(pack, each));
}

function isIdle({ result, inputs }: Explained): boolean {
  const bounded = inputs.some(({ label }) => label === 'floor' || label === 'cap' || label === 'missing');
  return result === 0n && !bounded;
}

function viewOf(pack: PolicyPack, figure: Explained): FigureView {
  const { label, formula, inputs, clause, source, result } = figure;
  return {
    name: nameOf(figure),
    result: typeof result === 'bigint' ? amountOf(label, result) : resultText(label, result),
    formula: formula === 'given' ? undefined : labelOf(`formula.${formula}`),
    source: source === undefined ? undefined : labelOf(`figureSource.${source.kind}`),
    clause: clause === undefined ? undefined : citedClause(pack, clause),
    inputs: inputs.map((input) => viewOf(pack, input)),
  };
}

/** An amount as it is; what is left is none where more is asked than there is. */
function amountOf(label: string, amount: bigint): bigint | string {
  return label === 'left' && amount < 0n ? checkWords.notEnough(-amount) : amount;
}

/** A use is called by its own name, a year with its uses, everything else by what it is, and of what. */
function nameOf({ label, subject, inputs }: Explained): string {
  if (label === 'year') return [labelOf('figure.year'), subject, usesOf(inputs)].join('　');
  const word = SUBJECT_WORDS.map((area) => findTerm(`${area}.${subject}`)).find((term) => term !== undefined);
  const of = word?.label ?? widePunctuation(subject);
  return label === 'use' ? of : `${labelOf(`figure.${label}`)}${of === '' ? '' : `　${of}`}`;
}

/** The uses that a floor or a cap of the year is about. */
function usesOf(inputs: readonly Explained[]): string {
  const covered = inputs.find(({ label }) => label === 'covered')?.inputs ?? [];
  return covered.map(({ subject }) => widePunctuation(subject)).join('、');
}

/** Where the words for what a figure is of may stand, where its name is no name of the pack. */
const SUBJECT_WORDS = ['whole', 'figure', 'deductionKind'] as const;

/** An outcome in words; what is missing by the name of the number, anything else as it is written. */
function resultText(label: string, result: string): string {
  const key = label === 'missing' ? `whole.${result}` : `outcome.${result}`;
  return findTerm(key) === undefined ? result : labelOf(key);
}
