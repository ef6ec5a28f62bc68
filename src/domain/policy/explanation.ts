import type { Fen } from '../money/fen';

/**
 * Who or what says a figure: the books, the document by the key of a clause, a number the county or the
 * village entered, or what the village decided. None where it was reckoned from the inputs beside it.
 */
export interface FigureSource {
  readonly kind: 'books' | 'document' | 'county' | 'village';
  /** Key of the clause, id of the number, or what in the books it is. */
  readonly id: string;
}

/**
 * How a figure came about, as a tree: plan page, notice, household slip, the text for the loudspeaker and
 * the API all render this one. It holds no prose: the words of `label` and `formula` stand in the glossary,
 * the words of the document behind `clause`.
 */
export interface Explained {
  /** What the figure is: `net`, `use`, `floor` … */
  readonly label: string;
  /** Of which use, person or rule it is, by the name print uses; empty where there is only one. */
  readonly subject: string;
  /** How it was reckoned from the inputs: `given`, `sum`, `share_of`, `rest` … */
  readonly formula: string;
  readonly inputs: readonly Explained[];
  /** Key of the clause that asks for it. */
  readonly clause: string | undefined;
  readonly source: FigureSource | undefined;
  /** Fen, or anything else as it is written: `45%`, an outcome. */
  readonly result: Fen | string;
}

/** A figure that is not reckoned here. */
export function givenFigure(
  label: string,
  result: Fen | string,
  more: Partial<Pick<Explained, 'subject' | 'source' | 'clause'>> = {},
): Explained {
  return {
    label,
    subject: '',
    formula: 'given',
    inputs: [],
    clause: undefined,
    source: undefined,
    ...more,
    result,
  };
}

/** A figure reckoned from others. */
export function reckonedFigure(
  label: string,
  reckoned: Pick<Explained, 'formula' | 'inputs' | 'result'> & Partial<Pick<Explained, 'subject' | 'clause'>>,
): Explained {
  return { label, subject: '', clause: undefined, source: undefined, ...reckoned };
}
