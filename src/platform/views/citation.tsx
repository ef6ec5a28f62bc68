import { quotedWithin } from '../text/quoted-within';
import { widePunctuation } from '../text/wide-punctuation';

/** A clause a line rests on, as its pack gives it. */
export interface Clause {
  /** Where it stands, with its mark: 三（二）7 ①. */
  readonly at: string;
  /** The verbatim sentence, or a paraphrase when the pack is second-hand. */
  readonly text: string;
  /** Title of the document. */
  readonly document: string;
  /** What the document says of its validity, for example the day from which it is in force. */
  readonly validity?: string;
  /** The text was not seen: no quotation marks, and the page says so. */
  readonly secondHand?: boolean;
}

/**
 * A dotted short reference that opens the sentence in place. Works without a script. Only the width of the
 * punctuation is the page's own.
 */
export function Citation({ clause }: { readonly clause: Clause }) {
  const at = widePunctuation(clause.at);
  const text = widePunctuation(clause.text);
  return (
    <details class="cite">
      <summary>{at}</summary>
      <div class="cite-text">
        {clause.secondHand ? (
          <p>{`转述，未见原文：${text}`}</p>
        ) : (
          <blockquote>{`“${quotedWithin(text)}”`}</blockquote>
        )}
        <p class="cite-source">
          {`《${widePunctuation(clause.document)}》${at}`}
          {clause.validity !== undefined && `　${clause.validity}`}
        </p>
      </div>
    </details>
  );
}
