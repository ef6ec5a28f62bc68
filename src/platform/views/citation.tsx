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

/** A dotted short reference that opens the sentence in place. Works without a script. */
export function Citation({ clause }: { readonly clause: Clause }) {
  return (
    <details class="cite">
      <summary>{clause.at}</summary>
      <div class="cite-text">
        {clause.secondHand ? (
          <p>{`转述，未见原文：${clause.text}`}</p>
        ) : (
          <blockquote>{`“${clause.text}”`}</blockquote>
        )}
        <p class="cite-source">
          {`《${clause.document}》${clause.at}`}
          {clause.validity !== undefined && `　${clause.validity}`}
        </p>
      </div>
    </details>
  );
}
