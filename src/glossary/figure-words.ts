import type { Explained } from '../domain/policy/explanation';
import { widePunctuation } from '../platform/text/wide-punctuation';
import { findTerm, labelOf } from './terms';

/** A use is called by its own name, a year with its uses, everything else by what it is, and of what. */
export function figureName(figure: Explained): string {
  const { label, subject, inputs } = figure;
  if (label === 'year') return [labelOf('figure.year'), subject, coveredNames(inputs)].join('\u3000');
  const of = subjectName(figure);
  return label === 'use' ? of : `${labelOf(`figure.${label}`)}${of === '' ? '' : `\u3000${of}`}`;
}

/** What a term of a sum is called: what it is of, else what it is. */
export function termName(figure: Explained): string {
  const of = subjectName(figure);
  return of === '' ? labelOf(`figure.${figure.label}`) : of;
}

/** The uses that a floor or a cap of the year is about. */
export function coveredNames(inputs: readonly Explained[]): string {
  const covered = inputs.find(({ label }) => label === 'covered')?.inputs ?? [];
  return covered.map(({ subject }) => widePunctuation(subject)).join('、');
}

/** An outcome in words; what is missing by the name of the number, anything else as it is written. */
export function outcomeText(label: string, result: string): string {
  const key = label === 'missing' ? `whole.${result}` : `outcome.${result}`;
  return findTerm(key) === undefined ? widePunctuation(result) : labelOf(key);
}

function subjectName({ subject }: Explained): string {
  const word = SUBJECT_WORDS.map((area) => findTerm(`${area}.${subject}`)).find((term) => term !== undefined);
  return word?.label ?? widePunctuation(subject);
}

/** Where the words for what a figure is of may stand, where its name is no name of the pack. */
const SUBJECT_WORDS = ['whole', 'figure', 'deductionKind'] as const;
