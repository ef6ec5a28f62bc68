import type { Paper } from './paper';
import { qrMatrix } from './qr-matrix';

/** Draws an address as a QR code; in mm from the upper left corner of the page. */
export function drawQr(
  paper: Paper,
  url: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const matrix = qrMatrix(url);
  const cell = side / matrix.size;
  const squares = matrix.stretches.map(({ row, column, length }) => ({
    x: x + column * cell,
    y: y + row * cell,
    width: length * cell,
  }));
  paper.squares(squares, cell);
}
