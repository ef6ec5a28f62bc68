import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Whether poppler's pdftotext is there; where skipping is forbidden (REQUIRE_ALL=1) its absence is a
 * failure of the test.
 */
export function hasPdfToText(): boolean {
  const found = spawnSync('pdftotext', ['-v']).error === undefined;
  if (!found && process.env['REQUIRE_ALL'] === '1') throw new Error('pdftotext (poppler-utils) is missing');
  return found;
}

/**
 * The text of a PDF as it stands on the paper, one string per page, without empty lines and spaces at line
 * ends.
 */
export function pdfText(pdf: Buffer): string[] {
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf }).toString(
    'utf8',
  );
  const pages = text.split('\f').map((page) =>
    page
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{2,}/g, '\n')
      .trim(),
  );
  return pages.filter((page) => page !== '');
}

/** One word of a page and the band its letters fill, in points from the upper left corner. */
export interface WordBox {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The words of a PDF with the middle 40 % of their height: what overlaps there is unreadable on paper. */
export function wordBoxes(pdf: Buffer): WordBox[] {
  const html = execFileSync('pdftotext', ['-bbox', '-enc', 'UTF-8', '-', '-'], { input: pdf }).toString(
    'utf8',
  );
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return html.split('<page ').flatMap((source, page) =>
    [...source.matchAll(pattern)].map(([, xMin, yMin, xMax, yMax, text = '']) => {
      const [top, bottom] = [Number(yMin), Number(yMax)];
      const band = (bottom - top) * 0.3;
      return { page, text, left: Number(xMin), right: Number(xMax), top: top + band, bottom: bottom - band };
    }),
  );
}

/** A text without any white space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

const PAPER = { width: 595.28, height: 841.89, margin: (6 * 72) / 25.4 };
const OVERLAP = 1.2;

/** The words of a sheet that cover another, and those nearer than 6 mm to the edge of A4. */
export function layoutFaults(boxes: readonly WordBox[]): string[] {
  const { width, height, margin } = PAPER;
  const atEdge = boxes.filter(({ left, right, top, bottom }) => {
    return Math.min(left, top) <= margin || right >= width - margin || bottom >= height - margin;
  });
  const covered = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.page === other.page &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > OVERLAP &&
          Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top),
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
  return [...covered, ...atEdge.map(({ text }) => `${text} |`)];
}
