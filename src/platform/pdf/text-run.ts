import type { Face } from './font-files';

/** How a stretch of text is set: face, size in points, and grey (0 black … 1 white; black when absent). */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly grey?: number;
}

/** A stretch of text in one style. A line of a sheet is a list of them. */
export interface TextRun extends TextStyle {
  readonly text: string;
}

/**
 * One measured line: its runs, its natural width in points, and whether it ends its paragraph (such a line
 * is not stretched).
 */
export interface TextLine {
  readonly runs: readonly TextRun[];
  readonly width: number;
  readonly last: boolean;
}

/** The width of a text in points, as it will be printed. */
export type MeasureText = (text: string, style: TextStyle) => number;

/** One run of a style. */
export function run(text: string, style: TextStyle): TextRun {
  return { ...style, text };
}

/** Full-width marks whose empty half is on the right: stops, closing brackets and quotes. */
export const CLOSING_MARKS =
  '\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u3009\u300b\u300d\u300f\u3011\u3015\uff3d\u201d\u2019';

/** Full-width marks whose empty half is on the left: opening brackets and quotes. */
export const OPENING_MARKS = '\uff08\u3008\u300a\u300c\u300e\u3010\u3014\uff3b\u201c\u2018';

const CLOSING = new RegExp(`^[${CLOSING_MARKS}]`, 'u');
const OPENING = new RegExp(`^[${OPENING_MARKS}]`, 'u');

/**
 * Not quite their empty half: set closer still, programs that copy text out of the PDF take the marks for
 * two lines.
 */
const SQUEEZE_EMS = 0.4;

/**
 * How much closer two neighbouring full-width marks are set, in ems: their empty halves would make a hole
 * in the line. A closing mark before any mark, and any mark before an opening one, gives way.
 */
export function squeezeEms(before: string, after: string): number {
  if (CLOSING.test(before) && (CLOSING.test(after) || OPENING.test(after))) return SQUEEZE_EMS;
  return OPENING.test(before) && OPENING.test(after) ? SQUEEZE_EMS : 0;
}
