import { Workbook, type Worksheet } from 'exceljs';
import { ZipFile } from 'yazl';

/** The bytes of a real workbook, as a spreadsheet program writes one. */
export async function workbookOf(
  fill: (sheet: Worksheet, workbook: Workbook) => void,
  sheetName = 'Sheet1',
): Promise<Buffer> {
  const workbook = new Workbook();
  fill(workbook.addWorksheet(sheetName), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Packs parts as they are given, in this order. */
export async function packed(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, text] of Object.entries(parts)) file.addBuffer(Buffer.from(text), name);
  file.end();
  const pieces: Buffer[] = [];
  for await (const piece of file.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Two cell formats: general, and the short day. */
const FORMATS = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

/** A workbook by hand: its sheet's XML, whatever else, the parts that explain it after the sheet. */
export function rawWorkbook(
  sheet: string,
  more: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> {
  return packed({
    'xl/worksheets/data.xml': `<worksheet ${MAIN}>${sheet}</worksheet>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${FORMATS}</styleSheet>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId7" Type="${LINKS}/worksheet" Target="/xl/worksheets/data.xml"/></Relationships>`,
    'xl/workbook.xml': workbookXml('<sheet name="A &amp; B" sheetId="1" r:id="rId7"/>'),
    ...more,
  });
}

/** The workbook part: its sheets, and its properties before them. */
export function workbookXml(sheets: string, before = ''): string {
  return `<workbook ${MAIN} xmlns:r="${LINKS}">${before}<sheets>${sheets}</sheets></workbook>`;
}

/** A packed file of one part that its directory says is small and that unpacks to so many megabytes. */
export async function lyingBomb(name: string, megabytes: number): Promise<Buffer> {
  const bytes = await rawWorkbook('', { [name]: Buffer.alloc(megabytes * 1024 * 1024, 32) });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(megabytes * 1024 * 1024);
  const told = Buffer.alloc(4);
  told.writeUInt32LE(1000);
  let at = bytes.indexOf(size);
  while (at >= 0) {
    told.copy(bytes, at);
    at = bytes.indexOf(size, at + 4);
  }
  return bytes;
}
