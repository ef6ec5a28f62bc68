/** Where a column's text stands: names to the left, amounts to the right. */
export type Alignment = 'left' | 'right';

/**
 * Rows as lines of plain text, every column as wide as its widest cell. A Chinese character is two places
 * wide on a terminal.
 * @param alignment one per column
 */
export function textTable(rows: readonly (readonly string[])[], alignment: readonly Alignment[]): string[] {
  const widths = alignment.map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    alignment
      .map((side, column) => padded(row[column] ?? '', { side, width: widths[column] ?? 0 }))
      .join('  ')
      .trimEnd(),
  );
}

function padded(text: string, place: { readonly side: Alignment; readonly width: number }): string {
  const space = ' '.repeat(place.width - widthOf(text));
  return place.side === 'left' ? text + space : space + text;
}

const TWO_PLACES = /[\p{Script=Han}\u2460-\u2473\u2014\u201c\u201d\u3000-\u303f\uff00-\uff60]/u;

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (TWO_PLACES.test(character) ? 2 : 1), 0);
}
