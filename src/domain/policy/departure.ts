/** Where a quotation leaves the text it claims to come from. */
export interface Departure {
  /** Which character of the quotation is the first that does not agree, from 1. */
  readonly character: number;
  /** The last characters before it, which still agree; empty where none of it was found. */
  readonly after: string;
  readonly quoted: string;
  /** What stands in the text there; empty at its end, or where nothing of the quotation was found. */
  readonly found: string;
  /** Line and column of the text, from 1; undefined where nothing of the quotation was found. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
}

const SHOWN = 8;
/** Fewer characters than this may stand in the text by chance. */
const NO_CHANCE = 4;

/**
 * The first place in which a quotation differs from its text; undefined when it stands there word for word.
 * It is laid beside the text where its beginning stands, or its end where hardly anything of that does.
 */
export function departureFrom(text: string, quotation: string): Departure | undefined {
  if (text.includes(quotation)) return undefined;
  const head = longestPiece(quotation.length, (length) => text.includes(quotation.slice(0, length)));
  const tail = longestPiece(quotation.length, (length) => text.includes(quotation.slice(-length)));
  const isHead = head >= NO_CHANCE || head >= tail;
  const start = isHead
    ? text.indexOf(quotation.slice(0, head))
    : text.indexOf(quotation.slice(-tail)) + tail - quotation.length;
  const agreed = isHead ? head : agreement(text.slice(Math.max(0, start)), quotation);
  const isFound = head > 0 || tail > 0;
  const at = Math.max(0, start) + agreed;
  return {
    character: [...quotation.slice(0, agreed)].length + 1,
    after: quotation.slice(Math.max(0, agreed - SHOWN), agreed),
    quoted: firstCharacter(quotation.slice(agreed)),
    found: isFound ? firstCharacter(text.slice(at)) : '',
    place: isFound ? placeIn(text, at) : undefined,
  };
}

/** The greatest length up to `most` that fits, where every shorter one fits, too. */
function longestPiece(most: number, fits: (length: number) => boolean): number {
  let [fitting, tooLong] = [0, most];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (fits(middle)) fitting = middle;
    else tooLong = middle;
  }
  return fitting;
}

function agreement(text: string, quotation: string): number {
  let length = 0;
  while (length < quotation.length && text[length] === quotation[length]) length += 1;
  return length;
}

function firstCharacter(text: string): string {
  return [...text.slice(0, 2)][0] ?? '';
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
