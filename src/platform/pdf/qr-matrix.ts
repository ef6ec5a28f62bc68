import { create } from 'qrcode';

/**
 * A QR code as rows of dark stretches: `size` modules a side, each stretch `length` modules from (`column`,
 * `row`).
 */
export interface QrMatrix {
  readonly size: number;
  readonly stretches: readonly { readonly row: number; readonly column: number; readonly length: number }[];
}

/** Codes of the sheets drawn last: a sheet measures itself by its code many times before it draws it. */
const drawnLast = new Map<string, QrMatrix>();
const MOST_KEPT = 20;

/**
 * The QR code of a text at level M (15 % of it may be torn or dirty). Capital letters, digits and
 * `$%*+-./:` take least room:
 * up to 61 of them fit the 29 modules that a 22 mm code can carry at 0.7 mm each.
 */
export function qrMatrix(text: string): QrMatrix {
  const known = drawnLast.get(text) ?? codeOf(text);
  drawnLast.delete(text);
  drawnLast.set(text, known);
  const [oldest] = drawnLast.keys();
  if (drawnLast.size > MOST_KEPT && oldest !== undefined) drawnLast.delete(oldest);
  return known;
}

function codeOf(text: string): QrMatrix {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const stretches: { row: number; column: number; length: number }[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1) !== 0) column += 1;
      stretches.push({ row, column: start, length: column - start + 1 });
    }
  }
  return { size: modules.size, stretches };
}
