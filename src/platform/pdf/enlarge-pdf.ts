import { invariant } from '../../domain/shared/invariant';
import { KeptPdf } from './kept-pdf';

/** A3 in points, as wide and as high as A4 is times the root of two. */
const A3 = [841.89, 1190.55] as const;
const PAGE = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/;
const CONTENTS = /\/Contents (\d+ 0 R)/;

/**
 * A PDF of A4 pages as one of A3 pages, for the wall. What is drawn goes over byte for byte: before it stands
 * one line that enlarges it, and everything else but the size of the pages is as it was.
 * @throws BrokenInvariant where it is none of ours
 */
export function enlargePdf(bytes: Buffer): Buffer {
  const kept = new KeptPdf(bytes);
  const trailer = bytes.toString('latin1', bytes.lastIndexOf('trailer'), bytes.lastIndexOf('startxref'));
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
  const pages = new Set(kept.pages);
  const [before, after] = [size, size + 1];
  const scale = scaleOf(kept);
  const bodies = Array.from({ length: size - 1 }, (_, place) => {
    const body = kept.renumbered(place + 1, (named) => named);
    return pages.has(place + 1) ? largePage(body, { before, after }) : body;
  });
  bodies.push(streamOf(`q ${scale} 0 0 ${scale} 0 0 cm\n`), streamOf('\nQ\n'));
  return written(bodies, trailer.replace(/\/Size \d+/, `/Size ${String(size + 2)}`));
}

/** How much larger the pages become, the same upward as sideways; all are of one size. */
function scaleOf(kept: KeptPdf): string {
  const boxes = kept.pages.map((page) =>
    PAGE.exec(kept.renumbered(page, (named) => named).toString('latin1')),
  );
  const [width, height] = [boxes[0]?.[1], boxes[0]?.[2]].map(Number);
  const isOne = boxes.every((box) => Number(box?.[1]) === width && Number(box?.[2]) === height);
  invariant(isOne && width !== undefined && height !== undefined && width > 0, 'pages are of one size');
  return String(Math.round(1e5 * Math.min(A3[0] / width, A3[1] / height)) / 1e5);
}

function largePage(body: Buffer, by: { readonly before: number; readonly after: number }): Buffer {
  const told = body.toString('latin1');
  invariant(CONTENTS.test(told), 'a page has one stream of what is drawn on it');
  const large = told
    .replace(PAGE, `/MediaBox [0 0 ${A3.join(' ')}]`)
    .replace(CONTENTS, `/Contents [${String(by.before)} 0 R $1 ${String(by.after)} 0 R]`);
  return Buffer.from(large, 'latin1');
}

function streamOf(content: string): Buffer {
  return Buffer.from(`\n<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream\nendobj\n\n`);
}

function written(bodies: readonly Buffer[], trailer: string): Buffer {
  const chunks = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const entries = bodies.map((body, place) => {
    const object = Buffer.concat([Buffer.from(`${String(place + 1)} 0 obj`), body]);
    const entry = `${String(length).padStart(10, '0')} 00000 n \n`;
    chunks.push(object);
    length += object.length;
    return entry;
  });
  const table = `xref\n0 ${String(bodies.length + 1)}\n0000000000 65535 f \n${entries.join('')}`;
  return Buffer.concat([
    ...chunks,
    Buffer.from(`${table}${trailer}startxref\n${String(length)}\n%%EOF\n`, 'latin1'),
  ]);
}
