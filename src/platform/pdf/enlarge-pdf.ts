import { invariant } from '../../domain/shared/invariant';
import { KeptPdf } from './kept-pdf';
import { finely } from './page-content';
import { PdfFile, reference } from './pdf-file';
import { TakenOver } from './taken-over';

/** A3 in points, as wide and as high as A4 is times the root of two. */
const A3 = [841.89, 1190.55] as const;
const PAGE = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/;
const CONTENTS = /\/Contents (\d+ 0 R)/;
/** How far up its page a bookmark leads. */
const LEADS = /(\/Dest ?\[\d+ 0 R\/XYZ null )([\d.]+)/;

/**
 * A PDF of A4 pages as one of A3 pages, for the wall. What is drawn goes over byte for byte: before it stands
 * one line that enlarges it, and everything else but the size of the pages is as it was: what it tells of its
 * parts, and its bookmarks, which lead as far up as before.
 * @throws BrokenInvariant where it is none of ours
 */
export function enlargePdf(bytes: Buffer): Buffer {
  const [kept, file] = [new KeptPdf(bytes), new PdfFile()];
  const taken = new TakenOver(kept, file);
  const [root, info] = [kept.root, kept.info].map(taken.numberOf);
  invariant(root !== undefined && info !== undefined, 'a kept PDF has a root and says what it is');
  const pages = new Set(kept.pages);
  const scale = scaleOf(kept);
  const before = file.data('', Buffer.from(`q ${finely(scale)} 0 0 ${finely(scale)} 0 0 cm\n`));
  const after = file.data('', Buffer.from('\nQ\n'));
  taken.write((told, number) =>
    pages.has(number) ? largePage(told, { before, after }) : higher(told, scale),
  );
  return file.end({ root, info });
}

/** How much larger the pages become, the same upward as sideways; all are of one size. */
function scaleOf(kept: KeptPdf): number {
  const boxes = kept.pages.map((page) => PAGE.exec(kept.toldOf(page)));
  const [width, height] = [boxes[0]?.[1], boxes[0]?.[2]].map(Number);
  const isOne = boxes.every((box) => Number(box?.[1]) === width && Number(box?.[2]) === height);
  invariant(isOne && width !== undefined && height !== undefined && width > 0, 'pages are of one size');
  return Math.round(1e5 * Math.min(A3[0] / width, A3[1] / height)) / 1e5;
}

function largePage(told: string, by: { readonly before: number; readonly after: number }): string {
  invariant(CONTENTS.test(told), 'a page has one stream of what is drawn on it');
  return told
    .replace(PAGE, `/MediaBox[0 0 ${A3.join(' ')}]`)
    .replace(CONTENTS, `/Contents[${reference(by.before)} $1 ${reference(by.after)}]`);
}

function higher(told: string, scale: number): string {
  return told.replace(
    LEADS,
    (_, leads: string, top: string) => `${leads}${String(Math.round(Number(top) * scale))}`,
  );
}
