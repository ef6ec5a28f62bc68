import { openPacked } from './packed-parts';
import { type Merge, refusedFile, type TableLimits } from './table';

/** What of a workbook is read: its first sheet, and what the cells of that sheet point to. */
export interface WorkbookParts {
  readonly sheetName: string;
  readonly sheet: Buffer;
  readonly workbook: Buffer;
  readonly styles: Buffer | undefined;
  readonly sharedStrings: Buffer | undefined;
  readonly merges: readonly Merge[];
}

/**
 * Takes the parts of a workbook that hold its first sheet, and refuses what must not come in with them.
 * @throws FormProblems `file.notASpreadsheet`, `file.binaryExcel`, `file.macros`, `file.externalLinks`,
 *   `file.hiddenSheet`, `file.damaged`, `file.bomb`
 */
export async function unpackWorkbook(bytes: Buffer, limits: TableLimits): Promise<WorkbookParts> {
  const packed = await openPacked(bytes, limits);
  if (packed.names.includes('xl/workbook.bin')) throw refusedFile('file.binaryExcel');
  if (!packed.names.includes('xl/workbook.xml')) throw refusedFile('file.notASpreadsheet');
  if (packed.names.some((name) => /vbaProject|xl\/macrosheets\//i.test(name)))
    throw refusedFile('file.macros');
  if (packed.names.some((name) => name.startsWith('xl/externalLinks/')))
    throw refusedFile('file.externalLinks');
  const workbook = withoutEntities((await packed.read('xl/workbook.xml')) ?? Buffer.alloc(0));
  const first = firstSheetOf(workbook.toString('utf8'));
  const links = (await packed.read('xl/_rels/workbook.xml.rels')) ?? Buffer.alloc(0);
  const path = pathOf(links.toString('utf8'), first.link);
  const sheet = path === undefined ? undefined : await packed.read(path);
  if (sheet === undefined || !isWhole(sheet)) throw refusedFile('file.damaged');
  return {
    sheetName: first.name,
    sheet: withoutEntities(sheet),
    workbook,
    styles: await packed.read('xl/styles.xml'),
    sharedStrings: await packed.read('xl/sharedStrings.xml'),
    merges: mergesOf(sheet),
  };
}

/** A spreadsheet never declares entities of its own; who does wants to have them expanded. */
function withoutEntities(part: Buffer): Buffer {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(part.subarray(0, 4096).toString('latin1')))
    throw refusedFile('file.damaged');
  return part;
}

/** A sheet cut short would lose its last rows unseen: the reader does not mind. */
function isWhole(sheet: Buffer): boolean {
  return /<\/(?:\w+:)?worksheet>\s*$/.test(sheet.subarray(-100).toString('latin1'));
}

interface SheetEntry {
  readonly name: string;
  readonly link: string;
}

function firstSheetOf(workbook: string): SheetEntry {
  const sheets = [...workbook.matchAll(/<sheet\s([^>]*)>/g)].map((match) => attributesOf(match[1] ?? ''));
  const hidden = sheets.find((sheet) => /hidden/i.test(sheet.get('state') ?? ''));
  if (hidden !== undefined) throw refusedFile('file.hiddenSheet', { sheet: hidden.get('name') ?? '' });
  const first = sheets[0];
  if (first === undefined) throw refusedFile('file.noRows');
  return { name: first.get('name') ?? '', link: first.get('id') ?? '' };
}

function pathOf(links: string, id: string): string | undefined {
  const target = [...links.matchAll(/<Relationship\s([^>]*)>/g)]
    .map((match) => attributesOf(match[1] ?? ''))
    .find((link) => link.get('Id') === id)
    ?.get('Target');
  if (target === undefined) return undefined;
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** The attributes of an element by name, without the prefix: `r:id` is `id`. */
function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return new Map(
    pairs.map((match) => [(match[1] ?? '').replace(/^\w+:/, ''), plain(match[2] ?? match[3] ?? '')]),
  );
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) => signOf(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_all, code: string) => signOf(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => SIGNS[name] ?? '');
}

function signOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const END_OF_ROWS = Buffer.from('</sheetData>');
/** What follows the rows is small; a list of merged ranges longer than this is no table. */
const TAIL_BYTES = 4 * 1024 * 1024;

/** The merged ranges; they stand after the rows of a sheet. */
function mergesOf(sheet: Buffer): Merge[] {
  const end = sheet.lastIndexOf(END_OF_ROWS);
  if (end < 0) return [];
  const tail = sheet.subarray(end, end + TAIL_BYTES).toString('latin1');
  return [...tail.matchAll(/<mergeCell\s[^>]*ref="([A-Z]{1,3}(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?)"/g)].map(
    (match) => ({
      range: match[1] ?? '',
      firstRow: Number(match[2]),
      lastRow: Number(match[3] ?? match[2]),
    }),
  );
}
