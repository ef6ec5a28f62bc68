import { invariant } from '../shared/invariant';
import { bucketsOf, type Bucket, clauseOf, type PolicyPack, type PoolId } from './pack';

/**
 * A piece of a quotation. A marked piece is printed behind its mark: ① and the words that name the first
 * use.
 */
export interface TextPiece {
  readonly text: string;
  readonly mark?: number;
}

/**
 * A clause word for word, cut so that print can set ①②③④ before the words that name each use of a pool.
 * The pieces put together are the clause again; only the width of punctuation may be changed in print.
 * @param pool whose uses are marked: two pools number theirs apart
 */
export function markedClause(pack: PolicyPack, clauseKey: string, pool: PoolId): TextPiece[] {
  const { text } = clauseOf(pack, clauseKey);
  const marked = bucketsOf(pack, pool)
    .filter((bucket) => bucket.cite === clauseKey)
    .flatMap((bucket) => placeOf(bucket, text))
    .sort((left, right) => left.start - right.start);
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { start, phrase, mark } of marked) {
    if (start > end) pieces.push({ text: text.slice(end, start) });
    pieces.push({ mark, text: phrase });
    end = start + phrase.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  invariant(
    pieces.map((piece) => piece.text).join('') === text,
    'a marked quotation is the clause, word for word',
  );
  return pieces;
}

interface Place {
  readonly start: number;
  readonly phrase: string;
  readonly mark: number;
}

function placeOf({ phrase, mark }: Bucket, text: string): Place[] {
  return phrase === undefined || mark === undefined ? [] : [{ start: text.indexOf(phrase), phrase, mark }];
}
