import { execFileSync } from 'node:child_process';
import { KeptPdf } from '../../src/platform/pdf/kept-pdf';
import { squeezed } from './pdf-text';

/** A part of a PDF as a reading program is told of it. */
interface ToldPart {
  readonly type: string;
  readonly text: string;
}

/** The parts that hold text, in the order in which they are read, and what each says. */
export function toldParts(pdf: Buffer): ToldPart[] {
  const told = execFileSync('pdfinfo', ['-struct-text', '-'], { input: pdf, maxBuffer: 1 << 26 });
  const parts: { type: string; text: string }[] = [];
  for (const line of told.toString('utf8').split('\n')) {
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    const last = parts.at(-1);
    if (text !== undefined && last !== undefined) last.text += text;
    const type = /^\s*(\w+)(?: \(\w+\))?:?$/.exec(line)?.[1];
    if (text === undefined && type !== undefined) parts.push({ type, text: '' });
  }
  return parts.filter(({ type, text }) => text !== '' || type === 'TD' || type === 'Table');
}

/** The titles of the bookmarks, in order. */
export function bookmarksOf(pdf: Buffer): string[] {
  return new KeptPdf(pdf).bookmarks.map(({ title }) =>
    Buffer.from(title.slice('<FEFF'.length, -1), 'hex').swap16().toString('utf16le'),
  );
}

/** The text of a PDF as it was drawn, without any white space. */
export function drawnText(pdf: Buffer): string {
  return squeezed(
    execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf }).toString('utf8'),
  );
}

/**
 * What is wrong with how a sheet tells of its parts: each text is read once, in the order in which it stands
 * there, but for what further pages repeat; a title, then headings that are its bookmarks, rows of cells.
 */
export function partFaults(pdf: Buffer): string[] {
  const parts = toldParts(pdf);
  const read = squeezed(parts.map(({ text }) => text).join(''));
  const drawn = drawnText(pdf);
  const marks = bookmarksOf(pdf);
  const headings = parts.filter(({ type }) => type === 'H2').map(({ text }) => squeezed(text));
  const types = new Set(parts.map(({ type }) => type));
  const isWhole = new KeptPdf(pdf).pages.length > 1 ? isLeftOf(read, drawn) : read === drawn;
  return [
    ...(isWhole ? [] : ['what is read is not what stands there']),
    ...(parts.filter(({ type }) => type === 'H1').length === 1 ? [] : ['not one title']),
    ...(isLeftOf(headings.join('\n'), marks.map(squeezed).join('\n')) ? [] : ['a heading is no bookmark']),
    ...marks.filter((mark) => !read.includes(squeezed(mark))).map((mark) => `a bookmark leads to no ${mark}`),
    ...['TH', 'TD', 'P', 'H2'].filter((type) => !types.has(type)).map((type) => `nothing is told as ${type}`),
  ];
}

/** Whether a text is what is left of another from which stretches were taken out. */
function isLeftOf(left: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (left.startsWith(sign, at)) at += sign.length;
  return at === left.length;
}

/** What a structure element says, as qpdf writes it down; other objects have other keys. */
interface Told {
  readonly '/S'?: string;
  readonly '/K'?: unknown;
  readonly '/Pg'?: string;
}

/** The rows of the tables of a PDF file, each with the pages on which its cells stand. */
export function pagesOfRows(file: string): string[][] {
  const json = execFileSync('qpdf', ['--json', '--json-key=qpdf', file], { maxBuffer: 1 << 28 }).toString();
  const read: (text: string) => { qpdf: [unknown, Record<string, { value?: Told }>] } = JSON.parse;
  const [, objects] = read(json).qpdf;
  const told = (name: unknown): Told | undefined =>
    typeof name === 'string' ? objects[`obj:${name}`]?.value : undefined;
  const kidsOf = ({ '/K': kids = [] }: Told): unknown[] => (Array.isArray(kids) ? kids : [kids]);
  const pagesOf = (part: Told): string[] => [
    ...(part['/Pg'] === undefined ? [] : [part['/Pg']]),
    ...kidsOf(part).flatMap((kid) => {
      const own = told(kid) ?? (typeof kid === 'object' && kid !== null ? kid : undefined);
      return own === undefined ? [] : pagesOf(own);
    }),
  ];
  return Object.values(objects)
    .flatMap(({ value }) => (value?.['/S'] === '/TR' ? [value] : []))
    .map((row) => [...new Set(pagesOf(row))]);
}
